using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Results;
using OpenPar.Core.Organisations;
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

    [Fact]
    public async Task A_unit_is_found_by_the_names_it_had_and_by_those_of_the_units_it_continues_whose_years_stand_apart()
    {
        await using var season = new ResultsSeason();
        await season.InitializeAsync();
        await season.ScoreAsync();
        await season.CloseAsync();
        await season.ApproveAsync();
        await ResultsSeason.PostAsync(season.Administrator, $"{season.Url}/publish");
        await EarlierAsync(season);
        await ReorganiseAsync(season);

        // Two merged into one that has no result of its own: old and new name lead to it, the years stand under the names of then and are not drawn.
        foreach (var words in new[] { "so mau b", "so gop", "SMB" })
        {
            var merged = Assert.Single((await season.Officer("so-a").PageAsync($"/results?q={words.Replace(' ', '+')}")).QuerySelectorAll("main section"));
            Assert.Equal("Sở Gộp", merged.QuerySelector("h2")!.TextContent);
            Assert.Null(merged.QuerySelector("figure"));
            Assert.Contains("Chưa có kết quả nào được công bố của riêng đơn vị này", merged.TextContent, StringComparison.Ordinal);
            Assert.Equal(
                ["Sở Mẫu B: hợp nhất, sáp nhập thành Sở Gộp từ 01/03/2026.", "Sở Mẫu C: hợp nhất, sáp nhập thành Sở Gộp từ 01/03/2026."],
                merged.QuerySelectorAll("li").Select(l => l.TextContent));
            Assert.Equal(
                ["2024|Sở Mẫu B|7,73|10,00|2 trong 3 đơn vị, Các sở|Kỳ mẫu năm 2024", "2024|Sở Mẫu C|7,60|10,00|3 trong 3 đơn vị, Các sở|Kỳ mẫu năm 2024", "2025|Sở Mẫu B|7,73|10,00|2 trong 3 đơn vị, Các sở|Kỳ mẫu năm 2025", "2025|Sở Mẫu C|7,60|10,00|3 trong 3 đơn vị, Các sở|Kỳ mẫu năm 2025"],
                merged.QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent))));
        }

        // A new name keeps the years, each under the name of then.
        foreach (var words in new[] { "so+mau+a", "so+moi" })
        {
            var renamed = Assert.Single((await season.Reader.PageAsync($"/results?q={words}")).QuerySelectorAll("main section"), s => s.QuerySelector("h2")!.TextContent == "Sở Mới");
            Assert.Equal(
                ["2024, khi đó là Sở Mẫu A: Kỳ mẫu năm 2024", "2025, khi đó là Sở Mẫu A: Kỳ mẫu năm 2025"], renamed.QuerySelectorAll("figure tbody th").Select(h => h.TextContent));
            Assert.Single(renamed.QuerySelectorAll("table"));
        }

        // A part was split off and the rest lives on: each leads to the other, and the part continues only the years before.
        var found = (await season.Reader.PageAsync("/results?q=xa+mau")).QuerySelectorAll("main section");
        Assert.Equal(["Xã Mẫu D", "Xã Tách"], found.Select(f => f.QuerySelector("h2")!.TextContent));
        Assert.Equal(["Một phần chia, tách thành Xã Tách từ 01/07/2025."], found[0].QuerySelectorAll("li").Select(l => l.TextContent));
        Assert.Equal(2, found[0].QuerySelectorAll("figure tbody tr").Length);
        Assert.Equal(["2024"], found[1].QuerySelectorAll("tbody tr").Select(r => r.Children[0].TextContent));
        Assert.Equal("Xã Tách", Assert.Single((await season.Reader.PageAsync("/results?q=xa+tach")).QuerySelectorAll("main section h2")).TextContent);
    }

    private static async Task ReorganiseAsync(ResultsSeason season)
    {
        await using var db = season.Site.Db();
        foreach (var (id, name) in new[] { ("so-gop", "Sở Gộp"), ("so-moi", "Sở Mới"), ("xa-tach", "Xã Tách") })
            db.Agencies.Add(new AgencyRecord { Id = AgencyId.Parse(id), Name = name, Kind = AgencyKind.Department });
        foreach (var ended in await db.Agencies.Where(a => a.Kind == AgencyKind.Department).ToListAsync()) ended.ValidTo = new DateOnly(2026, 2, 28);
        var b = await db.Agencies.SingleAsync(a => a.Name == "Sở Mẫu B");
        b.Aliases = ["SMB"];
        foreach (var (from, to, kind, on) in new[]
        {
            ("so-b", "so-gop", SuccessionKind.Merge, new DateOnly(2026, 3, 1)), ("so-c", "so-gop", SuccessionKind.Merge, new DateOnly(2026, 3, 1)),
            ("so-a", "so-moi", SuccessionKind.Rename, new DateOnly(2026, 3, 1)), ("xa-d", "xa-tach", SuccessionKind.Split, new DateOnly(2025, 7, 1)),
            ("xa-d", "so-moi", SuccessionKind.Transfer, new DateOnly(2025, 7, 1)),
        })
            db.Successions.Add(new SuccessionRecord { PredecessorId = AgencyId.Parse(from), SuccessorId = AgencyId.Parse(to), Kind = kind, EffectiveOn = on });
        await db.SaveChangesAsync();
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
