using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Assignments;

/// <summary>What a leaf is to reach in a year: set by a person, shown on the sheet, carried over to the next year.</summary>
public sealed class TargetTests(OpenedRound round) : IClassFixture<OpenedRound>
{
    private const string Next = """
        id: mau/3-2026
        title: Bộ tiêu chí mẫu sau
        decision: {number: 3/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2026
        criteria:
        - {code: "1", title: HỒ SƠ}
        - {code: "1.5", title: Hồ sơ đúng hạn, maxPoints: 2, method: selfAssessed}
        - {code: "1.6", title: Sáng kiến, maxPoints: 0.25, method: selfAssessed}
        """;

    [Fact]
    public async Task A_target_is_set_by_the_administrator_shown_on_the_sheet_and_carried_over_a_confirmed_mapping()
    {
        const string page = "/assignments/mau/2-2025/1.1/target?year=2025";
        var above = await round.Administrator.PostFormAsync(page, await round.Administrator.FormTokenAsync(page), ("points", "1,75"), ("text", "Giữ vững"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, above.StatusCode);
        var shown = await above.ReadAsync();
        Assert.Contains("từ 0 đến 1,5", shown.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Giữ vững", shown.QuerySelector("textarea[name=text]")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Forbidden, (await round.Officer.PostFormAsync(page, await round.Officer.FormTokenAsync("/account"), ("points", "1"))).StatusCode);

        var done = await round.Administrator.PostFormAsync(page, await round.Administrator.FormTokenAsync(page), ("points", "1,4"), ("text", "Giữ vững"));
        Assert.Equal("/assignments/mau/2-2025?year=2025", done.Headers.Location!.OriginalString);
        Assert.Contains("1,4 điểm; Giữ vững", (await round.Administrator.PageAsync("/assignments/mau/2-2025?year=2025")).QuerySelector("#assignments")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1,4 điểm; Giữ vững", (await round.Officer.PageAsync($"/sheets/{round.Sheet}")).QuerySelector(".op-sheet-table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1,4 điểm; Giữ vững", (await round.Officer.PageAsync(round.Row("1.1"))).QuerySelector("#target")!.TextContent, StringComparison.Ordinal);
        await SetAsync("1.2", "1");

        await round.Site.LoadFrameworkAsync(Next);
        await round.Site.UseAsync<DecideMappings.Handler>(h => h.HandleAsync(new(FrameworkId.Parse("mau/2-2025"), FrameworkId.Parse("mau/3-2026"),
            [Same("1.1", "1.5"), Same("1.2", "1.6")]), default));
        var carried = await CarryAsync("mau/2-2025", "2025", "mau/3-2026", "2026");
        Assert.Equal("/assignments/mau/3-2026?year=2026", carried.Headers.Location!.OriginalString);
        var after = await round.Administrator.PageAsync("/assignments/mau/3-2026?year=2026");
        Assert.Contains("Đã chuyển 1 mục tiêu; 0 dòng giữ mục tiêu riêng; 1 dòng cũ chờ người quyết định (1.2)", after.Body!.TextContent, StringComparison.Ordinal);
        await using var db = round.Site.Db();
        var target = await db.Targets.SingleAsync(t => t.Year == 2026 && t.FrameworkId == FrameworkId.Parse("mau/3-2026"));
        Assert.Equal(("1.5", 1.4m, "Giữ vững", AssignmentOrigin.CarriedOver), (target.Code.ToString(), target.Points, target.Text, target.Origin));
        Assert.Contains("dòng 1.1", target.Note, StringComparison.Ordinal);
        var actions = await db.AuditEntries.Select(e => e.Action).ToListAsync();
        Assert.Contains("SetTarget", actions);
        Assert.Contains("CarryTargets", actions);
    }

    [Fact]
    public async Task A_target_somebody_entered_stays_when_targets_are_carried_to_the_next_year_of_the_same_set()
    {
        await SetAsync("2.2", "1", 2030);
        await SetAsync("2.2", "0,5", 2031);
        await CarryAsync("mau/2-2025", "2030", "mau/2-2025", "2031");
        await using var db = round.Site.Db();
        Assert.Equal(0.5m, (await db.Targets.SingleAsync(t => t.Year == 2031)).Points);

        var backwards = await CarryAsync("mau/2-2025", "2031", "mau/2-2025", "2030");
        Assert.Contains("phải sau năm lấy mục tiêu", (await backwards.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        await SetAsync("2.2", "", 2031);
        Assert.False(await db.Targets.AnyAsync(t => t.Year == 2031));
    }

    private static DecideMappings.Decision Same(string from, string to) => new([CriterionCode.Parse(from)], [CriterionCode.Parse(to)], Relation: MappingRelation.Same);

    private async Task SetAsync(string code, string points, int year = 2025)
    {
        var page = $"/assignments/mau/2-2025/{code}/target?year={year}";
        var answer = await round.Administrator.PostFormAsync(page, await round.Administrator.FormTokenAsync(page), ("points", points), ("text", ""));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> CarryAsync(string from, string fromYear, string to, string toYear)
    {
        const string page = "/assignments/carry-targets";
        return await round.Administrator.PostFormAsync(page, await round.Administrator.FormTokenAsync(page), ("from", from), ("fromYear", fromYear), ("to", to), ("toYear", toYear));
    }
}
