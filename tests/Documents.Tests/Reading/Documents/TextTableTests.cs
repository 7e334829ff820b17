using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Tests.Reading.Documents;

/// <summary>Tables in plain text: a line for each row, or a line for each cell.</summary>
public class TextTableTests
{
    [Fact]
    public async Task Lines_with_tabs_are_rows_and_a_repeated_header_begins_a_page()
    {
        var document = await SourceDocuments.ReadAsync("PHỤ LỤC\n\nTT\tTiêu chí\tPhân công\t\n\t\tChủ trì\tPhối hợp\n1\tA\tSở X\tSở Y\n\nTT\tTiêu chí\tPhân công\t\n\t\tChủ trì\tPhối hợp\n\ttiếp\t\t\nGhi chú");
        Assert.Equal(["PHỤ LỤC", "Ghi chú"], document.Texts());
        var table = document.OneTable();
        Assert.Equal((6, 4), (table.Rows, table.Columns));
        Assert.Equal([RowMarks.RepeatedHeader, RowMarks.RepeatedHeader, RowMarks.NewPage], Enumerable.Range(3, 3).Select(table.MarksOf));
        Assert.Equal(9, table.Cells.First(cell => cell.Row == 5).Place.Line);
    }

    [Fact]
    public async Task Lines_that_begin_with_a_tab_are_cells_and_may_hold_several_lines()
    {
        var document = await SourceDocuments.ReadAsync(
            "PHỤ LỤC\n\n\tTT\n\tNhiệm vụ\n\tChủ trì\n\tThời gian\n\n\tI\n\tCÔNG TÁC CHUNG\n\n\t1\n\t2.1. Việc đầu\n\n2.2. Việc nữa\n\tSở Nội vụ\n\tQuý I/2022\n\n\t\n\tViệc ba\n\n\n\tSở Tư pháp\n\t\n\n\t4 \n\n5\n\tViệc bốn\n\tSở Tài chính\n\t12/2021\n\nNơi nhận");
        var table = document.OneTable();
        Assert.Equal(
            ["TT | Nhiệm vụ | Chủ trì | Thời gian", "I | CÔNG TÁC CHUNG |  | ", "1 | 2.1. Việc đầu⏎2.2. Việc nữa | Sở Nội vụ | Quý I/2022", " | Việc ba | Sở Tư pháp | ", "4⏎5 | Việc bốn | Sở Tài chính | 12/2021"],
            table.AllRows());
        Assert.Equal(["PHỤ LỤC", "Nơi nhận"], document.Texts());
    }

    [Fact]
    public async Task The_task_framework_of_the_seeds_has_69_rows_in_nine_sections()
    {
        var document = await SourceDocuments.ReadFileAsync(Shared.File("seeds/003_83533402004b2f18.txt"));
        var table = document.OneTable();
        Assert.Equal((79, 9), (table.Rows, table.Columns));
        var grid = new TableGrid(table);
        Assert.Equal(69, Enumerable.Range(1, 78).Count(r => Enumerable.Range(2, 7).Any(c => grid[r, c].Text.Length > 0)));
        Assert.Equal(["I", "II", "III", "IV", "V", "VI", "VII", "A", "B"], Enumerable.Range(1, 78).Where(r => Enumerable.Range(2, 7).All(c => grid[r, c].Text.Length == 0)).Select(r => grid[r, 0].Text));
    }

    [Fact]
    public async Task The_improvement_plan_of_the_seeds_has_three_tables()
    {
        var document = await SourceDocuments.ReadFileAsync(Shared.File("seeds/001_f604188737d5d6ab.txt"));
        Assert.Equal([6, 6, 5], document.Blocks.OfType<Table>().Select(table => table.Columns));
        Assert.All(document.Blocks.OfType<Table>(), table => table.IsWhole());
    }

    [Fact]
    public async Task Text_without_tables_keeps_its_blank_lines_and_pages()
    {
        var document = await SourceDocuments.ReadAsync("I. MỞ ĐẦU\n\n\nDòng hai\n\fDòng ba");
        Assert.Equal([(0, false), (2, false), (0, true)], document.Blocks.Cast<TextBlock>().Select(block => (block.Gap, block.NewPage)));
        Assert.Equal([1, 4, 5], document.Blocks.Select(block => block.Place.Line));
    }
}
