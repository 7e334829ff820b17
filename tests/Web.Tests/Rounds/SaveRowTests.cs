using System.Net;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

public sealed class SaveRowTests(OpenedRound round) : IClassFixture<OpenedRound>
{
    [Fact]
    public async Task Post_Figures_ComputesPointsAndSaysWhy()
    {
        var answer = await round.PostRowAsync(round.Officer, "1.1", "save", ("f.a", "1.234"), ("f.b", "1234"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var row = await round.StoredAsync("1.1");
        Assert.Equal((RowState.InProgress, 1.5m), (row.State, row.SelfPoints));
        Assert.Equal(1234, row.Facts["a"].Number);
        var page = await round.Officer.PageAsync(round.Row("1.1"));
        Assert.Contains("(1.234/1.234) × 1,5 = 1,5", page.QuerySelector(".op-explanation")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Quyết định 2/QĐ-MAU, dòng 1.1", page.QuerySelector(".op-explanation")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("SaveRow", await round.AuditOfAsync("1.1"));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1,5,3")]
    [InlineData("10^30")]
    [InlineData("1000000000000000000000000000000")]
    [InlineData("2,5")]
    public async Task Post_NumberThatCannotBeRead_KeepsTheTextBesideItsError(string typed)
    {
        await round.PostRowAsync(round.Officer, "1.1", "save", ("f.a", "10"), ("f.b", typed));

        var page = await round.Officer.PageAsync(round.Row("1.1"));
        var field = page.QuerySelector("input[name='f.b']")!;
        Assert.Equal(typed, field.GetAttribute("value"));
        Assert.Contains("op-invalid", field.Closest(".op-field")!.ClassList);
        Assert.Equal(10, (await round.StoredAsync("1.1")).Facts["a"].Number);
    }

    [Theory]
    [InlineData("-1", "không được là số âm")]
    [InlineData("11", "lớn hơn Tổng số hồ sơ")]
    public async Task Post_FigureOutOfItsBounds_SaysSoAndGivesNoPoints(string typed, string message)
    {
        await round.PostRowAsync(round.Officer, "1.1", "save", ("f.a", "10"), ("f.b", typed));

        var page = await round.Officer.PageAsync(round.Row("1.1"));
        Assert.Equal(typed, page.QuerySelector("input[name='f.b']")!.GetAttribute("value"));
        Assert.Contains(message, page.QuerySelector("#row-result")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await round.StoredAsync("1.1")).SelfPoints);
    }

    [Fact]
    public async Task Post_PointsAboveMaximum_ShowsErrorAndKeepsThem()
    {
        await round.PostRowAsync(round.Officer, "1.2", "save", ("points", "1,01"));

        var page = await round.Officer.PageAsync(round.Row("1.2"));
        Assert.Equal("1,01", page.QuerySelector("input[name=points]")!.GetAttribute("value"));
        Assert.Contains("không được vượt quá điểm tối đa 1", page.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await round.StoredAsync("1.2")).ProposedPoints);
    }

    [Theory]
    [InlineData("0,5")]
    [InlineData("0.5")]
    public async Task Post_DecimalCommaOrPoint_IsTheSameNumber(string typed)
    {
        await round.PostRowAsync(round.Officer, "1.2", "save", ("points", typed), ("explanation", "Hội đồng đã xem xét"));

        Assert.Equal(0.5m, (await round.StoredAsync("1.2")).ProposedPoints);
    }

    [Fact]
    public async Task Post_RowOfAnotherAgency_IsRefusedAndChangesNothing()
    {
        var answer = await round.PostRowAsync(round.OtherOfficer, "1.2", "save", ("points", "1"), ("explanation", "của người khác"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.NotEqual("của người khác", (await round.StoredAsync("1.2")).Explanation);
        Assert.Equal(HttpStatusCode.NotFound, (await round.OtherOfficer.GetAsync(new Uri(round.Row("1.2"), UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Post_FromAnOlderPage_ShowsBothVersionsAndLosesNeither()
    {
        var old = (await round.StoredAsync("1.2")).Version;
        await round.PostRowAsync(round.Officer, "1.2", "save", ("points", "0,25"), ("explanation", "bản của người thứ nhất"));
        var token = await Support.Forms.FormTokenAsync(round.Officer, "/account");

        var answer = await Support.Forms.PostFormAsync(round.Officer, $"{round.Row("1.2")}/save", token, ("version", $"{old}"), ("points", "0,75"), ("explanation", "bản của người thứ hai"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.ReadAsync();
        Assert.Equal("bản của người thứ hai", page.QuerySelector("textarea[name=explanation]")!.TextContent.Trim());
        Assert.Equal("bản của người thứ nhất", (await round.StoredAsync("1.2")).Explanation);
    }

    [Fact]
    public async Task Post_ByAutosave_AnswersWithPointsAndTheNewVersion()
    {
        round.Officer.DefaultRequestHeaders.Add("HX-Request", "true");
        var answer = await round.PostRowAsync(round.Officer, "1.1", "save", ("f.a", "10"), ("f.b", "9"));
        round.Officer.DefaultRequestHeaders.Remove("HX-Request");

        var fragment = await answer.ReadAsync();
        Assert.Equal($"{(await round.StoredAsync("1.1")).Version}", fragment.QuerySelector("input[name=version]")!.GetAttribute("value"));
        Assert.Contains("1,35", fragment.QuerySelector("#row-result")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đang nhập", fragment.QuerySelector("#row-state[hx-swap-oob]")!.TextContent, StringComparison.Ordinal);
        var advice = Assert.Single(fragment.QuerySelectorAll(".op-raises li")).TextContent;
        Assert.Contains("Thêm 1 hồ sơ nữa", advice, StringComparison.Ordinal);
        Assert.Contains("→ 1,5 điểm", advice, StringComparison.Ordinal);
        Assert.Null(fragment.QuerySelector("main"));
    }

    [Fact]
    public async Task A_surveyed_row_is_not_self_scored()
    {
        var answer = await round.PostRowAsync(round.Officer, "2.1", "save", ("points", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(RowState.NotStarted, (await round.StoredAsync("2.1")).State);
    }
}
