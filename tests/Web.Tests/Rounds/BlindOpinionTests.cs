using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

public sealed class BlindOpinionTests
{
    private const string Secret = "Trừ bảy hồ sơ thiếu phiếu hẹn";

    [Fact]
    public async Task An_opinion_is_its_authors_alone_until_the_second_is_in_and_then_the_leader_decides_the_difference()
    {
        await using var season = new BlindSeason();
        await season.InitializeAsync();
        await season.MakeTeamsAsync();
        var direct = await season.PostRowAsync(season.First, "van-phong", "1.1", "appraise", ("accept", "yes"));
        Assert.Contains("hai người chấm độc lập", (await direct.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);

        var first = await season.PostRowAsync(season.First, "van-phong", "1.1", "opinion", ("f.a", "100"), ("f.b", "83"), ("reason", Secret));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal((RowState.Submitted, null), ((await season.StoredAsync("van-phong", "1.1")).State, (await season.StoredAsync("van-phong", "1.1")).FinalPoints));
        Assert.Contains(Secret, (await season.First.PageAsync(season.Row("van-phong", "1.1"))).QuerySelector("#own-opinion")!.TextContent, StringComparison.Ordinal);
        await NowhereAsync(season);

        var twice = await season.PostRowAsync(season.First, "van-phong", "1.1", "opinion", ("accept", "yes"));
        Assert.Contains("Bạn đã cho ý kiến", (await twice.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        var leads = await season.PostRowAsync(season.Leader, "van-phong", "1.1", "opinion", ("accept", "yes"));
        Assert.Contains("tổ trưởng không cho ý kiến", (await leads.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        var early = await season.PostRowAsync(season.Leader, "van-phong", "1.1", "variance", ("points", "1"), ("reason", "vội"));
        Assert.Contains("chưa có hai ý kiến", (await early.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);

        await season.PostRowAsync(season.Second, "van-phong", "1.1", "opinion", ("accept", "yes"));
        Assert.Equal(RowState.Submitted, (await season.StoredAsync("van-phong", "1.1")).State);
        Assert.Contains(Secret, (await season.Second.PageAsync(season.Row("van-phong", "1.1"))).QuerySelector("#opinions")!.TextContent, StringComparison.Ordinal);
        var third = await season.PostRowAsync(season.OfUnit, "van-phong", "1.1", "opinion", ("accept", "yes"));
        Assert.Contains("đã đủ hai ý kiến", (await third.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        var variances = await season.Leader.PageAsync($"/rounds/{season.Round}/variances");
        Assert.Contains("0,14", variances.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await season.Outsider.PageAsync($"/rounds/{season.Round}/variances")).QuerySelector("tbody"));

        var member = await season.PostRowAsync(season.First, "van-phong", "1.1", "variance", ("points", "1"), ("reason", "tự quyết"));
        Assert.Contains("Chỉ tổ trưởng", (await member.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        var opinion = (await season.Leader.PageAsync(season.Row("van-phong", "1.1"))).QuerySelector("input[name=opinion]")!.GetAttribute("value")!;
        var silent = await season.PostRowAsync(season.Leader, "van-phong", "1.1", "variance", ("opinion", opinion));
        Assert.Contains("Ghi lý do", (await silent.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        await season.PostRowAsync(season.Leader, "van-phong", "1.1", "variance", ("opinion", opinion), ("reason", "Đồng ý trừ hồ sơ thiếu phiếu hẹn"));

        var row = await season.StoredAsync("van-phong", "1.1");
        Assert.Equal((RowState.Appraised, 1.66m, season.NameOf(season.Leader)), (row.State, row.FinalPoints, row.Decisions.MaxBy(d => d.Id)!.DecidedBy));
        Assert.Equal(["GiveOpinion", "GiveOpinion", "DecideVariance"], (await season.AuditOfAsync($"row/{row.Id.Value}"))[^3..]);
        Assert.DoesNotContain(Secret, (await season.Officers["van-phong"].PageAsync(season.Row("van-phong", "1.1"))).Body!.TextContent, StringComparison.Ordinal);
        await using var db = season.Site.Db();
        await Assert.ThrowsAsync<PostgresException>(() => db.Opinions.ExecuteUpdateAsync(s => s.SetProperty(o => o.Points, 1)));
    }

    [Fact]
    public async Task Two_equal_opinions_decide_by_themselves_and_a_row_handed_in_again_is_judged_anew()
    {
        await using var season = new BlindSeason();
        await season.InitializeAsync();
        await season.PostRowAsync(season.First, "so-moi", "2.1", "opinion", ("accept", "yes"));
        await season.PostRowAsync(season.Second, "so-moi", "2.1", "return", ("message", "Công khai ở đâu?"));
        await season.PostRowAsync(season.Officers["so-moi"], "so-moi", "2.1", "submit", ("f.choice", "full"), ("explanation", "Tại bộ phận một cửa"));

        await season.PostRowAsync(season.Second, "so-moi", "2.1", "opinion", ("f.choice", "none"), ("reason", "Thiếu một xã"));
        Assert.Equal(RowState.Submitted, (await season.StoredAsync("so-moi", "2.1")).State);
        await season.PostRowAsync(season.First, "so-moi", "2.1", "opinion", ("f.choice", "none"), ("reason", "Không đủ thủ tục"));

        var row = await season.StoredAsync("so-moi", "2.1");
        Assert.Equal((RowState.Appraised, 0m), (row.State, row.FinalPoints));
        var decision = row.Decisions.MaxBy(d => d.Id)!;
        Assert.Equal($"{season.NameOf(season.Second)}; {season.NameOf(season.First)}", decision.DecidedBy);
        Assert.Equal("Thiếu một xã; Không đủ thủ tục", decision.Reason);
        await using var db = season.Site.Db();
        Assert.Equal(3, await db.Opinions.CountAsync(o => o.RowId == row.Id));
    }

    [Fact]
    public async Task Two_opinions_of_the_same_moment_both_count()
    {
        await using var season = new BlindSeason();
        await season.InitializeAsync();

        await Task.WhenAll(
            season.PostRowAsync(season.First, "so-moi", "1.1", "opinion", ("accept", "yes")),
            season.PostRowAsync(season.Second, "so-moi", "1.1", "opinion", ("accept", "yes")));

        Assert.Equal(RowState.Appraised, (await season.StoredAsync("so-moi", "1.1")).State);
    }

    [Fact]
    public async Task Rows_accepted_together_get_an_opinion_each()
    {
        await using var season = new BlindSeason();
        await season.InitializeAsync();
        var url = $"/rounds/{season.Round}/appraisal/accept";
        foreach (var who in new[] { season.First, season.Second })
        {
            var ticks = (await who.PageAsync(url)).QuerySelectorAll("input[name=rows]").Select(i => ("rows", i.GetAttribute("value")!)).ToArray();
            Assert.Equal(3, ticks.Length);
            await AppraisalSeason.PostAsync(who, url, ticks);
        }

        var row = await season.StoredAsync("so-noi-vu", "1.1");
        Assert.Equal((RowState.Appraised, 1.8m), (row.State, row.FinalPoints));
        Assert.Contains("; ", row.Decisions.MaxBy(d => d.Id)!.DecidedBy, StringComparison.Ordinal);
    }

    // The other appraiser, the leader, the unit, the reader and the administrator see nothing of it: pages, audit log, papers.
    private static async Task NowhereAsync(BlindSeason season)
    {
        var row = season.Row("van-phong", "1.1");
        foreach (var who in new[] { season.Second, season.Leader, season.Reader, season.Administrator, season.Officers["van-phong"] })
        {
            var text = (await who.PageAsync(row)).DocumentElement.OuterHtml;
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("1,66", text, StringComparison.Ordinal);
        }

        foreach (var url in new[] { $"/rounds/{season.Round}/appraisal?state=all", $"/rounds/{season.Round}/variances", $"/rounds/{season.Round}/appraisal-statistics", $"/rounds/{season.Round}/results" })
        {
            var text = (await season.Leader.PageAsync(url)).DocumentElement.OuterHtml;
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("1,66", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Secret, (await season.Reader.PageAsync("/audit")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        await using var db = season.Site.Db();
        Assert.DoesNotContain(await db.AuditEntries.ToListAsync(), e => e.Action == "GiveOpinion" && (e.After!.Contains("83", StringComparison.Ordinal) || e.After.Contains(Secret, StringComparison.Ordinal)));
        foreach (var paper in new[] { "sheet.docx?unit=van-phong", "sheet.xlsx?unit=van-phong" })
        {
            var answer = await season.Reader.GetAsync(new Uri($"/rounds/{season.Round}/{paper}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
            foreach (var part in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(part.Open());
                Assert.DoesNotContain(Secret, await reader.ReadToEndAsync(), StringComparison.Ordinal);
            }
        }
    }
}
