using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing;

namespace OpenPar.Documents.Tests.Writing;

public class ScoreSheetDocxTests
{
    private static readonly byte[] File = WrittenFile.Bytes(stream => ScoreSheetDocx.Write(SamplePapers.ScoreSheet, stream));

    private static T Body<T>(Func<Body, T> read) => WrittenFile.Docx(File, document => read(document.MainDocumentPart!.Document.Body!));

    [Fact]
    public void The_file_is_valid() => Assert.Equal("", string.Join("\n", WrittenFile.Docx(File, WrittenFile.Faults)));

    [Fact]
    public void The_page_is_A4_turned_with_the_margins_of_Nghi_dinh_30() => Body(body =>
    {
        var section = Assert.Single(body.Descendants<SectionProperties>());
        var size = section.GetFirstChild<PageSize>()!;
        Assert.Equal((16838u, 11906u), (size.Width!.Value, size.Height!.Value));
        Assert.Equal(PageOrientationValues.Landscape, size.Orient!.Value);
        var margin = section.GetFirstChild<PageMargin>()!;
        Assert.Equal((1134, 1134, 1701u, 851u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
        return true;
    });

    [Fact]
    public void The_font_is_Times_New_Roman_14_by_default() => WrittenFile.Docx(File, document =>
    {
        var run = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        var fonts = run.RunFonts!;
        Assert.All(new[] { fonts.Ascii, fonts.HighAnsi, fonts.EastAsia, fonts.ComplexScript }, font => Assert.Equal("Times New Roman", font!.Value));
        Assert.Equal("28", run.FontSize!.Val!.Value);
        Assert.Empty(document.MainDocumentPart.Document.Descendants<RunFonts>());
        return true;
    });

    [Fact]
    public void The_head_is_a_borderless_table_of_two_by_two_with_number_and_date_on_one_row() => Body(body =>
    {
        var head = body.Elements<Table>().First();
        Assert.Null(head.GetFirstChild<TableProperties>()!.TableBorders);
        var rows = head.Elements<TableRow>().ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(2, row.Elements<TableCell>().Count()));
        Assert.Contains("SỞ NỘI VỤ", rows[0].InnerText, StringComparison.Ordinal);
        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc", rows[0].InnerText, StringComparison.Ordinal);
        Assert.StartsWith("Số:", rows[1].InnerText, StringComparison.Ordinal);
        Assert.EndsWith("Đắk Lắk, ngày … tháng … năm …", rows[1].InnerText, StringComparison.Ordinal);
        Assert.All(rows[1].Elements<TableCell>().Last().Descendants<Run>(), run => Assert.NotNull(run.RunProperties!.Italic));
        return true;
    });

    [Fact]
    public void Rules_are_borders_and_the_one_below_the_motto_is_as_long_as_the_motto() => Body(body =>
    {
        var cell = body.Elements<Table>().First().Elements<TableRow>().First().Elements<TableCell>().Last();
        var rule = cell.Elements<Paragraph>().Single(p => p.ParagraphProperties!.ParagraphBorders is not null).ParagraphProperties!;
        var width = int.Parse(cell.TableCellProperties!.TableCellWidth!.Width!.Value!, null);
        var drawn = width - int.Parse(rule.Indentation!.Left!.Value!, null) - int.Parse(rule.Indentation.Right!.Value!, null);
        // 3,427 twips is the width of "Độc lập - Tự do - Hạnh phúc" in bold 14, summed from the font's own advance widths.
        Assert.InRange(drawn, 3400, 3450);
        Assert.DoesNotContain("___", body.InnerText, StringComparison.Ordinal);
        return true;
    });

    [Fact]
    public void The_header_rows_repeat_and_the_third_numbers_the_columns_in_italics() => Body(body =>
    {
        var rows = body.Elements<Table>().ElementAt(1).Elements<TableRow>().ToList();
        var repeated = rows.TakeWhile(row => row.TableRowProperties?.GetFirstChild<TableHeader>() is not null).ToList();
        Assert.Equal(3, repeated.Count);
        Assert.Equal(string.Concat(Enumerable.Range(1, 10).Select(i => $"({i})")), repeated[2].InnerText);
        Assert.All(repeated[2].Descendants<Run>(), run => Assert.NotNull(run.RunProperties!.Italic));
        Assert.All(rows.Skip(3), row => Assert.Null(row.TableRowProperties?.GetFirstChild<TableHeader>()));
        return true;
    });

    [Fact]
    public void Rows_do_not_break_across_pages_unless_one_is_taller_than_a_page()
    {
        Assert.True(Body(body => body.Elements<Table>().ElementAt(1).Elements<TableRow>()
            .All(row => row.TableRowProperties?.GetFirstChild<CantSplit>() is not null)));
        var rows = SamplePapers.ScoreSheet.Rows.ToList();
        rows[1] = rows[1] with { Explanation = string.Join(' ', Enumerable.Repeat("giải trình rất dài", 300)) };
        var file = WrittenFile.Bytes(stream => ScoreSheetDocx.Write(SamplePapers.ScoreSheet with { Rows = rows }, stream));
        var breaking = WrittenFile.Docx(file, document => document.MainDocumentPart!.Document.Body!.Elements<Table>().ElementAt(1)
            .Elements<TableRow>().Count(row => row.TableRowProperties?.GetFirstChild<CantSplit>() is null));
        Assert.Equal(1, breaking);
    }

    [Fact]
    public void The_page_number_stands_centred_above_but_not_on_the_first_page() => WrittenFile.Docx(File, document =>
    {
        var main = document.MainDocumentPart!;
        var section = main.Document.Body!.Descendants<SectionProperties>().Single();
        Assert.NotNull(section.GetFirstChild<TitlePage>());
        string Fields(HeaderFooterValues type) => string.Concat(((DocumentFormat.OpenXml.Packaging.HeaderPart)main.GetPartById(
            section.Elements<HeaderReference>().Single(r => r.Type!.Value == type).Id!)).Header.Descendants<FieldCode>().Select(f => f.Text));
        Assert.Equal(" PAGE ", Fields(HeaderFooterValues.Default));
        Assert.Equal("", Fields(HeaderFooterValues.First));
        var style = main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == "DauVanBan");
        Assert.Equal(JustificationValues.Center, style.StyleParagraphProperties!.Justification!.Val!.Value);
        return true;
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Invented_figures_are_marked_in_every_header_and_real_ones_are_not(bool demonstration)
    {
        var paper = SamplePapers.ScoreSheet;
        var file = WrittenFile.Bytes(stream => ScoreSheetDocx.Write(
            paper with { Trace = paper.Trace with { Demonstration = demonstration } }, stream));
        var headers = WrittenFile.Docx(file, document => document.MainDocumentPart!.HeaderParts.Select(part => part.Header.InnerText).ToList());
        Assert.Equal(2, headers.Count);
        Assert.All(headers, text => Assert.Equal(demonstration, text.Contains(PaperTrace.DemonstrationMark, StringComparison.Ordinal)));
    }

    [Fact]
    public void Unknown_maxima_are_said_to_be_unknown_and_points_are_rounded_on_paper_only()
    {
        var text = WrittenFile.Text(File);
        Assert.Contains("1.3.1 | Tỷ lệ cơ quan được kiểm tra trong năm |  |  | chưa biết | 1,00 |", text, StringComparison.Ordinal);
        Assert.Contains("| 1,50 | 1,43 | 1,35 |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_mark_is_glued_to_the_last_word() =>
        Assert.Contains("- Số liệu là dữ liệu minh hoạ./.", WrittenFile.Text(File), StringComparison.Ordinal);

    [Fact]
    public void Text_is_composed()
    {
        var file = WrittenFile.Bytes(stream => ScoreSheetDocx.Write(
            SamplePapers.ScoreSheet with { Unit = "Tỉnh Đắk Lắk".Normalize(NormalizationForm.FormD) }, stream));
        Assert.Equal(WrittenFile.Text(File), WrittenFile.Text(file));
        Assert.True(WrittenFile.Text(file).IsNormalized(NormalizationForm.FormC));
    }

    [Fact]
    public void The_paper_reads_as_approved() => ApprovedFile.Matches("score-sheet.docx.txt", WrittenFile.Text(File));

    [Fact]
    public void The_document_part_is_as_approved() => ApprovedFile.Matches("score-sheet.document.xml", WrittenFile.DocumentXml(File));
}
