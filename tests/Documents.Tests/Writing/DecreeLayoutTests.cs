using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing;

namespace OpenPar.Documents.Tests.Writing;

/// <summary>
/// The figures of Nghị định 30/2020/NĐ-CP, Phụ lục I (page, fonts, sizes, blocks), read back from the files: what a paper
/// means to do is not asked, only what stands in it.
/// </summary>
public class DecreeLayoutTests
{
    private const string Decision = "QUYẾT ĐỊNH";

    public static TheoryData<PaperKind> Kinds => [.. PaperKinds.All];

    public static TheoryData<PaperKind> WithHead => [.. PaperKinds.All.Where(kind => kind is not (PaperKind.FrameworkAnnex or PaperKind.PlanTable))];

    private static T Read<T>(PaperKind kind, Func<MainDocumentPart, T> read)
    {
        var paper = PaperSamples.Of(kind);
        paper = paper with { Trace = paper.Trace with { VerificationCode = "7F3A-91C2" } };
        return WrittenFile.Docx(WrittenFile.Bytes(stream => PaperWriter.Write(paper, PaperFormat.Docx, stream)), document => read(document.MainDocumentPart!));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_page_is_A4_with_20_20_30_and_15_to_20_millimetres(PaperKind kind) => Read(kind, main =>
    {
        foreach (var section in main.Document.Descendants<SectionProperties>())
        {
            var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
            Assert.Equal((11906u, 16838u), (Math.Min(size.Width!.Value, size.Height!.Value), Math.Max(size.Width!.Value, size.Height!.Value)));
            Assert.Equal(size.Width > size.Height ? PageOrientationValues.Landscape : PageOrientationValues.Portrait, size.Orient!.Value);
            Assert.Equal((1134, 1134, 1701u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value));
            Assert.InRange(margin.Right!.Value, 851u, 1134u);
        }

        return true;
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Everything_is_Times_New_Roman_and_black_but_the_mark(PaperKind kind) => Read(kind, main =>
    {
        var fonts = main.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.RunFonts!;
        Assert.All(new[] { fonts.Ascii, fonts.HighAnsi, fonts.EastAsia, fonts.ComplexScript }, font => Assert.Equal("Times New Roman", font!.Value));
        Assert.Empty(main.Document.Descendants<RunFonts>());
        Assert.Empty(main.Document.Descendants<Color>());
        return true;
    });

    [Theory]
    [MemberData(nameof(WithHead))]
    public void The_head_is_two_by_two_without_borders_and_in_the_sizes_of_the_decree(PaperKind kind) => Read(kind, main =>
    {
        var head = main.Document.Body!.Elements<Table>().First();
        Assert.Null(head.GetFirstChild<TableProperties>()!.TableBorders);
        var rows = head.Elements<TableRow>().Select(row => row.Elements<TableCell>().ToList()).ToList();
        Assert.Equal([2, 2], rows.Select(row => row.Count));
        Assert.Equal((13m, true, false), LookOf(main, rows[0][1], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
        Assert.Equal((14m, true, false), LookOf(main, rows[0][1], "Độc lập - Tự do - Hạnh phúc"));
        var issuer = rows[0][0].Descendants<Run>().Last(run => run.InnerText.Length > 0);
        Assert.Equal((13m, true), (SizeOf(main, issuer), issuer.RunProperties?.Bold is not null));
        Assert.Equal(issuer.InnerText.ToUpperInvariant(), issuer.InnerText);
        Assert.StartsWith("Số:", rows[1][0].InnerText, StringComparison.Ordinal);
        Assert.InRange(SizeOf(main, rows[1][0].Descendants<Run>().First()), 12m, 13m);
        var date = rows[1][1].Descendants<Run>().First();
        Assert.InRange(SizeOf(main, date), 13m, 14m);
        Assert.NotNull(date.RunProperties!.Italic);
        // Rules are borders, one below each side.
        Assert.All(rows[0], cell => Assert.Single(cell.Elements<Paragraph>(), p => p.ParagraphProperties?.ParagraphBorders is not null));
        return true;
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_title_is_bold_capitals_of_14_points_in_the_middle(PaperKind kind) => Read(kind, main =>
    {
        var title = main.Document.Body!.Elements<Paragraph>().First(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "TenVanBan");
        Assert.Equal(title.InnerText.ToUpper(CultureInfo.InvariantCulture), title.InnerText);
        var style = Style(main, "TenVanBan");
        Assert.Equal("28", style.StyleRunProperties!.FontSize!.Val!.Value);
        Assert.NotNull(style.StyleRunProperties.Bold);
        Assert.Equal(JustificationValues.Center, style.StyleParagraphProperties!.Justification!.Val!.Value);
        return true;
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_body_is_13_to_14_points_justified_indented_with_six_points_between(PaperKind kind) => Read(kind, main =>
    {
        var style = Style(main, "VanBan");
        Assert.InRange(int.Parse(style.StyleRunProperties!.FontSize!.Val!.Value!, null), 26, 28);
        Assert.Equal(JustificationValues.Both, style.StyleParagraphProperties!.Justification!.Val!.Value);
        Assert.InRange(int.Parse(style.StyleParagraphProperties.Indentation!.FirstLine!.Value!, null), 567, 720);
        Assert.InRange(int.Parse(style.StyleParagraphProperties.SpacingBetweenLines!.Before!.Value!, null), 120, 240);
        return true;
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_page_number_is_13_to_14_points_centred_above_and_not_on_the_first_page(PaperKind kind) => Read(kind, main =>
    {
        foreach (var section in main.Document.Descendants<SectionProperties>())
        {
            Assert.NotNull(section.GetFirstChild<TitlePage>());
            Header Of(HeaderFooterValues type) => ((HeaderPart)main.GetPartById(section.Elements<HeaderReference>().Single(r => r.Type!.Value == type).Id!)).Header;
            var number = Of(HeaderFooterValues.Default).Descendants<FieldCode>().Single();
            Assert.Contains("PAGE", number.Text, StringComparison.Ordinal);
            var paragraph = number.Ancestors<Paragraph>().First();
            var style = Style(main, paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!);
            Assert.Equal(JustificationValues.Center, style.StyleParagraphProperties!.Justification!.Val!.Value);
            Assert.InRange(int.Parse(style.StyleRunProperties!.FontSize!.Val!.Value!, null), 26, 28);
            Assert.Empty(Of(HeaderFooterValues.First).Descendants<FieldCode>());
        }

        return true;
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Tables_repeat_their_heads_and_number_their_columns(PaperKind kind) => Read(kind, main =>
    {
        var ruled = main.Document.Body!.Descendants<Table>().Where(table => table.GetFirstChild<TableProperties>()!.TableBorders is not null).ToList();
        Assert.NotEmpty(ruled);
        foreach (var rows in ruled.Select(table => table.Elements<TableRow>().ToList()))
        {
            var heads = rows.TakeWhile(row => row.TableRowProperties?.GetFirstChild<TableHeader>() is not null).ToList();
            Assert.InRange(heads.Count, 1, 3);
            Assert.All(heads[0].Descendants<Run>().Where(run => run.InnerText.Length > 0), run => Assert.InRange(SizeOf(main, run), 11m, 13m));
        }

        // The summary below the score sheet alone has no numbered columns.
        var numbered = ruled.Count(table => table.Descendants<TableRow>().Any(row => row.InnerText.StartsWith("(1)(2)", StringComparison.Ordinal)));
        Assert.Equal(kind == PaperKind.ScoreSheet ? ruled.Count - 1 : ruled.Count, numbered);
        return true;
    });

    [Theory]
    [InlineData(PaperKind.AssignmentDecision)]
    [InlineData(PaperKind.ResultsDecision)]
    public void A_decision_has_grounds_articles_signature_receivers_and_its_annex_on_a_wide_page(PaperKind kind) => Read(kind, main =>
    {
        var paragraphs = main.Document.Body!.Descendants<Paragraph>().ToList();
        var grounds = paragraphs.Where(p => p.InnerText.StartsWith("Căn cứ", StringComparison.Ordinal) || p.InnerText.StartsWith("Theo đề nghị", StringComparison.Ordinal)).ToList();
        Assert.All(grounds, p => Assert.All(p.Descendants<Run>(), run => Assert.NotNull(run.RunProperties!.Italic)));
        Assert.All(grounds.SkipLast(1), p => Assert.EndsWith(";", p.InnerText, StringComparison.Ordinal));
        Assert.EndsWith(".", grounds[^1].InnerText, StringComparison.Ordinal);
        Assert.Contains(paragraphs, p => p.InnerText == Decision + ":");
        var articles = paragraphs.Where(p => p.InnerText.StartsWith("Điều ", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, articles.Count);
        Assert.All(articles, p => Assert.NotNull(p.Descendants<Run>().First().RunProperties!.Bold));
        Assert.EndsWith("./.", articles[^1].InnerText, StringComparison.Ordinal);
        var receivers = paragraphs.Single(p => p.InnerText == "Nơi nhận:").Descendants<Run>().Single();
        Assert.Equal((12m, true, true), (SizeOf(main, receivers), receivers.RunProperties!.Bold is not null, receivers.RunProperties.Italic is not null));
        var listed = paragraphs.Where(p => p.InnerText.StartsWith("- ", StringComparison.Ordinal) && p.Ancestors<TableCell>().Any()).ToList();
        Assert.All(listed, p => Assert.Equal(11m, SizeOf(main, p.Descendants<Run>().First())));
        Assert.StartsWith("- Lưu:", listed[^1].InnerText, StringComparison.Ordinal);
        var signer = paragraphs.Single(p => p.InnerText == "CHỦ TỊCH").Descendants<Run>().Single();
        Assert.InRange(SizeOf(main, signer), 13m, 14m);
        var sections = main.Document.Descendants<SectionProperties>().Select(s => s.GetFirstChild<PageSize>()!.Orient!.Value).ToList();
        Assert.Equal([PageOrientationValues.Portrait, PageOrientationValues.Landscape], sections);
        return true;
    });

    [Fact]
    public void A_plan_has_its_text_on_an_upright_page_with_signature_and_receivers_and_its_table_on_a_wide_one() => Read(PaperKind.Plan, main =>
    {
        var paragraphs = main.Document.Body!.Descendants<Paragraph>().Select(p => p.InnerText).ToList();
        Assert.Contains("KẾ HOẠCH", paragraphs);
        Assert.Contains("Cải cách hành chính năm 2026", paragraphs);
        Assert.Contains(paragraphs, text => text.StartsWith("Triển khai", StringComparison.Ordinal) && text.EndsWith("./.", StringComparison.Ordinal));
        Assert.Contains("Nơi nhận:", paragraphs);
        Assert.Contains("TM. ỦY BAN NHÂN DÂN", paragraphs);
        Assert.Contains(paragraphs, text => text.StartsWith("(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của UBND tỉnh Mẫu)", StringComparison.Ordinal));
        Assert.Equal([PageOrientationValues.Portrait, PageOrientationValues.Landscape], main.Document.Descendants<SectionProperties>().Select(s => s.GetFirstChild<PageSize>()!.Orient!.Value));
        var section = main.Document.Body!.Elements<Table>().Last().Elements<TableRow>().First(row => row.InnerText.StartsWith("IChỉ đạo", StringComparison.Ordinal));
        Assert.Equal(2, section.Elements<TableCell>().Count());
        return true;
    });

    private static Style Style(MainDocumentPart main, string id) => main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == id);

    private static decimal SizeOf(MainDocumentPart main, Run run)
    {
        var own = run.RunProperties?.FontSize?.Val?.Value;
        var style = run.Ancestors<Paragraph>().First().ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        var size = own ?? (style is null ? null : Style(main, style).StyleRunProperties?.FontSize?.Val?.Value) ?? "28";
        return decimal.Parse(size, CultureInfo.InvariantCulture) / 2;
    }

    private static (decimal Size, bool Bold, bool Italic) LookOf(MainDocumentPart main, TableCell cell, string text)
    {
        var run = cell.Descendants<Run>().Single(r => r.InnerText == text);
        return (SizeOf(main, run), run.RunProperties?.Bold is not null, run.RunProperties?.Italic is not null);
    }
}
