using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Papers;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>
/// Rows of a table that says of itself that each line of a cell is one item (<see cref="PlanNote"/>): every row of the table is a
/// row of the plan, a row with one cell over all but the number begins a section, blank is blank. Only Word and Excel keep lines.
/// </summary>
internal static class LinedRows
{
    /// <summary>The shape the sentence above the table names; null when there is none, or the file does not keep the lines of its cells.</summary>
    public static PlanKind? KindOf(AnnexTable annex, SourceDocument document) => document.Kind is SourceKind.Word or SourceKind.Excel
        ? annex.Above.Select(text => PlanNote.KindIn(text.Text)).LastOrDefault(kind => kind is not null)
        : null;

    /// <summary>What the table was taken for.</summary>
    public static TableRecognition Recognised(PlanKind kind) => new(
        kind switch { PlanKind.TaskFramework => TableKind.TaskFramework, PlanKind.Improvement => TableKind.ImprovementPlan, _ => TableKind.PlanTable },
        new LocalText("Theo câu ghi trên bảng: mỗi dòng của một ô là một mục.", "By the sentence above the table: each line of a cell is one item."));

    public static List<PlanDraft> Read(AnnexTable annex, PlanKind kind, string file)
    {
        var drafts = new List<PlanDraft>();
        (string? Number, string? Title) section = (null, null);
        var sections = false;
        foreach (var (row, _) in annex.Rows)
        {
            if (drafts.Count >= ReadingLimits.Rows) break;
            if (IsSection(row))
            {
                sections = true;
                section = Section(row);
                continue;
            }

            var draft = new PlanDraft(file, row.Places.First(place => !place.IsBlank).Cell.Place) { Section = section.Number, SectionTitle = section.Title };
            for (var c = 0; c < annex.Columns.Length && c < row.Places.Count; c++)
            {
                if (!row.Places[c].IsBlank && annex.Columns[c] is not (PlanColumn.Other or PlanColumn.Note)) draft.Take(annex.Columns[c], row.Places[c].Cell, "\n");
            }

            drafts.Add(draft);
        }

        if (kind == PlanKind.Improvement && !sections) SetSections(drafts);
        return drafts;
    }

    /// <summary>The items of a cell.</summary>
    public static IReadOnlyList<string> Items(string cell) => ItemLines.Read(Lines(cell));

    /// <summary>The names of a cell.</summary>
    public static IReadOnlyList<string> Names(string cell) => ItemLines.ReadNames(Lines(cell));

    /// <summary>The tasks, in an improvement plan the criterion.</summary>
    public static IReadOnlyList<string> Tasks(PlanDraft draft) => Items(draft.Text(draft.Has(PlanColumn.Criterion) ? PlanColumn.Criterion : PlanColumn.Task));

    private static List<string> Lines(string cell) => [.. cell.Split('\n').Select(VietnameseText.Clean).Where(line => line.Length > 0)];

    private static bool IsSection(GridRow row) =>
        row.Places.Count > 2 && row.Places[1].Begins && row.Places.Skip(2).All(place => ReferenceEquals(place.Cell, row.Places[1].Cell));

    private static (string? Number, string? Title) Section(GridRow row)
    {
        var (number, title) = (VietnameseText.Clean(row.Places[0].Text), VietnameseText.Clean(row.Places[1].Text));
        return (number.Length == 0 ? null : number, PlanSections.Title(title));
    }

    private static void SetSections(List<PlanDraft> drafts)
    {
        var sections = PlanSections.ByCriterion(drafts.ConvertAll(draft => (draft.Number, string.Join(' ', Tasks(draft)))));
        for (var i = 0; i < drafts.Count; i++) (drafts[i].Section, drafts[i].SectionTitle) = sections[i];
    }
}
