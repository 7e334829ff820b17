using System.Text.RegularExpressions;
using OpenPar.Core.Findings;
using OpenPar.Core.Plans;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>
/// Turns the rows of a plan's table into rows of the plan: sections are followed, rows broken by a page or without number, lead
/// and time of their own are joined, merged and blank cells are filled from above. Each guess is a flag.
/// </summary>
internal sealed partial class PlanRows(AnnexTable annex, PlanKind kind, string file, List<Finding> findings)
{
    private readonly SectionTrack sections = new();
    private readonly List<PlanDraft> drafts = [];
    private readonly bool hasNumbers = annex.Columns.Contains(PlanColumn.Number)
        && annex.Rows.Count(row => annex.Text(row.Row, PlanColumn.Number).Trim().Length > 0) * 3 > annex.Rows.Count;

    public List<PlanDraft> Read()
    {
        for (var i = 0; i < annex.Rows.Count && drafts.Count < ReadingLimits.Rows; i++) Take(i);
        return drafts;
    }

    private void Take(int index)
    {
        var (row, newPage) = annex.Rows[index];
        if (IsTotal(row))
        {
            findings.Add(PlanFindings.Total(file, row));
            return;
        }

        if (kind != PlanKind.Improvement && Section(index) is { } section)
        {
            sections.Begin(section.Number, section.Title);
            return;
        }

        var draft = Draft(row);
        if (drafts.Count > 0 && drafts[^1].Section == sections.Number && !Begins(draft, newPage)) Join(drafts[^1], draft, row, newPage);
        else
        {
            FillDown(draft, row);
            drafts.Add(draft);
        }
    }

    private PlanDraft Draft(GridRow row)
    {
        var first = row.Places.FirstOrDefault(place => !place.IsBlank);
        var draft = new PlanDraft(file, (first.Cell ?? row.Places[0].Cell).Place) { Section = sections.Number, SectionTitle = sections.Title };
        for (var c = 0; c < annex.Columns.Length && c < row.Places.Count; c++)
        {
            if (!row.Places[c].IsBlank && annex.Columns[c] is not (PlanColumn.Other or PlanColumn.Note)) draft.Take(annex.Columns[c], row.Places[c].Cell, "\n");
        }

        return draft;
    }

    private bool Begins(PlanDraft draft, bool newPage)
    {
        if (draft.Has(PlanColumn.Number)) return true;
        if (kind == PlanKind.Improvement) return false;
        var responsible = draft.Has(PlanColumn.Lead) || draft.Has(PlanColumn.Deadline);
        if (newPage && GoesOn(draft, responsible)) return false;
        if (responsible) return true;
        // Several tasks may share one merged lead and time; each is a row of its own.
        return kind == PlanKind.TaskFramework ? draft.Has(PlanColumn.Task) || draft.Has(PlanColumn.Activity) : !hasNumbers && draft.Has(PlanColumn.Task);
    }

    // After a page break a row without number goes on where its first text begins with a small letter, names no work, or where
    // every row of the table has a number.
    private bool GoesOn(PlanDraft draft, bool responsible)
    {
        var first = draft.Text(FirstText(draft)).TrimStart('-', ' ');
        if (first.Length > 0 && char.IsLower(first[0])) return true;
        return kind == PlanKind.PlanTable ? hasNumbers : !responsible || !(draft.Has(PlanColumn.Task) || draft.Has(PlanColumn.Activity));
    }

    private static PlanColumn FirstText(PlanDraft draft) =>
        new[] { PlanColumn.Objective, PlanColumn.Task, PlanColumn.Activity, PlanColumn.Product, PlanColumn.Lead }.FirstOrDefault(draft.Has);

    private void Join(PlanDraft above, PlanDraft rest, GridRow row, bool newPage)
    {
        above.Flag(newPage ? PlanFlags.JoinedPage(rest.Where) : PlanFlags.JoinedRow(rest.Where));
        for (var c = 0; c < annex.Columns.Length && c < row.Places.Count; c++)
        {
            var column = annex.Columns[c];
            if (row.Places[c].IsBlank || column is PlanColumn.Other or PlanColumn.Note) continue;
            var cell = row.Places[c].Cell;
            if (!newPage) above.Take(column, cell, PlanDraft.RowMark.ToString());
            else above.Take(column, cell with { Text = WithoutSeam(above, column, cell.Text) }, PlanItems.BeginsItem(cell.Text) ? "\n" : " ");
        }
    }

    // The last words of a cell are sometimes printed again at the top of the next page: "… và Đầu tư | Đầu tư - Sở Tài chính".
    private static string WithoutSeam(PlanDraft above, PlanColumn column, string text)
    {
        if (column is not (PlanColumn.Lead or PlanColumn.Coordinating)) return text;
        var (before, after) = (VietnameseText.Clean(above.Text(column)).Split(' '), VietnameseText.Clean(text).Split(' '));
        for (var words = Math.Min(4, Math.Min(before.Length - 1, after.Length)); words > 0; words--)
        {
            if (!before.AsSpan(before.Length - words).SequenceEqual(after.AsSpan(0, words))) continue;
            above.Flag(PlanFlags.Repeated(string.Join(' ', after[..words])));
            return string.Join(' ', after[words..]);
        }

        return text;
    }

    private void FillDown(PlanDraft draft, GridRow row)
    {
        var above = drafts.FindLast(other => other.Section == draft.Section);
        for (var c = 0; c < annex.Columns.Length && c < row.Places.Count; c++)
        {
            var column = annex.Columns[c];
            if (column is PlanColumn.Number or PlanColumn.Other or PlanColumn.Note || draft.Has(column)) continue;
            if (row.Places[c] is { Hangs: true, Cell: var cell } && !string.IsNullOrWhiteSpace(cell.Text))
            {
                if (column == PlanColumn.Budget) draft.Flag(PlanFlags.SharedMoney(PlanDraft.WhereOf(cell.Place)));
                else draft.Fill(column, WholeOf(cell, column), PlanFlags.Merged(PlanColumns.Name(column), PlanDraft.WhereOf(cell.Place)));
            }
            else if (above is not null && Blank(column, draft, above) is { } flag)
            {
                if (column == PlanColumn.Budget) draft.Flag(flag);
                else draft.Fill(column, above.Text(column), flag);
            }
        }
    }

    // A merged cell a page broke was joined to its beginning in the row above the break; rows below the break share all of it.
    private string WholeOf(Cell cell, PlanColumn column)
    {
        var first = drafts.FindLast(draft => draft.Took(column, cell));
        return first is not null && first.Text(column).EndsWith(" " + cell.Text.Trim(), StringComparison.Ordinal) ? first.Text(column) : cell.Text;
    }

    // What a blank cell takes from the row above, and how certain that is.
    private PlanFlag? Blank(PlanColumn column, PlanDraft draft, PlanDraft above)
    {
        var name = PlanColumns.Name(column);
        var heading = kind != PlanKind.TaskFramework && !draft.HasOwn(PlanColumn.Lead) && !draft.HasOwn(PlanColumn.Deadline) && !draft.HasOwn(PlanColumn.Requirement) && !draft.HasOwn(PlanColumn.Product);
        if (!above.Has(column)) return null;
        return column switch
        {
            PlanColumn.Objective when kind == PlanKind.TaskFramework => draft.Has(PlanColumn.Number) ? PlanFlags.Guessed(name, above.Where) : PlanFlags.Below(name, above.Where),
            PlanColumn.Task when kind == PlanKind.TaskFramework && draft.Has(PlanColumn.Activity) && !draft.HasOwn(PlanColumn.Objective) => PlanFlags.Below(name, above.Where),
            PlanColumn.Lead when !heading => PlanFlags.Guessed(name, above.Where),
            PlanColumn.Coordinating when !heading && !draft.HasOwn(PlanColumn.Lead) => PlanFlags.Guessed(name, above.Where),
            PlanColumn.Deadline when !heading && !draft.HasOwn(PlanColumn.Lead) => PlanFlags.Guessed(name, above.Where),
            PlanColumn.Budget when above.HasOwn(column) && !draft.HasOwn(PlanColumn.Lead) && !draft.HasOwn(PlanColumn.Deadline) => PlanFlags.SharedMoney(above.Where),
            _ => null,
        };
    }

    private (string Number, string Title)? Section(int index)
    {
        var row = annex.Rows[index].Row;
        var number = annex.Text(row, PlanColumn.Number).Trim();
        if (row.Only is { } only && SectionTrack.Together(VietnameseText.Clean(only.Text)) is { } together) return together;
        var bare = string.IsNullOrWhiteSpace(annex.Text(row, PlanColumn.Lead)) && string.IsNullOrWhiteSpace(annex.Text(row, PlanColumn.Deadline));
        var texts = row.Places.Where((place, c) => !place.IsBlank && annex.Columns[c] is not (PlanColumn.Number or PlanColumn.Budget)).ToList();
        if (!bare || number.Length == 0 || texts.Count != 1) return null;
        var title = VietnameseText.Clean(texts[0].Text);
        if (SectionTrack.IsNumber(number)) return (number, title);
        var upper = title.Any(char.IsLetter) && !title.Any(char.IsLower);
        return Plain().IsMatch(number) && (upper || Deeper(number, index)) ? (number, title) : null;
    }

    // The next number goes on from this one: 1, then 1.1.
    private bool Deeper(string number, int index) => annex.Rows.Skip(index + 1).Select(row => annex.Text(row.Row, PlanColumn.Number).Trim())
        .FirstOrDefault(next => next.Length > 0)?.StartsWith(number.TrimEnd('.') + ".", StringComparison.Ordinal) == true;

    private static bool IsTotal(GridRow row)
    {
        var text = row.Places.Where(place => !place.IsBlank).Select(place => VietnameseText.Fold(place.Text)).FirstOrDefault() ?? string.Empty;
        return text is "tong" or "tong cong" or "cong" or "tong so" || text.StartsWith("tong kinh phi", StringComparison.Ordinal) || text.StartsWith("tong cong kinh phi", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\d{1,2}\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
