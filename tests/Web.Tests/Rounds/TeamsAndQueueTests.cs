using System.Net;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

public sealed class TeamsAndQueueTests(AppraisalSeason season) : IClassFixture<AppraisalSeason>
{
    [Fact]
    public async Task The_queue_shows_what_waits_filtered_searched_and_sorted_and_leads_from_row_to_row()
    {
        var url = $"/rounds/{season.Round}/appraisal";
        var page = await season.First.PageAsync(url);
        Assert.Equal(9, Rows(page).Count);
        Assert.Contains("Tổng số hồ sơ: 100", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chấm tay", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(3, Rows(await season.First.PageAsync(url + "?field=2")).Count);
        Assert.Equal(3, Rows(await season.First.PageAsync(url + "?only=ByHand")).Count);
        Assert.Equal(6, Rows(await season.First.PageAsync(url + "?only=WithoutEvidence")).Count);
        Assert.Equal(6, Rows(await season.First.PageAsync(url + "?only=Computed")).Count);
        Assert.Empty(Rows(await season.First.PageAsync(url + "?only=Changed")));
        Assert.Equal(3, Rows(await season.First.PageAsync(url + "?q=ho+so+dung+han")).Count);
        Assert.Equal(3, Rows(await season.First.PageAsync(url + "?unit=van-phong&sort=Points")).Count);
        Assert.Empty(Rows(await season.First.PageAsync(url + "?state=Returned")));

        var filtered = await season.First.PageAsync(url + "?q=cong+khai");
        var row = await season.First.PageAsync(filtered.QuerySelector("tbody th a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, (await season.First.GetAsync(new Uri(row.QuerySelector("[data-next]")!.GetAttribute("href")!, UriKind.Relative))).StatusCode);
        Assert.Null(row.QuerySelector("[data-prev]"));
        Assert.Equal("q=cong%20khai", row.QuerySelector("input[name=queue]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_decision_made_from_the_queue_goes_on_to_its_next_row()
    {
        await using var other = new AppraisalSeason();
        await other.InitializeAsync();
        var answer = await other.PostRowAsync(other.First, "so-moi", "2.1", "appraise", ("accept", "yes"), ("queue", "field=2"));

        var next = answer.Headers.Location!.ToString();
        Assert.Contains("queue=field%3D2", next, StringComparison.Ordinal);
        Assert.DoesNotContain(other.RowId("so-moi", "2.1").ToString(), next, StringComparison.Ordinal);
        Assert.Equal(RowState.Appraised, (await other.StoredAsync("so-moi", "2.1")).State);
    }

    [Fact]
    public async Task Evidence_is_linked_at_its_page_and_the_declared_figures_stand_beside()
    {
        var compare = (await season.First.PageAsync(season.Row("van-phong", "1.1"))).QuerySelector("table.op-compare")!;

        Assert.Contains("Báo cáo hồ sơ, trang 3", compare.TextContent, StringComparison.Ordinal);
        Assert.Contains("100", compare.TextContent, StringComparison.Ordinal);
        Assert.Null((await season.Officers["van-phong"].PageAsync(season.Row("van-phong", "1.1"))).QuerySelector("table.op-compare"));
    }

    [Fact]
    public async Task Nobody_appraises_rows_of_the_own_agency()
    {
        var answer = await season.PostRowAsync(season.OfUnit, "so-noi-vu", "1.1", "appraise", ("accept", "yes"));

        Assert.Contains("Bạn thuộc cơ quan có dòng này", (await answer.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RowState.Submitted, (await season.StoredAsync("so-noi-vu", "1.1")).State);
        Assert.DoesNotContain("Sở Nội vụ", string.Join(' ', Rows(await season.OfUnit.PageAsync($"/rounds/{season.Round}/appraisal"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Teams_are_checked_saved_shown_and_removed()
    {
        await using var other = new AppraisalSeason();
        await other.InitializeAsync();
        var form = $"/rounds/{other.Round}/teams/edit";
        Assert.Equal(HttpStatusCode.Forbidden, (await AppraisalSeason.PostAsync(other.First, form, ("name", "Tổ"))).StatusCode);
        var bad = await AppraisalSeason.PostAsync(other.Administrator, form, ("name", " "), ("codes", "1.1, 9.9"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        var errors = (await bad.ReadAsync()).QuerySelector(".op-errors")!.TextContent;
        Assert.Contains("Nhập tên tổ", errors, StringComparison.Ordinal);
        Assert.Contains("“9.9” không phải là mã", errors, StringComparison.Ordinal);
        Assert.Contains("Chọn ít nhất một thành viên", errors, StringComparison.Ordinal);

        await other.MakeTeamsAsync();
        var page = await other.Administrator.PageAsync($"/rounds/{other.Round}/teams");
        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains($"{other.NameOf(other.Leader)} (tổ trưởng)", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#uncovered"));
        var twice = await AppraisalSeason.PostAsync(other.Administrator, form, ("name", "tổ HỒ SƠ"), other.Member(other.First));
        Assert.Contains("đã có tổ cùng tên", (await twice.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);

        var refused = await other.PostRowAsync(other.Outsider, "so-moi", "1.1", "appraise", ("accept", "yes"));
        Assert.Contains("Dòng này do “Tổ hồ sơ” thẩm định", (await refused.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RowState.Submitted, (await other.StoredAsync("so-moi", "1.1")).State);
        Assert.Equal(3, Rows(await other.Outsider.PageAsync($"/rounds/{other.Round}/appraisal")).Count);
        Assert.DoesNotContain("1.1. Hồ sơ", (await other.Outsider.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1.1. Hồ sơ", (await other.First.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await other.PostRowAsync(other.First, "so-moi", "1.1", "appraise", ("accept", "yes"))).StatusCode);

        var edit = page.QuerySelectorAll("tbody th a")[0].GetAttribute("href")!;
        await AppraisalSeason.PostAsync(other.Administrator, edit.Replace("/edit/", "/", StringComparison.Ordinal) + "/remove");
        page = await other.Administrator.PageAsync($"/rounds/{other.Round}/teams");
        Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("2.1", page.QuerySelector("#uncovered")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["CreateRound", "OpenRound", "SaveTeam", "SaveTeam", "RemoveTeam"], await other.AuditOfAsync($"round/{other.Round}"));
    }

    private static List<string> Rows(AngleSharp.Dom.IDocument page) =>
        [.. page.QuerySelectorAll("table.op-table").Where(t => t.QuerySelector("caption")!.TextContent.StartsWith("Các dòng", StringComparison.Ordinal)).SelectMany(t => t.QuerySelectorAll("tbody tr")).Select(r => r.TextContent)];
}
