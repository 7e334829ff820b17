using OpenPar.Documents.Reading;
using OpenPar.Documents.Reading.Pdf;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Tests.Reading.Documents;

/// <summary>Tables out of rules and words, without the tools that find them.</summary>
public class PdfGridTests
{
    private static readonly double[] Xs = [40, 100, 300, 500];

    [Fact]
    public void Two_tables_on_a_page_are_two_tables_and_the_text_between_them_stands_between()
    {
        var document = Read(Page([("1", "a", "b")], [("2", "c", "d")], between: "Giữa hai bảng"));
        Assert.Equal(3, document.Blocks.Count);
        Assert.Equal("Giữa hai bảng", Assert.IsType<TextBlock>(document.Blocks[1]).Text);
        Assert.Equal(["1 | a | b"], Assert.IsType<Table>(document.Blocks[0]).AllRows());
        Assert.Equal(["2 | c | d"], Assert.IsType<Table>(document.Blocks[2]).AllRows());
    }

    [Fact]
    public void A_table_goes_on_over_the_page_and_its_repeated_header_is_marked()
    {
        var table = Read(Page([("STT", "Tiêu", "Sở"), ("1", "a", "b")]), Page([("STT", "Tiêu", "Sở"), ("2", "c", "d")])).OneTable();
        Assert.Equal(["STT | Tiêu | Sở", "1 | a | b", "STT | Tiêu | Sở", "2 | c | d"], table.AllRows());
        Assert.Equal([RowMarks.None, RowMarks.None, RowMarks.RepeatedHeader, RowMarks.NewPage], Enumerable.Range(0, 4).Select(table.MarksOf));
        var place = table.Cells.Single(cell => cell.Text == "c").Place;
        Assert.Equal(new Place(2, 2), place with { Band = null });
        Assert.True(place.Band is { Top: > 0, Bottom: < 1 } band && band.Top < band.Bottom);
    }

    [Fact]
    public void A_title_above_the_next_table_parts_the_two() =>
        Assert.Equal(2, Read(Page([("1", "a", "b")]), Page([("1", "c", "d")], above: "Phụ lục II")).Blocks.OfType<Table>().Count());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_landscape_table_printed_across_an_upright_page_is_turned(bool up)
    {
        var page = Page([("STT", "Tiêu chí", "Cơ quan"), ("1.1.1", "Kế hoạch", "Sở Nội vụ")]);
        var turned = new PdfPage(page.Height, page.Width, page.Words.ConvertAll(w => Turned(w, page, up)), page.Rules.ConvertAll(r => Turned(r, page, up)));
        Assert.Equal(["STT | Tiêu chí | Cơ quan", "1.1.1 | Kế hoạch | Sở Nội vụ"], Read(turned).OneTable().AllRows());
    }

    [Fact]
    public void Missing_rules_that_leave_no_rectangle_are_doubted_and_no_word_is_lost()
    {
        var page = Page([("1", "a", "b"), ("2", "c", "d")]);
        // Without these two pieces 1, a and c are one bent cell.
        var rules = page.Rules.SelectMany(rule => rule.Vertical && rule.At == Xs[1] ? [rule with { From = 120 }]
            : !rule.Vertical && rule.At == 120 ? new[] { rule with { To = Xs[1] }, rule with { From = Xs[2] } } : [rule]).ToList();
        var table = Read(page with { Rules = rules }).OneTable();
        table.IsWhole();
        Assert.Equal(["1", "2", "a", "b", "c", "d"], table.Cells.SelectMany(cell => cell.Text.Split(' ')).Where(word => word.Length > 0).Order(StringComparer.Ordinal));
        Assert.Contains(table.Cells, cell => cell.Marks.Any(mark => mark.Kind == CellMarkKind.UncertainExtent));
    }

    private static SourceDocument Read(params PdfPage[] pages)
    {
        var draft = new DocumentDraft("mau.pdf");
        var tables = new PdfTables(draft);
        for (var i = 0; i < pages.Length; i++) tables.Add(i + 1, pages[i].Turned(), PdfGrid.All(pages[i].Turned()), Array.Empty<TextLine>());
        tables.Close();
        return draft.Done();
    }

    // Rows 20 points high from 100 points down; a second table 60 points below the first.
    private static PdfPage Page((string, string, string)[] first, (string, string, string)[]? second = null, string? between = null, string? above = null)
    {
        var page = new PdfPage(600, 800, [], []);
        if (above is not null) page.Words.Add(new PdfWord(200, 60, 300, 70, above));
        var bottom = Draw(page, first, 100);
        if (between is not null) page.Words.Add(new PdfWord(200, bottom + 20, 300, bottom + 30, between));
        if (second is not null) Draw(page, second, bottom + 60);
        return page;
    }

    private static double Draw(PdfPage page, (string, string, string)[] rows, double top)
    {
        var bottom = top + (20 * rows.Length);
        page.Rules.AddRange(Xs.Select(x => new PdfRule(true, x, top, bottom)));
        page.Rules.AddRange(Enumerable.Range(0, rows.Length + 1).Select(i => new PdfRule(false, top + (20 * i), Xs[0], Xs[^1])));
        for (var r = 0; r < rows.Length; r++)
        {
            string[] cells = [rows[r].Item1, rows[r].Item2, rows[r].Item3];
            for (var c = 0; c < 3; c++)
            {
                var left = Xs[c] + 4;
                foreach (var word in cells[c].Split(' '))
                {
                    page.Words.Add(new PdfWord(left, top + (20 * r) + 5, left + (6 * word.Length), top + (20 * r) + 15, word));
                    left += (6 * word.Length) + 4;
                }
            }
        }

        return bottom;
    }

    private static PdfWord Turned(PdfWord w, PdfPage page, bool up) => up
        ? new PdfWord(w.Top, page.Width - w.Right, w.Bottom, page.Width - w.Left, w.Text)
        : new PdfWord(page.Height - w.Bottom, w.Left, page.Height - w.Top, w.Right, w.Text);

    private static PdfRule Turned(PdfRule r, PdfPage page, bool up)
    {
        if (up) return r.Vertical ? new PdfRule(false, page.Width - r.At, r.From, r.To) : new PdfRule(true, r.At, page.Width - r.To, page.Width - r.From);
        return r.Vertical ? new PdfRule(false, r.At, page.Height - r.To, page.Height - r.From) : new PdfRule(true, page.Height - r.At, r.From, r.To);
    }
}
