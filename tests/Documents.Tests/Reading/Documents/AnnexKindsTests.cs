using System.Text;
using System.Text.Json;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Tests.Reading.Documents;

/// <summary>One annex as Word, Excel, web page and text reads as one annex.</summary>
[Collection("PDF")]
public class AnnexKindsTests
{
    private const string Restart = "<w:vMerge w:val=\"restart\"/>";
    private const string Title = "BẢNG TIÊU CHÍ MẪU";

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("html")]
    public async Task A_scored_annex_gives_its_points_methods_and_scoring_texts(string kind)
    {
        var annex = await Annexes.ReadAsync(Scored(kind), "mau." + kind);
        Assert.True(annex.Usable, string.Join('\n', annex.Findings.Select(finding => finding.Message.Vi)));
        Assert.Equal(Title, annex.Title);
        Assert.Equal(["1", "1.1", "1.2"], annex.Rows.Select(row => row.Code.ToString()));
        Assert.Equal([1.5m, 1m, 0.5m], annex.Rows.Select(row => row.MaxPoints!.Value));
        Assert.Equal("Đầy đủ: 1\nKhông đầy đủ: 0", annex.Rows[1].RuleText);
        Assert.Equal(ScoringMethod.Survey, annex.Rows[2].Method);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("html")]
    public async Task A_merged_agency_cell_fills_down_with_a_flag(string kind)
    {
        var annex = await Annexes.ReadAsync(Assigned(kind), "mau." + kind);
        Assert.Equal(["1", "1.1", "1.2", "1.3"], annex.Rows.Select(row => row.Code.ToString()));
        Assert.Equal([["Sở Nội vụ"], ["Sở Nội vụ"], ["Sở Tài chính"]], annex.Rows.Skip(1).Select(row => row.Lead));
        Assert.Contains(annex.Rows[2].Flags, flag => flag.Kind == AnnexFlagKind.FilledDown);
        Assert.DoesNotContain(annex.Rows[1].Flags, flag => flag.Kind == AnnexFlagKind.FilledDown);
        Assert.Equal(["UBND cấp xã"], annex.Rows[1].Coordinating);
    }

    [Fact]
    public async Task Numbers_that_Word_generates_are_codes()
    {
        var list = "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
        var rows = new[] { (0, "Lĩnh vực một"), (1, "Việc đầu"), (1, "Việc sau"), (0, "Lĩnh vực hai"), (1, "Việc khác") }
            .Select(row => SampleDocx.Tr(SampleDocx.Tc(SampleDocx.Item("", 1, row.Item1)), SampleDocx.Tc(row.Item2), SampleDocx.Tc(row.Item1 == 0 ? "" : "Sở Nội vụ")));
        var annex = await Annexes.ReadAsync(SampleDocx.Of(SampleDocx.Tbl([SampleDocx.Tr(SampleDocx.Tc("TT"), SampleDocx.Tc("Tiêu chí"), SampleDocx.Tc("Cơ quan chủ trì")), .. rows]), list), "mau.docx");
        Assert.Equal(["1", "1.1", "1.2", "2", "2.1"], annex.Rows.Select(row => row.Code.ToString()));
        Assert.Empty(annex.Findings);
    }

    [Fact]
    public async Task The_guidance_in_force_gives_its_75_rows_under_the_codes_in_their_titles()
    {
        var annex = await Annexes.ReadFileAsync(Shared.File("documents/12094-bnv-cchc-phu-luc-2-huong-dan.pdf"));
        Assert.SkipWhen(annex.Findings.Any(finding => finding.Message.Vi.Contains("poppler", StringComparison.Ordinal)), "The package poppler-utils is not installed.");
        using var known = JsonDocument.Parse(await File.ReadAllTextAsync(Shared.File("data/par-index-1187-guidance.json"), TestContext.Current.CancellationToken));
        var expected = known.RootElement.GetProperty("criteria").EnumerateArray().ToList();
        Assert.Equal(expected.Select(row => row.GetProperty("code").GetString()), annex.Rows.Select(row => row.Code.ToString()));
        Assert.Equal(expected.Select(row => row.GetProperty("title").GetString()), annex.Rows.Select(row => row.Title));
        Assert.Equal(expected.Select(row => Plain(row.GetProperty("ruleText").GetString())), annex.Rows.Select(row => Plain(row.RuleText)));
        Assert.Equal(expected.Select(row => VietnameseText.Fold(row.GetProperty("evidence").GetString())), annex.Rows.Select(row => VietnameseText.Fold(string.Join(' ', row.Evidence))));
    }

    private static string Plain(string? text) => VietnameseText.Clean(text);

    private static byte[] Scored(string kind)
    {
        string[][] rows = [["STT", "Tiêu chí", "Điểm tối đa", "Ghi chú"], ["1", "Công tác chỉ đạo", "1.5", ""], ["1.1", "Kế hoạch", "1", ""], ["", "Đầy đủ: 1", "", ""], ["", "Không đầy đủ: 0", "", ""], ["1.2", "Hài lòng", "0.5", "ĐTXHH"]];
        return Written(kind, rows, []);
    }

    private static byte[] Assigned(string kind)
    {
        string[][] rows = [["STT", "Tiêu chí", "Cơ quan chủ trì", "Cơ quan phối hợp"], ["1", "Công tác chỉ đạo", "", ""], ["1.1", "Kế hoạch", "Sở Nội vụ", "UBND cấp xã"], ["1.2", "Báo cáo", "", ""], ["1.3", "Kiểm tra", "Sở Tài chính", ""]];
        return Written(kind, rows, [(2, 2)]);
    }

    // A merge joins a cell with the one below it.
    private static byte[] Written(string kind, string[][] rows, (int Row, int Column)[] merges)
    {
        if (kind == "docx")
        {
            string Cell(int r, int c)
            {
                if (merges.Contains((r, c))) return SampleDocx.Tc(rows[r][c], Restart);
                return merges.Contains((r - 1, c)) ? SampleDocx.Tc("", "<w:vMerge/>") : SampleDocx.Tc(rows[r][c]);
            }

            return SampleDocx.Of(SampleDocx.P(Title) + SampleDocx.Tbl([.. rows.Select((row, r) => SampleDocx.Tr([.. row.Select((_, c) => Cell(r, c))]))]));
        }

        if (kind == "xlsx")
        {
            var data = SampleXlsx.Row(1, SampleXlsx.Text("A1", Title)) + string.Concat(rows.Select((row, r) =>
                SampleXlsx.Row(r + 2, [.. row.Select((text, c) => (Text: text, Place: $"{(char)('A' + c)}{r + 2}")).Where(cell => cell.Text.Length > 0)
                    .Select(cell => cell.Text is "1.5" or "0.5" ? SampleXlsx.Number(cell.Place, cell.Text) : SampleXlsx.Text(cell.Place, cell.Text))])));
            var merged = string.Concat(merges.Select(m => $"<mergeCell ref=\"{(char)('A' + m.Column)}{m.Row + 2}:{(char)('A' + m.Column)}{m.Row + 3}\"/>"));
            return SampleXlsx.Of(data, $"<mergeCells><mergeCell ref=\"A1:D1\"/>{merged}</mergeCells>");
        }

        var html = new StringBuilder($"<html><body><p>{Title}</p><table>");
        for (var r = 0; r < rows.Length; r++)
        {
            var cells = rows[r].Select((text, c) => merges.Contains((r - 1, c)) ? "" : $"<td{(merges.Contains((r, c)) ? " rowspan=2" : "")}>{text}</td>");
            html.Append("<tr>").Append(string.Concat(cells)).Append("</tr>");
        }

        return Encoding.UTF8.GetBytes(html.Append("</table></body></html>").ToString());
    }
}
