using OpenPar.Core.Papers;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.Core.Plans.Papers;

/// <summary>A table of a plan as it is printed: columns as its shape has them, those that no row fills left out.</summary>
public static class PlanPaperTable
{
    /// <summary>Name of the list in templates and in the recorded state.</summary>
    public const string Name = "nhiem_vu";

    // A number, what is to be done and who leads: without them it would be no plan.
    private static readonly PlanField[] Always = [PlanField.Number, PlanField.Tasks, PlanField.Lead];

    private static readonly PlanField[] Tasked =
    [
        PlanField.Number, PlanField.Objectives, PlanField.Tasks, PlanField.Activities, PlanField.Products, PlanField.Lead, PlanField.Coordinating,
        PlanField.Time, PlanField.TimeMeant, PlanField.Money, PlanField.MoneyMeant,
    ];

    private static readonly PlanField[] Improving =
    [
        PlanField.Number, PlanField.Tasks, PlanField.Activities, PlanField.Lead, PlanField.Coordinating, PlanField.Objectives, PlanField.Products,
        PlanField.Time, PlanField.TimeMeant, PlanField.Money, PlanField.MoneyMeant,
    ];

    /// <summary>The table.</summary>
    /// <param name="kind">Its shape.</param>
    /// <param name="title">Title above it; empty for none.</param>
    /// <param name="rows">Its rows in order.</param>
    /// <param name="year">Year of the plan, for times that name none.</param>
    public static PaperTable Of(PlanKind kind, string title, IReadOnlyList<PlanWords> rows, int? year)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var unit = PlanMoney.UnitOf(rows);
        var said = (kind == PlanKind.Improvement ? Improving : Tasked)
            .Where(field => Always.Contains(field) || (rows.Any(row => row[field].Length > 0) && (field != PlanField.MoneyMeant || unit is null)));
        List<(PaperColumn Column, Func<PlanWords, PaperCell> Cell)> columns = [.. said.Select(field => (Column(field, kind, unit), (Func<PlanWords, PaperCell>)(row => Cell(row, field))))];
        columns.AddRange(Typed(year).Where(typed => rows.Any(row => typed.Cell(row) != PaperCell.Empty)));
        return new PaperTable(Name, title, [.. columns.Select(column => column.Column)], [.. Rows(kind, rows, columns.ConvertAll(column => column.Cell))]) { Note = PlanNote.Of(kind) };
    }

    private static IEnumerable<PaperRow> Rows(PlanKind kind, IReadOnlyList<PlanWords> rows, List<Func<PlanWords, PaperCell>> cells)
    {
        var derived = kind == PlanKind.Improvement && Derived(rows);
        var open = (Number: "", Title: "");
        for (var i = 0; i < rows.Count; i++)
        {
            var here = (rows[i][PlanField.Section], rows[i][PlanField.SectionTitle]);
            // Where sections would follow from the numbers of criteria, rows outside them have to say so from the first on.
            if (!derived && (here != open || (i == 0 && kind == PlanKind.Improvement)))
            {
                open = here;
                var head = PlanSections.Printed(here.Item1, here.Item2);
                yield return new PaperRow(PaperRowLook.Section, [PaperCell.Of(here.Item1), PaperCell.Of(head), .. Enumerable.Repeat(PaperCell.Empty, cells.Count - 2)]);
            }

            yield return new PaperRow(IsHeading(rows[i]) ? PaperRowLook.Heading : PaperRowLook.Plain, [.. cells.Select(cell => cell(rows[i]))]);
        }
    }

    private static bool Derived(IReadOnlyList<PlanWords> rows) =>
        PlanSections.ByCriterion([.. rows.Select(row => (row[PlanField.Number], string.Join(' ', row.Items(PlanField.Tasks))))]).Zip(rows)
            .All(pair => (pair.First.Section ?? "", pair.First.Title ?? "") == (pair.Second[PlanField.Section], pair.Second[PlanField.SectionTitle]));

    // A criterion over others: nobody leads it and nothing is asked.
    private static bool IsHeading(PlanWords row) => row.Said.Keys.All(field => field is PlanField.Section or PlanField.SectionTitle or PlanField.Number or PlanField.Tasks);

    private static PaperCell Cell(PlanWords row, PlanField field) => field switch
    {
        PlanField.Lead or PlanField.Coordinating => PaperCell.Of(ItemLines.WriteNames(row.Items(field))),
        _ when PlanFields.HasLines(field) => PaperCell.Of(ItemLines.Write(row.Items(field))),
        _ => PaperCell.Of(row[field]),
    };

    private static PaperColumn Column(PlanField field, PlanKind kind, MoneyUnit? unit)
    {
        var improving = kind == PlanKind.Improvement;
        return field switch
        {
            PlanField.Number => new("so", "STT", 800, PaperColumnKind.Mark),
            PlanField.Tasks => new("nhiem_vu", improving ? "Tiêu chí" : "Nhiệm vụ", 3400),
            PlanField.Objectives => new("muc_tieu", improving ? "Yêu cầu" : "Mục tiêu", improving ? 3200 : 2600),
            PlanField.Activities => new("hoat_dong", "Hoạt động", 3200),
            PlanField.Products => new("san_pham", improving ? "Tài liệu kiểm chứng" : "Sản phẩm", 2400),
            PlanField.Lead => new("chu_tri", "Cơ quan chủ trì", 1700),
            PlanField.Coordinating => new("phoi_hop", "Cơ quan phối hợp", 1900),
            PlanField.Time => new("thoi_gian", "Thời gian thực hiện", 1400),
            PlanField.TimeMeant => new("thoi_gian_hieu", "Thời gian hiểu là", 1400),
            PlanField.Money => new("kinh_phi", unit is { } known ? $"Kinh phí ({PlanMoney.NameOf(known)})" : "Kinh phí", 1300),
            PlanField.MoneyMeant => new("kinh_phi_hieu", "Kinh phí hiểu là", 1400),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A section has rows, no column."),
        };
    }

    private static IEnumerable<(PaperColumn Column, Func<PlanWords, PaperCell> Cell)> Typed(int? year) =>
    [
        (new("tu_ngay", "Từ ngày", 1150, PaperColumnKind.Date) { SheetOnly = true }, row => PaperCell.Of(row.Deadline(year).From)),
        (new("den_ngay", "Đến ngày", 1150, PaperColumnKind.Date) { SheetOnly = true }, row => PaperCell.Of(row.Deadline(year).To)),
        (new("so_tien", "Số tiền (đồng)", 1400, PaperColumnKind.Whole) { SheetOnly = true }, row => PaperCell.Of(row.Budget() is { Kind: BudgetKind.Amount or BudgetKind.Zero } stated ? stated.AmountVnd : null)),
    ];
}
