using System.Net;
using AngleSharp.Dom;
using OpenPar.Web.Tests.Papers;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>Totals, grades and places of a round, and the report on rows that dropped out.</summary>
public sealed class StandingsTests(ResultsSeason season) : IClassFixture<ResultsSeason>
{
    [Fact]
    public async Task Standings_rescale_what_dropped_out_grade_and_place_the_units_of_a_group()
    {
        await season.ScoreAsync();

        var page = await season.Reader.PageAsync($"{season.Url}/standings");
        Assert.Contains("Tạm tính", page.QuerySelector(".op-note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([["1", "Sở Mẫu A", "9,60", "96,00%", "Tốt"], ["2", "Sở Mẫu B", "7,73", "77,33%", "Khá"], ["3", "Sở Mẫu C", "7,60", "76,00%", "Khá"]], Table(page).Select(r => r[..5]));
        Assert.Equal(["6", "4,60", "6,13", "1,60", "—", "—", "1"], Table(page)[1][5..]);
        Assert.Equal(["Sở Mẫu B", "90,00", "65,00"], page.QuerySelectorAll(".op-heat tbody tr")[1].Children.Select(c => c.TextContent.Trim()));
        Assert.Equal("op-num op-heat-5", page.QuerySelectorAll(".op-heat tbody tr")[1].Children[1].ClassName);

        var commune = await season.Reader.PageAsync($"{season.Url}/standings?group={season.Commune}");
        Assert.Equal("—", Table(commune)[0][0]);
        Assert.Contains("chưa đủ điểm: còn 4 dòng", Table(commune)[0][1], StringComparison.Ordinal);
        Assert.Equal(["Sở Mẫu B"], Table(await season.Reader.PageAsync($"{season.Url}/standings?q=mau+b")).Select(r => r[1]));
        Assert.Equal("Sở Mẫu B", Table(await season.Reader.PageAsync($"{season.Url}/standings?sort=Dropped"))[0][1]);
        Assert.Equal(HttpStatusCode.Forbidden, (await season.Officer("so-a").GetAsync(new Uri($"{season.Url}/standings", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await season.Reader.GetAsync(new Uri($"{season.Url}/standings?group={Guid.Empty}", UriKind.Relative))).StatusCode);

        var special = await TakenPaper.OfAsync(season.Reader, $"{season.Url}/special.docx");
        foreach (var words in new[] { "Không phát sinh: Không có hồ sơ trễ hẹn trong năm", "Loại khỏi mẫu số", "7,73", "76,67" }) Assert.Contains(words, special.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Xã Mẫu D", special.Words, StringComparison.Ordinal);

        // A dropped row is neither open nor lost on the page of its unit.
        var results = (await season.Reader.PageAsync($"{season.Url}/results?unit=so-b")).QuerySelector(".op-facts")!.TextContent;
        Assert.Matches(@"Dòng chưa có kết quả\s*0", results);
        Assert.Matches(@"Dòng loại khỏi mẫu số\s*1\s*tối đa áp dụng\s*8", results);
        Assert.Matches(@"Điểm đã mất\s*1,8", results);

        // Field by field beside the median of its group; a unit alone in its group is compared with nobody.
        var beside = (await season.Reader.PageAsync($"{season.Url}/results?unit=so-b")).QuerySelectorAll("figure.op-radar tbody tr");
        Assert.Equal([["1. HỒ SƠ", "90%", "90%", "0"], ["2. KẾT QUẢ", "65%", "90%", "-25"]], beside.Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray()));
        Assert.Equal(("1", "90.0", "90.0"), (beside[0].GetAttribute("data-code"), beside[0].QuerySelector("[data-chart-value]")!.GetAttribute("data-value"), beside[0].QuerySelector("[data-chart-against]")!.GetAttribute("data-value")));
        Assert.Null((await season.Reader.PageAsync($"{season.Url}/results?unit=xa-d")).QuerySelector("figure.op-radar"));
    }

    internal static List<string[]> Table(IParentNode page) =>
        [.. page.QuerySelectorAll("#ranks-title + .op-scroll tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray())];
}
