using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Tables;
using static OpenPar.Documents.Tests.Reading.Documents.SampleDocx;

namespace OpenPar.Documents.Tests.Reading.Documents;

/// <summary>Tables of Word files: merges, nesting, pages.</summary>
public class DocxTableTests
{
    private const string Restart = "<w:vMerge w:val=\"restart\"/>";
    private const string Continue = "<w:vMerge/>";

    [Fact]
    public async Task Merged_cells_keep_what_they_span()
    {
        var table = await TableAsync(Tbl(
            Tr(Tc("STT", Restart), Tc("Tiêu chí", Restart), Tc("Phân công", "<w:gridSpan w:val=\"2\"/>")),
            Tr(Tc("", Continue), Tc("", "<w:vMerge w:val=\"continue\"/>"), Tc("Chủ trì"), Tc("Phối hợp")),
            Tr(Tc("1.1"), Tc("Kế hoạch"), Tc("Sở Nội vụ", Restart), Tc("")),
            Tr(Tc("1.2"), Tc("Báo cáo"), Tc("", Continue), Tc("UBND cấp xã"))));
        Assert.Equal(["STT ↕2 | Tiêu chí ↕2 | Phân công ↔2", "Chủ trì | Phối hợp", "1.1 | Kế hoạch | Sở Nội vụ ↕2 | ", "1.2 | Báo cáo | UBND cấp xã"], table.AllRows());
        table.IsWhole();
    }

    [Fact]
    public async Task Rows_that_begin_late_or_end_early_are_filled_with_empty_cells()
    {
        var table = await TableAsync(Tbl(
            Tr(Tc("a"), Tc("b"), Tc("c")),
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>" + Tc("giữa") + "</w:tr>"));
        Assert.Equal(["a | b | c", " | giữa | "], table.AllRows());
        table.IsWhole();
    }

    [Fact]
    public async Task Borders_a_hair_apart_are_one_border()
    {
        var grid = "<w:tblGrid><w:gridCol w:w=\"600\"/><w:gridCol w:w=\"30\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>";
        var table = await TableAsync("<w:tbl>" + grid
            + Tr(Tc("STT", "<w:gridSpan w:val=\"2\"/>"), Tc("Tiêu chí"))
            + Tr(Tc("1"), Tc("Kế hoạch", "<w:gridSpan w:val=\"2\"/>")) + "</w:tbl>");
        Assert.Equal(["STT | Tiêu chí", "1 | Kế hoạch"], table.AllRows());
    }

    [Fact]
    public async Task A_table_in_a_cell_becomes_its_text_in_place_with_a_mark()
    {
        var table = await TableAsync(Tbl(
            Tr(Tc("1"), Tc(P("Trước") + Tbl(Tr(Tc("x"), Tc("1")), Tr(Tc("y"), Tc("2"))) + P("Sau")))));
        Assert.Equal("1 | Trước⏎x\t1⏎y\t2⏎Sau", table.Row(0));
        Assert.Contains(table.Cells[1].Marks, mark => mark.Kind == CellMarkKind.Joined);
    }

    [Fact]
    public async Task A_frame_around_a_table_is_no_table()
    {
        var document = await SourceDocuments.ReadAsync(Of(Tbl(Tr(Tc(P("PHỤ LỤC") + Tbl(Tr(Tc("1"), Tc("a")), Tr(Tc("2"), Tc("b"))))))));
        Assert.Equal(["PHỤ LỤC"], document.Texts());
        Assert.Equal(["1 | a", "2 | b"], document.OneTable().AllRows());
    }

    [Fact]
    public async Task A_thousand_nested_tables_are_one_finding()
    {
        var body = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>", 1_000)) + P("sâu") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 1_000));
        var document = await SourceDocuments.ReadAsync(Of(P("Mở đầu") + body + P("Kết")));
        Assert.Single(document.Findings, finding => finding.Severity == Severity.Warning && finding.Message.Vi.Contains("lồng nhau", StringComparison.Ordinal));
        Assert.Equal(["Mở đầu", "Kết"], document.Texts());
    }

    [Fact]
    public async Task A_span_of_a_million_columns_is_cut_with_a_finding()
    {
        var document = await SourceDocuments.ReadAsync(Of(Tbl(Tr(Tc("a", "<w:gridSpan w:val=\"1000000\"/>")), Tr(Tc("b"), Tc("c")))));
        document.OneTable().IsWhole();
        Assert.Contains(document.Findings, finding => finding.Message.Vi.Contains("cột", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hundred_thousand_cells_are_read()
    {
        var row = Tr([.. Enumerable.Range(0, 10).Select(c => Tc($"ô {c}"))]);
        var document = await SourceDocuments.ReadAsync(Of(Tbl([.. Enumerable.Repeat(row, 10_000)])));
        Assert.Equal(100_000, document.OneTable().Cells.Count);
        Assert.Empty(document.Findings);
    }

    [Fact]
    public async Task Pages_come_from_the_marks_of_the_last_printing()
    {
        var broken = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Báo cáo</w:t></w:r></w:p>";
        var document = await SourceDocuments.ReadAsync(Of(P("Phụ lục") + Tbl(Tr(Tc("1.1"), Tc("Kế hoạch")), Tr(Tc(broken), Tc("x")), Tr(Tc("1.3"), Tc("y")))));
        var table = document.OneTable();
        Assert.Equal([1, 2, 2], table.Cells.Where(cell => cell.Column == 0).Select(cell => cell.Place.Page!.Value));
        Assert.Equal(RowMarks.NewPage, table.MarksOf(1));
        Assert.Equal(RowMarks.None, table.MarksOf(2));
    }

    [Fact]
    public async Task A_deleted_row_is_gone_and_an_inserted_one_stays()
    {
        var document = await SourceDocuments.ReadAsync(Of(Tbl(
            Tr(Tc("1"), Tc("a")),
            "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + Tc("2") + Tc("bỏ") + "</w:tr>",
            "<w:tr><w:trPr><w:ins w:id=\"2\"/></w:trPr>" + Tc("3") + Tc("thêm") + "</w:tr>",
            "<w:sdt><w:sdtContent>" + Tr(Tc("4"), "<w:sdt><w:sdtContent>" + Tc("hộp") + "</w:sdtContent></w:sdt>") + "</w:sdtContent></w:sdt>")));
        Assert.Equal(["1 | a", "3 | thêm", "4 | hộp"], document.OneTable().AllRows());
        Assert.Single(document.Findings, finding => finding.Message.Vi.Contains("theo dõi", StringComparison.Ordinal));
    }

    private static async Task<Table> TableAsync(string body) => (await SourceDocuments.ReadAsync(Of(body))).OneTable();
}
