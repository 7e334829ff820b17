using System.IO.Compression;
using System.Xml.Linq;
using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Season;

/// <content>Steps eight and nine: what comes out.</content>
public abstract partial class NineSteps
{
    private async Task Eighth_the_results_explain_themselves()
    {
        await reader.OpenAsync("/");
        await walk.LookAsync(reader, "8-my-work");
        await reader.OpenAsync("/rounds");
        await reader.FollowAsync("Chỉ số cải cách hành chính năm 2025");
        await reader.ArriveAsync("Chỉ số cải cách hành chính năm 2025");
        await walk.LookAsync(reader, "8-sheet");
        await reader.FollowAsync("Kết quả");
        await reader.ArriveAsync("Kết quả");
        var fields = reader.Page.Locator("section[aria-labelledby=fields-title]");
        await Expect(fields.Locator("table").Last.Locator("tfoot")).ToContainTextAsync("1,4");
        await Expect(fields.Locator("figure.op-chart tbody tr")).ToHaveCountAsync(8);
        if (walk.View.Script) await Expect(fields.Locator("figure.op-chart svg")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("section[aria-labelledby=losses-title] tbody tr")).ToHaveCountAsync(1);
        await walk.LookAsync(reader, "8-results");

        await reader.Page.Locator("section[aria-labelledby=losses-title]").GetByText(Plan).ClickAsync();
        await reader.ArriveAsync(Plan);
        var explanation = reader.Page.Locator(".op-result .op-explanation");
        await Expect(explanation).ToContainTextAsync("Một nhiệm vụ hoàn thành sau thời hạn.");
        await Expect(explanation.GetByText("81").First).ToBeVisibleAsync();
        await walk.LookAsync(reader, "8-explained");
    }

    private async Task Ninth_the_sheet_leaves_as_word_and_excel()
    {
        await reader.OpenAsync(round);
        await reader.FollowAsync("UBND tỉnh Đắk Lắk");
        await reader.ArriveAsync("Phiếu chấm điểm: UBND tỉnh Đắk Lắk");
        await walk.LookAsync(reader, "9-sheet");
        foreach (var (link, extension) in new[] { ("Word", "docx"), ("Excel", "xlsx") })
        {
            var download = await reader.Page.RunAndWaitForDownloadAsync(() => reader.FollowAsync(link));
            Assert.Equal($"phieu-cham-diem-2025.{extension}", download.SuggestedFilename);
            var words = await WordsOfAsync(await download.PathAsync());
            Assert.Contains($"{Done}: 81", words, StringComparison.Ordinal);
            Assert.Contains("Một nhiệm vụ hoàn thành sau thời hạn.", words, StringComparison.Ordinal);
        }
    }

    /// <summary>All text inside an office file; it fails when the file is no zip of XML.</summary>
    private static async Task<string> WordsOfAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        Assert.Equal("PK"u8.ToArray(), bytes[..2]);
        await using var archive = await ZipArchive.CreateAsync(new MemoryStream(bytes), ZipArchiveMode.Read, false, null);
        var words = "";
        foreach (var part in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            await using var content = await part.OpenAsync();
            words += (await XDocument.LoadAsync(content, LoadOptions.None, default)).Root!.Value + "\n";
        }

        return words;
    }
}
