using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Tests.Reading.Documents;

/// <summary>Web pages, pasted tables, and Word files that are web pages in truth.</summary>
public class HtmlTests
{
    [Fact]
    public async Task Spans_are_laid_out_as_browsers_do()
    {
        var document = await SourceDocuments.ReadAsync(
            "<html><body><p>PHỤ LỤC</p><table><thead><tr><th rowspan=2>STT</th><th colspan='2'>Phân công</th></tr><tr><th>Chủ trì</th><th>Phối hợp</th></tr></thead>"
            + "<tr><td>1.1<td rowspan=2>Sở Nội&nbsp;vụ<br>Sở Tài chính<td>x</tr><tr><td>1.2</td><td><ul><li>a<li>b</ul></td></tr></table></body></html>");
        Assert.Equal(SourceKind.Html, document.Kind);
        Assert.Equal(["PHỤ LỤC"], document.Texts());
        var table = document.OneTable();
        Assert.Equal(["STT ↕2 | Phân công ↔2", "Chủ trì | Phối hợp", "1.1 | Sở Nội\u00A0vụ⏎Sở Tài chính ↕2 | x", "1.2 | - a⏎- b"], table.AllRows());
        Assert.Equal(RowMarks.Header, table.MarksOf(0));
        table.IsWhole();
    }

    [Fact]
    public async Task Scripts_hidden_parts_and_outside_things_are_left_alone()
    {
        var document = await SourceDocuments.ReadAsync(
            "<html><head><title>t</title><script>document.write('x')</script></head><body><img src='http://127.0.0.1:9/a.png'><p style='display: none'>ẩn</p><iframe src='http://127.0.0.1:9/'></iframe><p>Thấy  <b>được</b></p></body></html>");
        Assert.Equal(["Thấy được"], document.Texts());
    }

    [Fact]
    public async Task A_table_from_the_clipboard_is_read()
    {
        var document = await SourceDocuments.ReadAsync("Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000400\r\n<html><body>\r\n<!--StartFragment--><table><tr><td>1</td><td>a</td></tr><tr><td>2</td><td>b</td></tr></table><!--EndFragment--></body></html>");
        Assert.Equal(["1 | a", "2 | b"], document.OneTable().AllRows());
    }

    [Fact]
    public async Task A_Word_file_that_is_HTML_is_read_as_HTML_and_said_so()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body><table><tr><td><font face='.VnTime'>Së Néi vô</font><td>b</table></body></html>");
        var document = await SourceDocuments.ReadAsync(bytes, "quyet-dinh.docx");
        Assert.Equal(["Sở Nội vụ | b"], document.OneTable().AllRows());
        Assert.Contains(document.Findings, finding => finding.Message.Vi.Contains("HTML", StringComparison.Ordinal));
        Assert.True(document.Usable);
    }

    [Theory]
    [InlineData("div")]
    [InlineData("table><tr><td")]
    [InlineData("b")]
    [InlineData("font size=1")]
    public async Task Endless_nesting_is_a_finding(string tag)
    {
        var document = await SourceDocuments.ReadAsync("<html><body>" + string.Concat(Enumerable.Repeat($"<{tag}>x<p>", 60_000)));
        Assert.Contains(document.Findings, finding => finding.Severity == Severity.Error);
        Assert.False(document.Usable);
    }

    [Fact]
    public async Task Spans_without_end_stay_bounded()
    {
        var document = await SourceDocuments.ReadAsync("<table><tr><td colspan=99999 rowspan=99999>a<td>b</tr><tr><td rowspan=0>c</tr></table>");
        document.OneTable().IsWhole();
        Assert.NotEmpty(document.Findings);
    }
}
