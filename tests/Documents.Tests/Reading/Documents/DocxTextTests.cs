using System.Text;
using OpenPar.Documents.Reading.Tables;
using static OpenPar.Documents.Tests.Reading.Documents.SampleDocx;

namespace OpenPar.Documents.Tests.Reading.Documents;

/// <summary>Paragraphs of Word files as they are printed: numbers, fields, changes, notes, old fonts.</summary>
public class DocxTextTests
{
    private const string Outline =
        "<w:abstractNum w:abstractNumId=\"7\">"
        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%2.\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%3)\"/></w:lvl>"
        + "</w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";

    [Fact]
    public async Task Lists_are_numbered_as_Word_numbers_them()
    {
        var texts = await TextsAsync(
            Item("một", 1) + Item("một một", 1, 1) + Item("một hai", 1, 1) + Item("chữ a", 1, 2) + Item("hai", 1) + Item("hai một", 1, 1) + Item("chữ a", 1, 2) + Item("chữ b", 1, 2)
            + Item("năm", 2) + Item("sáu", 2) + Item("sáu một", 1, 1),
            Outline);
        Assert.Equal(
            ["I. một", "1.1. một một", "1.2. một hai", "a) chữ a", "II. hai", "2.1. hai một", "a) chữ a", "b) chữ b", "V. năm", "VI. sáu", "6.1. sáu một"], texts);
    }

    [Fact]
    public async Task Numbering_may_come_from_a_style_and_be_switched_off()
    {
        var numbering = "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Con\"/><w:lvlText w:val=\"%1.%2.\"/></w:lvl></w:abstractNum>"
            + "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"1\"/></w:num>";
        var styles = "<w:style w:type=\"paragraph\" w:styleId=\"Goc\"><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Con\"><w:basedOn w:val=\"Goc\"/></w:style>";
        var texts = await TextsAsync(
            P("gốc", "<w:pStyle w:val=\"Goc\"/>") + P("con", "<w:pStyle w:val=\"Con\"/>") + P("tắt", "<w:pStyle w:val=\"Con\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + P("con", "<w:pStyle w:val=\"Con\"/>"),
            numbering, styles);
        Assert.Equal(["1. gốc", "1.1. con", "tắt", "1.2. con"], texts);
    }

    [Fact]
    public async Task A_column_that_holds_only_generated_numbers_comes_out_as_text()
    {
        var document = await SourceDocuments.ReadAsync(Of(Tbl(
            Tr(Tc(Item("", 1)), Tc("Lĩnh vực")), Tr(Tc(Item("", 1, 1)), Tc("Tiêu chí")), Tr(Tc(Item("", 1, 1)), Tc("Tiêu chí"))), Outline));
        Assert.Equal(["I. | Lĩnh vực", "1.1. | Tiêu chí", "1.2. | Tiêu chí"], document.OneTable().AllRows());
    }

    [Fact]
    public async Task Changes_count_as_accepted()
    {
        var texts = await TextsAsync(
            "<w:p>" + R("Sở ") + "<w:ins w:id=\"1\">" + R("Nội vụ") + "</w:ins><w:del w:id=\"2\"><w:r><w:delText>Tài chính</w:delText></w:r></w:del><w:moveFrom w:id=\"3\">" + R("cũ") + "</w:moveFrom></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del w:id=\"4\"/></w:rPr></w:pPr>" + R("nối ") + "</w:p>" + P("liền"));
        Assert.Equal(["Sở Nội vụ", "nốiliền"], texts);
    }

    [Fact]
    public async Task Fields_show_their_results_and_instructions_stay_hidden()
    {
        var texts = await TextsAsync(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>" + R("ẩn") + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + R("Phụ lục I") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + R(" kèm theo") + "</w:p>"
            + "<w:p><w:fldSimple w:instr=\"PAGE\">" + R("7") + "</w:fldSimple><w:hyperlink>" + R(" liên kết") + "</w:hyperlink><w:smartTag>" + R(" thẻ") + "</w:smartTag>" + R(" mật", "<w:vanish/>") + "</w:p>");
        Assert.Equal(["Phụ lục I kèm theo", "7 liên kết thẻ"], texts);
    }

    [Fact]
    public async Task Breaks_tabs_symbols_and_raised_digits_are_kept_apart()
    {
        var texts = await TextsAsync(
            "<w:p>" + R("a") + "<w:r><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>70%</w:t></w:r>" + R("1", "<w:vertAlign w:val=\"superscript\"/>") + "</w:p>");
        Assert.Equal(["a\nb\tc-≥70%¹"], texts);
    }

    [Fact]
    public async Task Text_boxes_follow_their_paragraph_and_stand_once()
    {
        var box = "<w:txbxContent>" + P("Trong hộp") + "</w:txbxContent>";
        var texts = await TextsAsync(
            "<w:p>" + R("Trước") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + box + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + P("Sau"));
        Assert.Equal(["Trước", "Trong hộp", "Sau"], texts);
    }

    [Fact]
    public async Task A_footnote_leaves_a_mark_and_its_text_follows()
    {
        var document = await SourceDocuments.ReadAsync(Of(
            Tbl(Tr(Tc("<w:p>" + R("Sở Nội vụ") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"), Tc("x"))) + P("Hết"),
            footnotes: "<w:footnote w:type=\"separator\" w:id=\"0\">" + P("") + "</w:footnote><w:footnote w:id=\"2\">" + P("Theo Nghị định 00") + "</w:footnote>"));
        Assert.Equal("Sở Nội vụ", document.OneTable().Cells[0].Text);
        Assert.Equal(CellMarkKind.RemovedMarkup, Assert.Single(document.OneTable().Cells[0].Marks).Kind);
        Assert.Equal("Theo Nghị định 00", Assert.Single(document.Blocks.OfType<TextBlock>(), block => block.Footnote).Text);
    }

    [Theory]
    [InlineData(".VnTime", "Së Néi vô tØnh §¾k L¾k, c¶i c¸ch hµnh chÝnh", "Sở Nội vụ tỉnh Đắk Lắk, cải cách hành chính")]
    [InlineData(".VnTimeH", "uû ban nh©n d©n", "UỶ BAN NHÂN DÂN")]
    [InlineData("VNI-Times", "Sôû Noäi vuï tænh Ñaék Laék, cuûa ngöôøi daân", "Sở Nội vụ tỉnh Đắk Lắk, của người dân")]
    public async Task Text_of_old_fonts_becomes_Unicode_with_a_mark(string font, string written, string expected)
    {
        var document = await SourceDocuments.ReadAsync(Of("<w:p>" + R(written, $"<w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/>") + "</w:p>"));
        var block = Assert.IsType<TextBlock>(Assert.Single(document.Blocks));
        Assert.Equal(expected, block.Text);
        Assert.Equal(CellMarkKind.Corrected, Assert.Single(block.Marks).Kind);
        Assert.Single(document.Findings);
    }

    [Fact]
    public async Task Decomposed_accents_are_composed_with_a_mark()
    {
        var document = await SourceDocuments.ReadAsync(Of(P("Sở Nội vụ".Normalize(NormalizationForm.FormD))));
        var block = Assert.IsType<TextBlock>(Assert.Single(document.Blocks));
        Assert.Equal("Sở Nội vụ", block.Text);
        Assert.Single(block.Marks);
    }

    private static async Task<List<string>> TextsAsync(string body, string? numbering = null, string? styles = null) =>
        (await SourceDocuments.ReadAsync(Of(body, numbering, styles))).Texts();
}
