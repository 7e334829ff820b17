using OpenPar.Core.Plans;
using OpenPar.Documents.Reading.Plans;
using OpenPar.Documents.Tests.Reading.Documents;

namespace OpenPar.Documents.Tests.Reading.Plans;

/// <summary>The same plan as Word, Excel and tabbed text reads the same.</summary>
public class PlanFileTests
{
    private static readonly string[] Head = ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Kinh phí (triệu đồng)"];

    private static readonly string[][] Rows =
    [
        ["1", "Ban hành kế hoạch", "Kế hoạch", "Sở Nội vụ", "Các sở, ban, ngành", "Tháng 1/2025", "15"],
        ["2", "Kiểm tra", "Báo cáo", "Sở Nội vụ", "UBND cấp xã", "Quý III/2025", "120"],
        ["3", "Tuyên truyền", "Tin, bài", "Văn phòng UBND tỉnh", "UBND cấp xã", "Thường xuyên", "0"],
    ];

    [Fact]
    public async Task A_Word_file_with_a_lead_merged_over_two_rows()
    {
        static string Cell(string text, int row, int column) => SampleDocx.Tc(text, column != 3 ? "" : row == 0 ? "<w:vMerge w:val=\"restart\"/>" : row == 1 ? "<w:vMerge/>" : "");
        var section = SampleDocx.Tr(SampleDocx.Tc("I"), SampleDocx.Tc("CÔNG TÁC CHỈ ĐẠO", "<w:gridSpan w:val=\"6\"/>"));
        var table = SampleDocx.Tbl([SampleDocx.Tr([.. Head.Select(text => SampleDocx.Tc(text))]), section,
            .. Rows.Select((row, r) => SampleDocx.Tr([.. row.Select((text, c) => Cell(r == 1 && c == 3 ? "" : text, r, c))]))]);
        var plan = await ReadAsync(SampleDocx.Of(SampleDocx.P("KẾ HOẠCH") + SampleDocx.P("Cải cách hành chính năm 2025") + table), "ke-hoach.docx");
        Same(plan);
        Assert.All(plan.Rows, row => Assert.Equal("I", row.Section));
        Assert.Contains(plan.Rows[1].Flags, flag => flag.Kind == PlanFlagKind.FilledDown);
        Assert.Equal(2025, plan.Head.Year);
    }

    [Fact]
    public async Task A_workbook_with_numbers_as_numbers()
    {
        static string Line(int number, string[] row) => SampleXlsx.Row(number, [.. row.Select((text, c) =>
            c is 0 or 6 && int.TryParse(text, out _) ? SampleXlsx.Number($"{(char)('A' + c)}{number}", text) : SampleXlsx.Text($"{(char)('A' + c)}{number}", text))]);
        var data = Line(1, ["KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2025"]) + Line(3, Head) + string.Concat(Rows.Select((row, r) => Line(r + 4, row)));
        var plan = await ReadAsync(SampleXlsx.Of(data), "ke-hoach.xlsx");
        Same(plan);
        Assert.All(plan.Rows, row => Assert.NotNull(row.Source.Cell));
    }

    [Fact]
    public async Task A_tabbed_text() =>
        Same(await Plans.ReadAsync(string.Join('\n', Rows.Prepend(Head).Select(row => string.Join('\t', row)))));

    private static void Same(Plan plan)
    {
        Assert.True(plan.Usable, string.Join('\n', plan.Findings.Select(finding => finding.Message.Vi)));
        Assert.Equal(Rows.Select(row => row[1]), plan.Rows.Select(row => Assert.Single(row.Tasks)));
        Assert.Equal(Rows.Select(row => row[3]), plan.Rows.Select(row => Assert.Single(row.Lead)));
        Assert.Equal(Rows.Select(row => row[4]), plan.Rows.Select(row => Assert.Single(row.Coordinating)));
        Assert.Equal(Rows.Select(row => row[5]), plan.Rows.Select(row => row.Deadline.Text));
        Assert.Equal([15_000_000m, 120_000_000m, 0m], plan.Rows.Select(row => row.Budget.AmountVnd));
    }

    private static Task<Plan> ReadAsync(byte[] bytes, string name) =>
        PlanReader.ReadAsync(new MemoryStream(bytes), name, new PlanReading(), TestContext.Current.CancellationToken);
}
