using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Results;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>The page of published results: what is listed for whom, and a unit over the years.</summary>
public sealed class ListPublishedTests
{
    [Fact]
    public async Task Results_are_listed_by_year_and_group_from_the_publication_on_and_a_unit_is_found_without_accents()
    {
        await using var season = new ResultsSeason();
        await season.InitializeAsync();
        await season.ScoreAsync();
        await season.CloseAsync();
        await season.ApproveAsync();
        var before = await season.Officer("so-b").PageAsync("/results");
        Assert.NotNull(before.QuerySelector("main .op-empty"));
        Assert.Null(before.QuerySelector("main table"));

        await ResultsSeason.PostAsync(season.Administrator, $"{season.Url}/publish");
        var earlier = await EarlierAsync(season);

        var page = await season.Officer("so-b").PageAsync("/results");
        Assert.Equal("page", page.QuerySelector("nav a[href='/results']")!.GetAttribute("aria-current"));
        Assert.Equal(["Năm 2025", "Năm 2024"], page.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Equal(["Các sở", "3", "Kỳ mẫu năm 2025"], page.QuerySelector("#year-2025 + .op-scroll tbody tr")!.Children.Take(3).Select(c => c.TextContent.Trim()));
        var link = page.QuerySelector("#year-2024 + .op-scroll tbody a")!.GetAttribute("href")!;
        Assert.StartsWith($"/results/{earlier.Value}?group=", link, StringComparison.Ordinal);
        Assert.Contains("Quyết định số 99/QĐ-UBND", page.QuerySelector("#year-2025 + .op-scroll tbody tr")!.TextContent, StringComparison.Ordinal);

        var found = await season.Officer("so-b").PageAsync("/results?q=so+mau+b");
        Assert.Equal(["Sở Mẫu B"], found.QuerySelectorAll("main section h2").Select(h => h.TextContent));
        var years = found.QuerySelectorAll("figure.op-chart tbody tr");
        Assert.Equal(["2024: Kỳ mẫu năm 2024", "2025: Kỳ mẫu năm 2025"], years.Select(r => r.QuerySelector("th")!.TextContent));
        Assert.Equal(["7,73", "10", "2 trong 3 đơn vị, Các sở"], years[1].QuerySelectorAll("td:not(.op-chart-meter)").Select(c => c.TextContent));
        Assert.Contains("không xếp hạng", (await season.Reader.PageAsync("/results?q=xa+mau+d")).QuerySelector("figure.op-chart tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await season.Reader.PageAsync("/results?q=so+mau")).QuerySelectorAll("figure.op-chart").Length);
        Assert.Contains("Không có đơn vị nào", (await season.Reader.PageAsync("/results?q=khong+co")).QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);

        // Opened again, it is not published any more.
        await ResultsSeason.PostAsync(season.Administrator, $"{season.Url}/reopen", ("decisionNumber", "3/QĐ-UBND"), ("decidedOn", $"{season.Site.Clock.GetUtcNow():dd/MM/yyyy}"), ("reason", "Có khiếu nại"));
        Assert.Equal(["Năm 2024"], (await season.Reader.PageAsync("/results")).QuerySelectorAll("main h2").Select(h => h.TextContent));
    }

    // The published result of the year before: the same, a year earlier.
    private static async Task<RoundId> EarlierAsync(ResultsSeason season)
    {
        await using var db = season.Site.Db();
        var (id, old) = (RoundId.New(), season.Round);
        await db.Database.ExecuteSqlAsync($"""
            insert into rounds.rounds select (jsonb_populate_record(r, jsonb_build_object('id', {id.Value}, 'year', 2024, 'title', 'Kỳ mẫu năm 2024'))).* from rounds.rounds r where id = {old}
            """);
        var approval = await db.Approvals.AsNoTracking().SingleAsync();
        var content = (FrozenRound.Read(approval.Content) with { Year = 2024, Title = "Kỳ mẫu năm 2024" }).Write();
        var copy = new Approval
        {
            Id = default,
            RoundId = id,
            DecisionNumber = "88/QĐ-UBND",
            DecidedOn = approval.DecidedOn.AddYears(-1),
            Content = content,
            Sha256 = FrozenRound.HashOf(content),
            ApprovedBy = approval.ApprovedBy,
            ApprovedAt = approval.ApprovedAt.AddYears(-1),
        };
        db.Approvals.Add(copy);
        await db.SaveChangesAsync();
        db.Publications.Add(new Publication { Id = default, ApprovalId = copy.Id, PublishedBy = approval.ApprovedBy, PublishedAt = copy.ApprovedAt });
        await db.SaveChangesAsync();
        return id;
    }
}
