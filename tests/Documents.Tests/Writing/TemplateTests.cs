using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Findings;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Templates;

namespace OpenPar.Documents.Tests.Writing;

public class TemplateTests
{
    private const string Origin = "{{so_lieu_den_ngay}} {{ma_xac_thuc}}";

    public static TheoryData<PaperKind> Kinds => [.. PaperKinds.All];

    private static Paper Minutes(string code = "7F3A-91C2-K0ZQ-5WMT-8DHN")
    {
        var paper = PaperSamples.Of(PaperKind.AppraisalMinutes);
        return paper with { Trace = paper.Trace with { VerificationCode = code } };
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_sample_of_every_kind_is_usable_and_shows_every_field(PaperKind kind)
    {
        var sample = WrittenFile.Bytes(stream => SampleTemplate.Write(kind, stream));
        var reading = TemplateReader.Check(sample, "mau.docx", kind);
        Assert.DoesNotContain(reading.Findings, finding => finding.Severity != Severity.Info);
        var form = PaperForm.Of(kind);
        Assert.All(form.Lists.SelectMany(list => list.Columns.Where(column => !column.SheetOnly).Select(column => $"{list.Name}.{column.Name}")), name => Assert.Contains(name, reading.Fields));
        Assert.Equal("", string.Join('\n', WrittenFile.Docx(sample, WrittenFile.Faults)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_paper_from_the_sample_says_what_the_built_in_paper_says(PaperKind kind)
    {
        var paper = PaperSamples.Of(kind);
        paper = paper with { Trace = paper.Trace with { VerificationCode = "7F3A-91C2-K0ZQ-5WMT-8DHN" } };
        var filled = WrittenFile.Bytes(stream => TemplateFiller.Write(WrittenFile.Bytes(s => SampleTemplate.Write(kind, s)), paper, stream));
        var text = WrittenFile.Text(filled);
        Assert.DoesNotContain("{{", text.Replace("{PAGE}", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("7F3A-91C2-K0ZQ-5WMT-8DHN", text, StringComparison.Ordinal);
        Assert.Contains(PaperTrace.DemonstrationMark, text, StringComparison.Ordinal);
        foreach (var cell in paper.Content().Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells).Where(cell => cell.Text is not null))
            Assert.Contains(cell.Text!.Split('\n')[0], text, StringComparison.Ordinal);
        Assert.Equal("", string.Join('\n', WrittenFile.Docx(filled, WrittenFile.Faults)));
    }

    [Fact]
    public void A_field_that_Word_split_over_runs_is_one_field()
    {
        var template = Docx(new Paragraph(Run("Văn bản: {"), Run("{ten_"), Run("van_ban}", bold: true), Run("} hết")), ListRow("{{thay_doi.ma}}"), Plain(Origin));
        Assert.True(TemplateReader.Check(template, "mau.docx", PaperKind.AppraisalMinutes).Usable);
        Assert.Contains("Văn bản: BIÊN BẢN hết", WrittenFile.Text(Filled(template)), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_fields_in_one_run_are_filled_each()
    {
        var template = Docx(Plain("{{ten_van_ban}} – {{TRICH_YEU}} – {{ ten_van_ban }}"), ListRow("{{thay_doi.ma}}"), Plain(Origin));
        Assert.Contains("BIÊN BẢN – Thẩm định kết quả", WrittenFile.Text(Filled(template)), StringComparison.Ordinal);
        Assert.Contains(" – BIÊN BẢN", WrittenFile.Text(Filled(template)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_content_control_with_the_name_of_a_field_is_filled()
    {
        var control = new SdtBlock(new SdtProperties(new Tag { Val = "ten_van_ban" }), new SdtContentBlock(new Paragraph(Run("Bấm để nhập"))));
        var template = Docx(control, ListRow("{{thay_doi.ma}}"), Plain(Origin));
        Assert.True(TemplateReader.Check(template, "mau.docx", PaperKind.AppraisalMinutes).Usable);
        var filled = WrittenFile.Docx(Filled(template), document => document.MainDocumentPart!.Document.InnerText);
        Assert.Contains("BIÊN BẢN", filled, StringComparison.Ordinal);
        Assert.DoesNotContain("Bấm để nhập", filled, StringComparison.Ordinal);
    }

    [Fact]
    public void The_row_of_a_list_is_repeated_for_each_item_and_lines_are_kept()
    {
        var template = Docx(ListRow("{{thay_doi.ma}}", "{{thay_doi.chenh_lech}}", "{{thay_doi.ly_do}}"), Plain(Origin));
        var rows = WrittenFile.Docx(Filled(template), document => document.MainDocumentPart!.Document.Descendants<TableRow>().Select(row => row.InnerText).ToList());
        Assert.Equal(["1.1.2-0,15Hai nhiệm vụ chưa có sản phẩm.", "1.1.1-1,00Ban hành sau thời hạn."], rows);
    }

    [Theory]
    [InlineData("{{ten_van_bang}}", "Không có trường “ten_van_bang”", "ten_van_ban")]
    [InlineData("{{Tên văn bản}}", "Không có trường", "ten_van_ban")]
    [InlineData("{{khong_he_co_truong_nay}}", "Không có trường", "danh sách trường")]
    [InlineData("{{ten_van_ban", "không có }}", "trong một đoạn")]
    [InlineData("{{thay_doi.ma}}", "không nằm trong dòng của bảng", "dòng của bảng")]
    public void What_cannot_be_filled_is_a_finding_with_place_and_remedy(string text, string message, string remedy)
    {
        var reading = TemplateReader.Check(Docx(Plain("Mở đầu"), Plain(text), ListRow("{{thay_doi.ma}}"), Plain(Origin)), "mau.docx", PaperKind.AppraisalMinutes);
        var finding = Assert.Single(reading.Findings, f => f.Severity == Severity.Error);
        Assert.Equal("mau.docx: đoạn 2", finding.Where);
        Assert.Contains(message, finding.Message.Vi, StringComparison.Ordinal);
        Assert.Contains(remedy, finding.Remedy.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Required_fields_that_are_missing_and_rows_of_two_lists_are_findings()
    {
        var reading = TemplateReader.Check(Docx(Plain("Không có gì"), ListRow("{{linh_vuc.ten}}", "{{chua_tham_dinh.ma}}")), "mau.docx", PaperKind.AppraisalMinutes);
        Assert.False(reading.Usable);
        Assert.Equal(
            ["mau.docx: bảng 1, dòng 1, ô 2", "mau.docx", "mau.docx", "mau.docx"],
            reading.Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Where));
        Assert.Contains(reading.Findings, f => f.Message.Vi.Contains("{{ma_xac_thuc}}", StringComparison.Ordinal));
        Assert.Contains(reading.Findings, f => f.Message.Vi.Contains("“thay_doi”", StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_of_fields_is_a_valid_workbook() =>
        Assert.All(PaperKinds.All, kind => Assert.Empty(WrittenFile.Xlsx(WrittenFile.Bytes(stream => FieldList.Write(kind, stream)), WrittenFile.Faults)));

    internal static byte[] Filled(byte[] template) => WrittenFile.Bytes(stream => TemplateFiller.Write(template, Minutes(), stream));

    internal static byte[] Docx(params OpenXmlElement[] blocks)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(blocks.Append(new SectionProperties())));
        return stream.ToArray();
    }

    internal static Paragraph Plain(string text) => new(Run(text));

    internal static Table ListRow(params string[] cells) => new(
        new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }),
        new TableGrid(cells.Select(_ => new GridColumn { Width = "2000" })),
        new TableRow(cells.Select(cell => new TableCell(Plain(cell)))));

    private static Run Run(string text, bool bold = false)
    {
        var run = new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        if (bold) run.RunProperties = new RunProperties(new Bold());
        return run;
    }
}
