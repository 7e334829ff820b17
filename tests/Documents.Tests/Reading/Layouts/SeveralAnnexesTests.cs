using System.Text;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Reading;
using OpenPar.Documents.Reading.Plans;
using static OpenPar.Documents.Tests.Reading.Documents.SampleXlsx;

namespace OpenPar.Documents.Tests.Reading.Layouts;

/// <summary>Files with several tables, roman fields, sums of fields, and tables that are no criteria.</summary>
public class SeveralAnnexesTests
{
    private static readonly string[] Head = ["STT", "Tiêu chí", "Điểm tối đa"];

    [Fact]
    public async Task Two_annexes_on_one_sheet_are_told_apart()
    {
        var book = Book(["PHỤ LỤC I"], ["CHỈ SỐ CỦA CÁC SỞ"], Head, ["1", "CHỈ ĐẠO", "2"], ["1.1", "Kế hoạch", "2"], ["PHỤ LỤC II"], ["CHỈ SỐ CỦA CÁC XÃ"], Head, ["1", "THỂ CHẾ", "3"], ["1.1", "Văn bản", "1"], ["1.2", "Rà soát", "2"]);
        var annex = await Annexes.ReadAsync(book, "mau.xlsx");
        Assert.Equal(["THỂ CHẾ", "Văn bản", "Rà soát"], annex.Rows.Select(row => row.Title));
        Assert.Equal([(1, "CHỈ SỐ CỦA CÁC SỞ", 2, false), (2, "CHỈ SỐ CỦA CÁC XÃ", 3, true)], annex.Parts.Select(part => (part.Number, part.Title!.Replace("PHỤ LỤC II ", "", StringComparison.Ordinal).Replace("PHỤ LỤC I ", "", StringComparison.Ordinal), part.Rows, part.Read)));
        Assert.Contains(annex.Findings, finding => finding.Severity == Severity.Warning && finding.Message.Vi.Contains("2 bảng tiêu chí", StringComparison.Ordinal));
        var first = await AnnexReader.ReadAsync(new MemoryStream(book), "mau.xlsx", TestContext.Current.CancellationToken, annex: 1);
        Assert.Equal(["CHỈ ĐẠO", "Kế hoạch"], first.Rows.Select(row => row.Title));
        Assert.DoesNotContain(first.Findings, finding => finding.Severity > Severity.Info);
    }

    [Theory]
    [InlineData("I", "1", "1.1", "2", "II", "1", "1.1")]
    [InlineData("I", "1.1", "1.1.1", "1.2", "II", "2.1", "2.1.1")]
    public async Task Roman_fields_take_arabic_numbers_and_every_change_is_flagged(params string[] written)
    {
        var annex = await Annexes.ReadAsync(Book([Head, .. written.Select((number, i) => new[] { number, $"Việc số {i}", "1" })]), "mau.xlsx");
        Assert.Equal(["1", "1.1", "1.1.1", "1.2", "2", "2.1", "2.1.1"], annex.Rows.Select(row => row.Code.ToString()));
        Assert.All(annex.Rows.Zip(written).Where(pair => pair.First.Code.ToString() != pair.Second), pair => Assert.Contains(pair.First.Flags, flag => flag.Kind == AnnexFlagKind.CorrectedSlip));
    }

    [Fact]
    public async Task A_stated_sum_that_disagrees_is_named_with_its_place_and_figures()
    {
        var annex = await Annexes.ReadAsync(Book(Head, ["1", "CHỈ ĐẠO", "2"], ["1.1", "Kế hoạch", "2"], ["", "Tổng điểm lĩnh vực 1", "2,5"], ["2", "THỂ CHẾ", "3"], ["2.1", "Văn bản", "3"], ["", "TỔNG CỘNG", "6"]), "mau.xlsx");
        Assert.Contains(annex.Findings, finding => finding.Where.EndsWith("dòng 4", StringComparison.Ordinal) && finding.Message.Vi.Contains("lĩnh vực 1 là 2,5", StringComparison.Ordinal) && finding.Message.Vi.Contains("là 2.", StringComparison.Ordinal));
        Assert.Contains(annex.Findings, finding => finding.Where.EndsWith("dòng 7", StringComparison.Ordinal) && finding.Message.Vi.Contains("tổng điểm là 6", StringComparison.Ordinal) && finding.Message.Vi.Contains("là 5.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ten_thousand_rows_are_read_to_the_last()
    {
        var annex = await Annexes.ReadAsync(Book([Head, .. Enumerable.Range(1, 99).SelectMany(field => Enumerable.Range(0, 101).Select(i => new[] { i == 0 ? $"{field}" : $"{field}.{i}", $"Việc {field}-{i}", i == 0 ? "100" : "1" }))]), "mau.xlsx");
        Assert.Equal(9_999, annex.Rows.Count);
        Assert.DoesNotContain(annex.Findings, finding => finding.Severity > Severity.Info);
    }

    [Theory]
    [InlineData(TableKind.AgencyList, "Tên cơ quan, đơn vị", "Ghi chú", "Sở Nội vụ", "", "Sở Tài chính", "", "Sở Y tế", "")]
    [InlineData(TableKind.ResultsTable, "Tên đơn vị", "Tổng điểm", "Sở Nội vụ", "88,75", "Sở Tài chính", "87", "Sở Y tế", "85,5")]
    [InlineData(TableKind.StatisticsTable, "Địa bàn", "Số lượng hồ sơ", "Khu vực một", "1200", "Khu vực hai", "1300", "Khu vực ba", "900")]
    public async Task Other_tables_are_named_and_not_taken_for_criteria(TableKind kind, string head, string figure, params string[] cells)
    {
        var book = Book([["STT", head, figure], .. cells.Chunk(2).Select((row, i) => new[] { $"{i + 1}", row[0], row[1] })]);
        var annex = await Annexes.ReadAsync(book, "mau.xlsx");
        Assert.False(annex.Usable);
        var told = Assert.Single(annex.Findings, finding => finding.Severity == Severity.Warning);
        Assert.Contains("3 dòng", told.Message.Vi, StringComparison.Ordinal);
        var table = Assert.Single((await TableReader.ReadAsync(new MemoryStream(book), "mau.xlsx", TestContext.Current.CancellationToken)).Tables);
        Assert.Equal(kind, table.Recognition.Kind);
        Assert.Equal(["STT", head, figure], table.Heads);
        if (figure != "Ghi chú") Assert.All(table.Rows, row => Assert.Equal(CellValueKind.Number, row.Cells[2].Kind));
        if (cells[0].StartsWith("Sở", StringComparison.Ordinal)) Assert.Equal(["Sở Nội vụ"], table.Rows[0].Cells[1].Names);
    }

    [Theory]
    [InlineData("quoted-printable")]
    [InlineData("base64")]
    public async Task A_web_archive_is_read_as_its_page(string transfer)
    {
        var page = Encoding.UTF8.GetBytes("<html><body><table><tr><td>STT</td><td>Tiêu chí</td></tr><tr><td>1</td><td>Chỉ đạo</td></tr><tr><td>1.1</td><td>Kế hoạch</td></tr></table></body></html>");
        var body = transfer == "base64" ? Convert.ToBase64String(page, Base64FormattingOptions.InsertLineBreaks) : string.Concat(page.Select((b, i) => (b is > 127 or (byte)'=' ? $"={b:X2}" : ((char)b).ToString()) + (i % 60 == 59 ? "=\r\n" : "")));
        var archive = $"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"--b\"\r\n\r\n----b\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n{body}\r\n----b\r\nContent-Type: image/png\r\n\r\nx\r\n----b--\r\n";
        var annex = await Annexes.ReadAsync(Encoding.ASCII.GetBytes(archive), "mau.mht");
        Assert.Equal(["Chỉ đạo", "Kế hoạch"], annex.Rows.Select(row => row.Title));
        Assert.Contains(annex.Findings, finding => finding.Message.Vi.Contains("MHT", StringComparison.Ordinal));
    }

    private static byte[] Book(params string[][] rows) =>
        Of(string.Concat(rows.Select((row, r) => Row(r + 1, [.. row.Select((text, c) => (text, place: $"{(char)('A' + c)}{r + 1}")).Where(cell => cell.text.Length > 0).Select(cell => Text(cell.place, cell.text))]))));
}
