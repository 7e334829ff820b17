using Microsoft.EntityFrameworkCore;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>Provisional points and units at risk, read from the page.</summary>
public sealed class ShowProgressTests : IAsyncLifetime
{
    private readonly PreparedProvince province = new();

    public ValueTask InitializeAsync() => province.InitializeAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task Units_stand_by_risk_with_points_so_far_and_between_what_they_will_end()
    {
        var round = await province.OpenedAsync();
        await province.PassDaysAsync(14);
        await province.SubmitAsync(province.Officer, round, "so-noi-vu", "1.1", "half");
        var page = await province.Administrator.PageAsync($"/rounds/{round}/progress");
        var rows = page.QuerySelectorAll("#progress tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList()).ToList();

        Assert.Equal(3, rows.Count);
        Assert.Equal(["Dự báo trễ hạn", "Dự báo trễ hạn"], rows.Take(2).Select(r => r[1]));
        Assert.Equal(["Sở Nội vụ", "Có nguy cơ trễ", "1/3", "0,1"], rows[2].Take(4).Select(c => c));
        Assert.Equal(["0,50", "50%", "0,50", "2,00", "3,50"], rows[2].Skip(6));
        Assert.Equal(["—", "—", "0,00", "—", "4,00"], rows[0].Skip(6));
        Assert.NotNull(page.QuerySelector(".op-chart table"));

        var late = await province.Administrator.PageAsync($"/rounds/{round}/progress?risk=Late");
        Assert.Equal(2, late.QuerySelectorAll("#progress tbody tr").Length);
        var group = (await province.StoredAsync(round)).Groups.Single(g => g.Name == "Văn phòng").Id.Value;
        Assert.Equal("Văn phòng UBND tỉnh", Assert.Single((await province.Administrator.PageAsync($"/rounds/{round}/progress?group={group}")).QuerySelectorAll("#progress tbody th")).TextContent);
    }

    [Fact]
    public async Task A_unit_sees_itself_only_and_last_years_share_foresees_its_open_rows()
    {
        var last = await province.OpenedAsync("Kỳ năm trước");
        await using (var db = province.Site.Db())
        {
            var row = (await province.RowAsync(last, "so-noi-vu", "1.2")).Id;
            await db.Rows.Where(r => r.Id == row).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RowState.Appraised).SetProperty(x => x.FinalPoints, 0.5m));
            await db.Rounds.ExecuteUpdateAsync(r => r.SetProperty(x => x.Year, 2024));
        }

        var round = await province.OpenedAsync();
        await province.SubmitAsync(province.Officer, round, "so-noi-vu", "1.1", "full");
        var page = await province.Officer.PageAsync($"/rounds/{round}/progress");
        var cells = Assert.Single(page.QuerySelectorAll("#progress tbody tr")).Children.Select(c => c.TextContent.Trim()).ToList();

        // 1 declared, a quarter of 2 as last year, the share so far (1) of the last point.
        Assert.Equal(["1,00", "100%", "1,00", "2,50", "4,00"], cells.Skip(6));
        Assert.Contains("tỷ lệ của chính đơn vị ở dòng đó năm trước", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_shows_that_nothing_has_begun()
    {
        var round = await province.DraftAsync(calendar: OpenedRound.CalendarFrom(province.Today.AddDays(5)));
        var page = await province.Administrator.PageAsync($"/rounds/{round}/progress");

        Assert.All(page.QuerySelectorAll("#progress tbody tr"), r => Assert.Contains("Chưa đến ngày mở", r.TextContent, StringComparison.Ordinal));
    }
}
