using System.Net;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

public sealed class AcceptTogetherTests
{
    [Fact]
    public async Task Complete_rows_are_accepted_in_one_act_and_a_row_changed_meanwhile_is_left_out_and_told()
    {
        await using var season = new AppraisalSeason();
        await season.InitializeAsync();
        var url = $"/rounds/{season.Round}/appraisal/accept";
        var page = await season.First.PageAsync(url);
        // Rows by hand and rows without evidence need a look.
        var ticks = page.QuerySelectorAll("input[name=rows]").Select(i => ("rows", i.GetAttribute("value")!)).ToList();
        Assert.Equal(3, ticks.Count);
        Assert.Contains("3 dòng của 3 đơn vị", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var none = await AppraisalSeason.PostAsync(season.First, url);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Contains("Chưa chọn dòng nào", (await none.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);

        await season.PostRowAsync(season.Second, "so-moi", "1.1", "return", ("message", "Bổ sung bảng thống kê"));
        await season.PostRowAsync(season.Officers["so-moi"], "so-moi", "1.1", "submit", ("f.a", "100"), ("f.b", "80"), ("explanation", "Đã bổ sung"));
        var answer = await AppraisalSeason.PostAsync(season.First, url, [.. ticks, ("rows", $"{season.RowId("van-phong", "1.2")}:{(await season.StoredAsync("van-phong", "1.2")).Version}")]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var left = (await answer.ReadAsync()).QuerySelector("#left-out")!.TextContent;
        Assert.Contains("1.1, Sở Xây dựng", left, StringComparison.Ordinal);
        Assert.Contains("vừa thay đổi", left, StringComparison.Ordinal);
        Assert.Contains("1.2, Văn phòng UBND tỉnh", left, StringComparison.Ordinal);
        Assert.Equal(RowState.Submitted, (await season.StoredAsync("so-moi", "1.1")).State);
        Assert.Equal(RowState.Submitted, (await season.StoredAsync("van-phong", "1.2")).State);
        foreach (var unit in new[] { "so-noi-vu", "van-phong" })
        {
            var row = await season.StoredAsync(unit, "1.1");
            Assert.Equal((RowState.Appraised, 1.8m), (row.State, row.FinalPoints));
            Assert.Equal(DecisionStage.Appraisal1, row.Decisions.MaxBy(d => d.Id)!.Stage);
            Assert.Equal("AcceptRows", (await season.AuditOfAsync($"row/{row.Id.Value}"))[^1]);
        }

        var officer = await AppraisalSeason.PostAsync(season.Officers["so-moi"], url, [.. ticks]);
        Assert.Equal(HttpStatusCode.Forbidden, officer.StatusCode);
    }
}
