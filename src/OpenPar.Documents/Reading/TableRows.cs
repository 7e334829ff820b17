using System.Text.RegularExpressions;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>One row of a ruled or tabbed table, header rows already taken away.</summary>
internal sealed record TableRow(Place Place, bool NewPage, Dictionary<AnnexColumn, string> Cells)
{
    /// <summary>Texts of merged cells that began in a row above and cover this one, each with the flag it brings.</summary>
    public IReadOnlyDictionary<AnnexColumn, (string Text, AnnexFlag Flag)> Spanning { get; init; } = new Dictionary<AnnexColumn, (string Text, AnnexFlag Flag)>();

    /// <summary>What the reader of the file did to the cells of the row.</summary>
    public IReadOnlyList<AnnexFlag> Flags { get; init; } = [];
}

/// <summary>
/// Turns table rows into drafts: a row with a number begins a criterion; a row without one continues it,
/// as scoring text or, right after a page break, as the rest of broken cells.
/// </summary>
internal sealed partial class TableRows(bool hasPoints, bool hasRuleColumn)
{
    private readonly List<DraftRow> drafts = [];
    private readonly List<(int After, StatedSum Sum)> sums = [];

    public (List<DraftRow> Drafts, List<StatedSum> Sums) Read(IEnumerable<TableRow> rows)
    {
        foreach (var row in rows) Take(row);
        // A sum above or below all rows is that of the annex; one between them is that of the field it ends.
        return (drafts, sums.ConvertAll(sum => sum.After == 0 || sum.After == drafts.Count ? sum.Sum : sum.Sum with { Field = FieldOf(drafts[sum.After - 1]) }));
    }

    private static CriterionCode? FieldOf(DraftRow draft) => CriterionCode.TryParse(draft.Number, out var code) ? code.Field : null;

    private void Take(TableRow row)
    {
        var number = row.Cells.GetValueOrDefault(AnnexColumn.Number, string.Empty).Trim();
        var title = row.Cells.GetValueOrDefault(AnnexColumn.Title, string.Empty);
        if (row.Cells.Values.All(cell => ColumnNumber().IsMatch(cell.Trim()) || cell.Trim().Length == 0)) return;
        if (!number.Any(char.IsAsciiDigit))
        {
            if (IsTotal(number + " " + title))
            {
                if (Points(row) is { } points) sums.Add((drafts.Count, new StatedSum(points, row.Place.Line, row.Place.Page)));
            }
            else if (drafts.Count > 0) Continue(drafts[^1], row, title);
            return;
        }

        var draft = new DraftRow(number, row.Place, row.NewPage);
        foreach (var (column, cell) in row.Cells)
        {
            if (column == AnnexColumn.Title) TakeTitle(draft, cell);
            else draft.Append(column, cell);
        }

        draft.Flag(row.Flags);
        foreach (var (column, (text, flag)) in row.Spanning.Where(cell => draft.Cell(cell.Key).Trim().Length == 0))
        {
            draft.Append(column, text);
            draft.Flags.Add(flag);
        }

        drafts.Add(draft);
    }

    // Scoring text may stand below the title in the same cell; it begins with the first line of a step or a formula.
    private void TakeTitle(DraftRow draft, string cell)
    {
        var lines = (hasRuleColumn ? cell : FormulaWithin().Replace(cell, "\n")).Split('\n');
        var rule = hasRuleColumn ? -1 : Array.FindIndex(lines, 1, RuleTextFinder.HoldsRule);
        if (rule < 0)
        {
            draft.Append(AnnexColumn.Title, draft.Place.Page is not null ? string.Join(' ', lines) : cell);
            return;
        }

        var text = string.Join('\n', lines[rule..]);
        draft.Append(AnnexColumn.Title, string.Join(' ', lines[..rule]));
        draft.Append(AnnexColumn.RuleText, text);
        draft.Flags.Add(AnnexFlags.RuleTextFound(VietnameseText.Clean(text)));
    }

    private void Continue(DraftRow draft, TableRow row, string title)
    {
        draft.Flag(row.Flags);
        foreach (var (column, cell) in row.Cells)
        {
            if (column is not (AnnexColumn.Title or AnnexColumn.Number or AnnexColumn.MaxPoints)) draft.Append(column, cell, GoesOn(row, cell) || IsSameCell(row) ? " " : "\n");
        }

        if (row.NewPage && row.Cells.Count > 0) draft.Flag([AnnexFlags.JoinedPage(row.Place.Line, row.Place.Page)]);

        if (title.Trim().Length == 0) return;
        // Where scoring texts have a column of their own, the column of titles holds nothing but titles.
        if (hasRuleColumn)
        {
            draft.Append(AnnexColumn.Title, title);
            return;
        }

        var isRule = RuleTextFinder.LooksLikeRule(title) || draft.Cell(AnnexColumn.RuleText).Length > 0;
        var restOfTitle = !isRule && GoesOn(row, title);
        // Points pushed over a page break belong to the step before them.
        var glue = RuleTextFinder.IsPoints(title) && draft.Cell(AnnexColumn.RuleText).EndsWith(':') ? " " : "\n";
        if (isRule || (hasPoints && !restOfTitle)) draft.Append(AnnexColumn.RuleText, title, glue);
        else draft.Append(AnnexColumn.Title, title);
    }

    // Where scoring texts have a column of their own, ruled cells of a page are one line each, and so is what a page broke.
    private bool IsSameCell(TableRow row) => hasRuleColumn && row.NewPage && row.Place.Page is not null;

    // A sentence the page broke goes on with a small letter.
    private static bool GoesOn(TableRow row, string text) => row.NewPage && text.TrimStart() is [var first, ..] && char.IsLower(first);

    private static bool IsTotal(string text)
    {
        var folded = VietnameseText.Fold(text).Trim();
        return folded.StartsWith("tong diem", StringComparison.Ordinal) || folded.StartsWith("tong cong", StringComparison.Ordinal)
            || folded is "tong" or "tong so" or "tong so diem";
    }

    private static decimal? Points(TableRow row) =>
        NumberText.Read(row.Cells.GetValueOrDefault(AnnexColumn.MaxPoints), NumberUse.Decimal).Value;

    // A formula begins a line of its own, whatever room the line above left.
    [GeneratedRegex(@"(?<=\S) (?=Tính (?:điểm )?theo công thức)", RegexOptions.CultureInvariant)]
    private static partial Regex FormulaWithin();

    // The row (1) (2) (3) under a header.
    [GeneratedRegex(@"^\(\d{1,2}\)$", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnNumber();
}
