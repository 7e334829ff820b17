using System.Globalization;
using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Tables;
using OpenPar.Documents.Reading.Xlsx;
using static OpenPar.Documents.Tests.Reading.Documents.SampleXlsx;

namespace OpenPar.Documents.Tests.Reading.Documents;

/// <summary>Workbooks: merges, sheets, hidden parts, values as Excel shows them.</summary>
public class XlsxReadingTests
{
    [Fact]
    public async Task Merged_cells_and_the_lines_around_the_table_are_told_apart()
    {
        var document = await SourceDocuments.ReadAsync(Of(
            Row(1, Text("A1", "PHỤ LỤC")) + Row(3, Text("A3", "STT"), Text("B3", "Tiêu chí"), Text("C3", "Phân công")) + Row(4, Text("C4", "Chủ trì"), Text("D4", "Phối hợp"))
            + Row(5, Text("A5", "1.1"), Text("B5", "Kế hoạch"), Text("C5", "Sở Nội vụ"), Text("D5", "x")) + Row(6, Text("A6", "1.2"), Text("B6", "Báo cáo"))
            + Row(9, Text("A9", "Ghi chú: số liệu mẫu")),
            "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:B4\"/><mergeCell ref=\"C3:D3\"/><mergeCell ref=\"C5:C6\"/></mergeCells>"));
        Assert.Equal(["PHỤ LỤC", "Ghi chú: số liệu mẫu"], document.Texts());
        var table = document.OneTable();
        Assert.Equal(["STT ↕2 | Tiêu chí ↕2 | Phân công ↔2", "Chủ trì | Phối hợp", "1.1 | Kế hoạch | Sở Nội vụ ↕2 | x", "1.2 | Báo cáo | "], table.AllRows());
        Assert.Equal(new Place(5, null, "Phụ lục", "C5"), table.Cells.Single(cell => cell.Text == "Sở Nội vụ").Place);
        table.IsWhole();
    }

    [Theory]
    [InlineData("2300", "#,##0", "2.300")]
    [InlineData("2300.5", "#,##0.00", "2.300,50")]
    [InlineData("0.5", "0.00", "0.50")]
    [InlineData("0.7", "0%", "70%")]
    [InlineData("0.125", "0.0%", "12.5%")]
    [InlineData("44531", "mm/yyyy", "12/2021")]
    [InlineData("44531", "d/m/yyyy", "1/12/2021")]
    [InlineData("44531.5", "dd/mm/yyyy hh:mm", "01/12/2021 12:00")]
    [InlineData("1.1", "General", "1.1")]
    [InlineData("0.30000000000000004", "General", "0.3")]
    [InlineData("1500000", "#,##0\" đồng\"", "1.500.000 đồng")]
    [InlineData("1500000", "#,##0,", "1.500")]
    [InlineData("-5", "0;(0)", "(5)")]
    [InlineData("0", "0;-0;\"–\"", "–")]
    [InlineData("3", "\"Quý \"0", "Quý 3")]
    [InlineData("5", "@", "5")]
    [InlineData("7", "[Red]0.0_)", "7.0")]
    public async Task Numbers_are_shown_by_their_formats(string value, string format, string expected)
    {
        var styles = $"<numFmts><numFmt numFmtId=\"170\" formatCode=\"{System.Security.SecurityElement.Escape(format)}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>";
        var document = await SourceDocuments.ReadAsync(Of(Row(1, Number("A1", value, 1)), styles: styles));
        Assert.Equal([expected], document.Texts());
    }

    [Fact]
    public async Task Formulas_give_their_stored_values_and_those_without_are_a_finding()
    {
        var document = await SourceDocuments.ReadAsync(Of(
            Row(1, "<c r=\"A1\"><f>SUM(B1:B2)</f><v>12</v></c>", "<c r=\"B1\" t=\"str\"><f>A1&amp;\"x\"</f><v>12x</v></c>", "<c r=\"C1\" t=\"b\"><v>1</v></c>")
            + Row(2, "<c r=\"A2\"><f>A1</f></c>", "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>")));
        Assert.Contains("12 | 12x | TRUE", document.OneTable().AllRows());
        Assert.Equal(2, document.Findings.Count(finding => finding.Severity == Severity.Warning));
    }

    [Fact]
    public async Task Hidden_rows_columns_and_sheets_are_read_and_flagged()
    {
        var data = "<sheetData>" + Row(1, Text("A1", "a"), Text("B1", "b"), Text("C1", "c")) + "<row r=\"2\" hidden=\"1\">" + Text("A2", "d") + Text("B2", "e") + "</row></sheetData>";
        var document = await SourceDocuments.ReadAsync(Of([("Chính", "visible", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>" + data), ("Cũ", "hidden", data)]));
        var tables = document.Blocks.OfType<Table>().ToList();
        Assert.Equal([false, true], tables.Select(table => table.HiddenSheet));
        Assert.Equal(RowMarks.Hidden, tables[0].MarksOf(1));
        Assert.Equal([1], tables[0].HiddenColumns);
        Assert.Equal(4, document.Findings.Count);
    }

    [Fact]
    public async Task Shared_and_rich_texts_are_joined_and_old_fonts_converted()
    {
        var shared = "<si><t>Sở Nội vụ</t></si><si><r><rPr><rFont val=\".VnTime\"/></rPr><t>Së Néi </t></r><r><rPr><rFont val=\".VnTime\"/></rPr><t>vô</t></r><rPh sb=\"0\" eb=\"1\"><t>bỏ</t></rPh></si><si><t>hai_x000D_\ndòng</t></si>";
        var document = await SourceDocuments.ReadAsync(Of(
            Row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>", "<c r=\"B1\" t=\"s\"><v>1</v></c>", "<c r=\"C1\" t=\"s\"><v>2</v></c>", "<c r=\"D1\" t=\"s\"><v>99</v></c>"), shared: shared));
        Assert.Equal(["Sở Nội vụ | Sở Nội vụ | hai⏎dòng"], document.OneTable().AllRows());
        Assert.Equal(CellMarkKind.Corrected, Assert.Single(document.OneTable().Cells[1].Marks).Kind);
    }

    [Fact]
    public async Task A_sheet_with_its_cells_in_far_corners_stays_small()
    {
        var document = await SourceDocuments.ReadAsync(Of(
            Row(1, Text("A1", "a"), Text("XFD1", "b")) + Row(1_048_576, Text("A1048576", "c"), Text("XFD1048576", "d")), "<mergeCells><mergeCell ref=\"A1:B1048575\"/></mergeCells>"));
        Assert.Equal((2, 2), (document.OneTable().Rows, document.OneTable().Columns));
    }

    [Fact]
    public async Task Ten_thousand_rows_are_read_whole()
    {
        var data = string.Concat(Enumerable.Range(1, 10_000).Select(r => Row(r, [.. "ABCDEFGH".Select(c => Text(string.Create(CultureInfo.InvariantCulture, $"{c}{r}"), $"ô {c} {r}"))])));
        var document = await SourceDocuments.ReadAsync(Of(data));
        Assert.Equal((10_000, 8), (document.OneTable().Rows, document.OneTable().Columns));
        Assert.Empty(document.Findings);
    }

    [Theory]
    [InlineData("A1", 1, 1)]
    [InlineData("$B$7", 7, 2)]
    [InlineData("XFD1048576", 1_048_576, 16_384)]
    [InlineData("XFE1", null, null)]
    [InlineData("A0", null, null)]
    [InlineData("7", null, null)]
    public void Names_of_cells_are_places(string name, int? row, int? column) => Assert.Equal((row, column), (SheetCode.Read(name)?.Row, SheetCode.Read(name)?.Column));
}
