using OpenPar.Core.Organisations;
using OpenPar.Core.Plans;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>Makes rows of a plan out of drafts: cells cleaned and taken apart, times and sums typed.</summary>
/// <param name="annex">The table.</param>
/// <param name="kind">Its shape.</param>
/// <param name="year">Year of the plan.</param>
/// <param name="lined">True for a table that says that each line of a cell is one item: nothing is repaired or taken apart.</param>
internal sealed class PlanAssembly(AnnexTable annex, PlanKind kind, int? year, bool lined = false)
{
    private readonly MoneyUnit? unit = Unit(annex, lined);

    public List<PlanRow> Assemble(List<PlanDraft> drafts)
    {
        var rows = new List<PlanRow>(drafts.Count);
        foreach (var draft in drafts) rows.Add(Row(draft));
        return rows;
    }

    private PlanRow Row(PlanDraft draft)
    {
        foreach (var column in Enum.GetValues<PlanColumn>())
        {
            if (!lined && draft.Has(column) && column != PlanColumn.Number) draft.Set(column, PlanText.Clean(draft.Text(column), draft));
        }

        var objectives = Items(draft.Text(kind == PlanKind.Improvement ? PlanColumn.Requirement : PlanColumn.Objective), PlanItems.Listed);
        var tasks = lined ? LinedRows.Tasks(draft) : kind == PlanKind.Improvement ? Criterion(draft) : PlanItems.Numbered(draft.Text(PlanColumn.Task));
        var lead = Names(draft, PlanColumn.Lead);
        var coordinating = Names(draft, PlanColumn.Coordinating);
        var row = new PlanRow
        {
            Annex = annex.Number,
            Section = draft.Section,
            SectionTitle = draft.SectionTitle,
            Number = draft.Number.Length == 0 ? null : draft.Number,
            Objectives = objectives,
            Tasks = tasks,
            Activities = Items(draft.Text(PlanColumn.Activity), PlanItems.Listed),
            Products = Products(draft),
            Lead = lead,
            Coordinating = coordinating,
            Deadline = Time(draft),
            Budget = Money(draft),
            TimeMeant = Said(draft, PlanColumn.TimeMeant),
            MoneyMeant = Said(draft, PlanColumn.MoneyMeant),
            Source = draft.Source,
            Cells = draft.Cells,
        };
        Checks(draft, row);
        return row with { Flags = draft.Flags };
    }

    private IReadOnlyList<string> Items(string cell, Func<string, IReadOnlyList<string>> read) => lined ? LinedRows.Items(cell) : read(cell);

    private static string? Said(PlanDraft draft, PlanColumn column) =>
        VietnameseText.Clean(draft.Text(column).Replace(PlanDraft.RowMark, ' ')) is { Length: > 0 } text ? text : null;

    private static List<string> Criterion(PlanDraft draft)
    {
        var title = VietnameseText.Clean(draft.Text(draft.Has(PlanColumn.Criterion) ? PlanColumn.Criterion : PlanColumn.Task));
        var bare = title.TrimStart('-', '–', '+', ' ');
        if (bare != title) draft.Flag(PlanFlags.Dash(bare));
        return bare.Length == 0 ? [] : [bare];
    }

    private IReadOnlyList<string> Products(PlanDraft draft)
    {
        var cell = draft.Text(kind == PlanKind.Improvement && draft.Has(PlanColumn.Evidence) ? PlanColumn.Evidence : PlanColumn.Product);
        if (lined) return LinedRows.Items(cell);
        var (items, split) = PlanItems.Products(cell);
        if (split) draft.Flag(PlanFlags.Products(items.Count));
        return items;
    }

    private IReadOnlyList<string> Names(PlanDraft draft, PlanColumn column)
    {
        if (lined) return LinedRows.Names(draft.Text(column));
        var list = AgencyCell.Split(draft.Text(column).Replace(PlanDraft.RowMark, '\n'));
        if (list.Split || !list.Certain) draft.Flag(PlanFlags.Names(PlanColumns.Name(column), list.Names.Count, list.Certain));
        return list.Names;
    }

    private Deadline Time(PlanDraft draft)
    {
        var text = draft.Text(PlanColumn.Deadline).Replace(PlanDraft.RowMark, ' ');
        var deadline = Said(draft, PlanColumn.TimeMeant) is { } meant ? Deadline.Read(meant, year) with { Text = VietnameseText.Clean(text) } : Deadline.Read(text, year);
        if (deadline.Doubt is { } doubt) draft.Flag(PlanFlags.Time(doubt));
        if (deadline.YearAssumed && year is { } known) draft.Flag(PlanFlags.Year(known));
        return deadline;
    }

    private Budget Money(PlanDraft draft)
    {
        var text = draft.Text(PlanColumn.Budget).Replace(PlanDraft.RowMark, ' ');
        var budget = Said(draft, PlanColumn.MoneyMeant) is { } meant ? Budget.Read(meant, null) with { Text = VietnameseText.Clean(text) } : Budget.Read(text, unit);
        if (budget.Doubt is { } doubt) draft.Flag(PlanFlags.Money(doubt));
        return budget;
    }

    private void Checks(PlanDraft draft, PlanRow row)
    {
        var heading = kind == PlanKind.Improvement && row.Objectives.Count == 0 && row.Products.Count == 0;
        if (annex.Columns.Contains(PlanColumn.Lead) && row.Lead.Count == 0 && !heading) draft.Flag(PlanFlags.NoLead);
        if (annex.Columns.Contains(PlanColumn.Deadline) && row.Deadline.Text.Length == 0) draft.Flag(PlanFlags.NoTime);
        foreach (var name in row.Lead.Intersect(row.Coordinating, StringComparer.OrdinalIgnoreCase)) draft.Flag(PlanFlags.Both(name));
        if (kind == PlanKind.Improvement) Targets(draft, row);
    }

    // "mức độ hài lòng … đạt từ 82% trở lên" beside the result "Đạt từ 83% trở lên".
    private static void Targets(PlanDraft draft, PlanRow row)
    {
        if (row.Products is not [var result] || Target.AllIn(result) is not [{ Bound: TargetBound.AtLeast } stated]) return;
        var required = row.Objectives.Where(text => text.Contains("hài lòng", StringComparison.OrdinalIgnoreCase)).SelectMany(Target.AllIn).ToList();
        if (required is [{ Bound: TargetBound.AtLeast } other] && other.Percent != stated.Percent) draft.Flag(PlanFlags.Targets(other.Text, stated.Text));
    }

    private static MoneyUnit? Unit(AnnexTable annex, bool lined)
    {
        var at = Array.IndexOf(annex.Columns, PlanColumn.Budget);
        if (at < 0) return null;
        if (lined) return MoneyUnit.In(annex.Heads[at]);
        return MoneyUnit.In(annex.Heads[at]) ?? annex.Above.TakeLast(6).Select(text => text.Text)
            .Where(text => text.Contains("ính", StringComparison.Ordinal) || text.Contains("ĐVT", StringComparison.Ordinal)).Select(MoneyUnit.In).LastOrDefault(found => found is not null);
    }
}
