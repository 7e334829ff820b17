using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Web.Tests.Papers;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>Bonus and penalty: claimed with evidence, decided with a reason, within caps, frozen when the round is closed.</summary>
public sealed class AdjustmentTests(ResultsSeason season) : IClassFixture<ResultsSeason>
{
    [Fact]
    public async Task A_bonus_is_claimed_with_evidence_and_decided_with_a_reason_and_counts_within_the_cap()
    {
        var url = $"{season.Sheet("so-c")}/adjustments";
        var officer = season.Officer("so-c");
        var document = $"{await season.DocumentAsync("so-c")}";

        var bare = await ResultsSeason.PostAsync(officer, $"{url}/claim", ("title", "Sáng kiến cấp tỉnh"), ("points", "2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        var errors = (await bare.ReadAsync()).QuerySelector(".op-errors")!.TextContent;
        Assert.Contains("điểm tối đa 0,5", errors, StringComparison.Ordinal);
        Assert.Contains("Chọn tài liệu chứng minh", errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await ResultsSeason.PostAsync(season.Officer("so-a"), $"{url}/claim", ("title", "x"), ("points", "0,5"), ("document", document))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await season.Officer("so-a").GetAsync(new Uri(url, UriKind.Relative))).StatusCode);

        await ResultsSeason.PostAsync(officer, $"{url}/claim", ("title", "Sáng kiến cấp tỉnh"), ("points", "0,4"), ("document", document));
        await ResultsSeason.PostAsync(officer, $"{url}/claim", ("title", "Đề tài khoa học"), ("points", "0,3"), ("document", document));
        await ResultsSeason.PostAsync(officer, $"{url}/claim", ("title", "Ghi nhầm"), ("points", "0,1"), ("document", document));
        var claims = await EntriesAsync();
        await ResultsSeason.PostAsync(officer, $"{url}/{claims[2].Id}/withdraw");

        // While the unit fills its sheet nobody decides.
        var early = await ResultsSeason.PostAsync(season.Appraiser, $"{url}/{claims[0].Id}/decide", ($"points-{claims[0].Id}", "0,4"), ($"reason-{claims[0].Id}", "Đúng"));
        Assert.Contains("Đang tự chấm", (await early.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        await season.ScoreAsync();
        var silent = await ResultsSeason.PostAsync(season.Appraiser, $"{url}/{claims[0].Id}/decide", ($"points-{claims[0].Id}", "0,4"));
        Assert.Contains("Ghi lý do", (await silent.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        foreach (var claim in claims.Take(2)) await ResultsSeason.PostAsync(season.Appraiser, $"{url}/{claim.Id}/decide", ($"points-{claim.Id}", $"{claim.ClaimedPoints}"), ($"reason-{claim.Id}", "Có quyết định công nhận"));
        await ResultsSeason.PostAsync(season.Appraiser, $"{url}/penalty", ("title", "Báo cáo chậm"), ("points", "0,2"), ("reason", "Ba báo cáo chậm"));
        // Pressed twice: the points are taken off once.
        var twice = await ResultsSeason.PostAsync(season.Appraiser, $"{url}/penalty", ("title", "Báo cáo chậm"), ("points", "0,20"), ("reason", "Ba báo cáo chậm"));
        Assert.Contains("Phiếu đã có mục này", (await twice.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        var late = await ResultsSeason.PostAsync(season.Appraiser, $"{url}/{claims[2].Id}/decide", ($"points-{claims[2].Id}", "0,1"), ($"reason-{claims[2].Id}", "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);

        // 0,4 + 0,3 are capped at 0,5; 7,6 + 0,5 - 0,2.
        var row = StandingsTests.Table(await season.Reader.PageAsync($"{season.Url}/standings")).Single(r => r[1] == "Sở Mẫu C");
        Assert.Equal(["7,90", "0,50", "0,20", "2"], [row[2], row[9], row[10], row[0]]);
        await using (var db = season.Site.Db())
        {
            var subject = season.Sheet("so-c")[1..].Replace("sheets", "sheet", StringComparison.Ordinal);
            Assert.Equal(
                ["ClaimBonus", "ClaimBonus", "ClaimBonus", "WithdrawClaim", "DecideAdjustment", "DecideAdjustment", "EnterPenalty"],
                await db.AuditEntries.Where(e => e.Subject == subject).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync());
        }

        await season.CloseAsync();
        var closed = await ResultsSeason.PostAsync(season.Appraiser, $"{url}/penalty", ("title", "Muộn"), ("points", "0,2"), ("reason", "x"));
        Assert.Contains("Đã kết thúc", (await closed.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, (await EntriesAsync()).Count);

        // The council takes note of them: who claimed, who decided, what the cap leaves. What was decided after a session is not in its minutes.
        var minutes = $"{season.Url}/council/minutes.docx?session={await season.SessionAsync()}";
        var paper = (await TakenPaper.OfAsync(season.Reader, minutes)).Words;
        Assert.Contains("2 mục thưởng và 1 mục trừ đã được quyết định. Mức trần cho mỗi đơn vị: điểm thưởng 0,5, điểm trừ 1.", paper, StringComparison.Ordinal);
        Assert.Contains($"Sở Mẫu CThưởngSáng kiến cấp tỉnh0,400,400,50Có quyết định công nhận12/QĐ-MAU: Công nhận sáng kiếnNgười to-tham-dinh{season.Site.Clock.GetUtcNow():dd/MM/yyyy}", paper, StringComparison.Ordinal);
        Assert.Contains("Cộng điểm thưởng được tính0,500,50Cộng các quyết định là 0,7, tính đến mức trần", paper, StringComparison.Ordinal);
        Assert.Contains("Sở Mẫu CTrừBáo cáo chậm0,201,00Ba báo cáo chậmNgười to-tham-dinh", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Ghi nhầm", paper, StringComparison.Ordinal);
        await ResultsSeason.PostAsync(season.Council, $"{season.Url}/council/sessions", ("minutesNumber", "00/BB-HĐTĐ"), ("heldOn", $"{season.Site.Clock.GetUtcNow().AddDays(-1):dd/MM/yyyy}"));
        var earlier = (await season.Reader.PageAsync($"{season.Url}/council")).QuerySelectorAll("a[href*='/council/minutes?session=']").Select(a => a.GetAttribute("href")!).Last();
        var before = (await TakenPaper.OfAsync(season.Reader, earlier.Replace("minutes?", "minutes.docx?", StringComparison.Ordinal))).Words;
        Assert.Contains("0 mục thưởng và 0 mục trừ", before, StringComparison.Ordinal);
        Assert.Contains("Không gồm 3 mục", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Sáng kiến cấp tỉnh", before, StringComparison.Ordinal);
    }

    private async Task<List<Adjustment>> EntriesAsync()
    {
        await using var db = season.Site.Db();
        return await db.Adjustments.AsNoTracking().OrderBy(a => a.Id).ToListAsync();
    }
}
