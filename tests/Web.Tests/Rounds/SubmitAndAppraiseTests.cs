using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

public sealed class SubmitAndAppraiseTests
{
    [Fact]
    public async Task A_row_goes_from_the_officer_to_the_appraiser_and_back_and_to_its_result()
    {
        await using var round = new OpenedRound();
        await round.InitializeAsync();

        var refused = await round.PostRowAsync(round.Officer, "1.1", "submit", ("f.a", "100"), ("f.b", "90"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Chưa có tài liệu kiểm chứng", (await refused.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(90, (await round.StoredAsync("1.1")).Facts["b"].Number);

        var submitted = await round.PostRowAsync(round.Officer, "1.1", "submit", ("f.a", "100"), ("f.b", "90"), ("explanation", "Số liệu trích từ hệ thống một cửa"));
        Assert.Equal(HttpStatusCode.Redirect, submitted.StatusCode);
        Assert.Equal(RowState.Submitted, (await round.StoredAsync("1.1")).State);
        Assert.Contains("Chờ thẩm định", (await round.Appraiser.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        // An older tab still has the form: what was typed there comes back to be copied, although the row has no such fields now.
        var stale = await (await round.PostRowAsync(round.Officer, "1.1", "submit", ("f.a", "100"), ("f.b", "91"), ("explanation", "Gõ ở thẻ mở từ trước"))).ReadAsync();
        Assert.Contains("Đã nộp", stale.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["100", "91", "Gõ ở thẻ mở từ trước"], stale.QuerySelectorAll(".op-kept dd").Select(d => d.TextContent));

        var silent = await round.PostRowAsync(round.Appraiser, "1.1", "return");
        Assert.Contains("Ghi rõ lý do trả lại", (await silent.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        await round.PostRowAsync(round.Appraiser, "1.1", "return", ("message", "Bổ sung bảng thống kê"));
        Assert.Contains("Bổ sung bảng thống kê", (await round.Officer.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        await round.PostRowAsync(round.Officer, "1.1", "submit", ("f.a", "100"), ("f.b", "90"), ("explanation", "Đã bổ sung"));
        var unreasoned = await round.PostRowAsync(round.Appraiser, "1.1", "appraise", ("f.a", "100"), ("f.b", "85"));
        Assert.Contains("Ghi lý do khi thay đổi", (await unreasoned.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        await round.PostRowAsync(round.Appraiser, "1.1", "appraise", ("f.a", "100"), ("f.b", "85"), ("reason", "Trừ 5 hồ sơ trễ hẹn"));

        var row = await round.StoredAsync("1.1");
        Assert.Equal((RowState.Appraised, 1.35m, 1.275m), (row.State, row.SelfPoints, row.FinalPoints));
        var last = row.Decisions.MaxBy(d => d.Id)!;
        Assert.Equal((DecisionStage.Appraisal1, "Trừ 5 hồ sơ trễ hẹn", 85m), (last.Stage, last.Reason, last.Facts["b"].Number));
        Assert.Equal(90, row.Facts["b"].Number);
        Assert.Equal(["SaveRow", "SaveRow", "SubmitRow", "ReturnRow", "SaveRow", "SubmitRow", "AppraiseRow"], await round.AuditOfAsync("1.1"));

        var results = await round.Reader.PageAsync($"/rounds/{round.Round}/results");
        Assert.Contains("1,28", results.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sở Nội vụ", results.QuerySelectorAll("section")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_decision_counts_and_none_can_be_altered()
    {
        await using var round = new OpenedRound();
        await round.InitializeAsync();
        await round.PostRowAsync(round.OtherOfficer, "2.2", "submit", ("f.choice", "full"), ("explanation", "Đã công khai"));
        await round.PostRowAsync(round.Appraiser, "2.2", "appraise", ("accept", "yes"));
        Assert.Equal(1, (await round.StoredAsync("2.2")).FinalPoints);

        await round.PostRowAsync(round.Appraiser, "2.2", "reopen");
        Assert.Null((await round.StoredAsync("2.2")).FinalPoints);
        await round.PostRowAsync(round.Appraiser, "2.2", "appraise", ("f.choice", "full"), ("points", "0,5"), ("reason", "Công khai thiếu một xã"));

        Assert.Equal(0.5m, (await round.StoredAsync("2.2")).FinalPoints);
        await using var db = round.Site.Db();
        await Assert.ThrowsAsync<PostgresException>(() => db.Decisions.ExecuteUpdateAsync(s => s.SetProperty(d => d.Points, 1)));
    }

    [Theory]
    [InlineData("submit", "Officer")]
    [InlineData("appraise", "Appraiser")]
    public async Task Nothing_is_taken_after_the_deadline_of_its_step(string action, string who)
    {
        await using var round = new OpenedRound();
        await round.InitializeAsync();
        if (action == "appraise") await round.PostRowAsync(round.Officer, "1.1", "submit", ("f.a", "1"), ("f.b", "1"), ("explanation", "đủ"));
        round.Site.Clock.PassBy(TimeSpan.FromDays(action == "submit" ? 31 : 61));
        var client = who == "Officer" ? round.Officer : round.Appraiser;
        await Support.Forms.SignInAsync(client, who == "Officer" ? "can-bo" : "tham-dinh", "một câu thật là dài");

        var answer = await round.PostRowAsync(client, "1.1", action, ("f.a", "1"), ("f.b", "1"), ("explanation", "muộn"), ("accept", "yes"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Đã hết hạn", (await answer.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await round.StoredAsync("1.1")).FinalPoints);
    }

    [Fact]
    public async Task A_closed_round_is_only_read()
    {
        await using var round = new OpenedRound();
        await round.InitializeAsync();
        var token = await Support.Forms.FormTokenAsync(round.Administrator, "/account");
        await Support.Forms.PostFormAsync(round.Administrator, $"/rounds/{round.Round}/close", token);

        var answer = await round.PostRowAsync(round.Officer, "1.1", "save", ("f.a", "1"), ("f.b", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(RowState.NotStarted, (await round.StoredAsync("1.1")).State);
    }

    [Fact]
    public async Task Survey_points_come_from_the_administrator_with_a_source()
    {
        await using var round = new OpenedRound();
        await round.InitializeAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await round.PostRowAsync(round.Officer, "2.1", "survey", ("points", "1"), ("source", "x"))).StatusCode);
        var nameless = await round.PostRowAsync(round.Administrator, "2.1", "survey", ("points", "0,8"));
        Assert.Contains("Ghi nguồn", (await nameless.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        await round.PostRowAsync(round.Administrator, "2.1", "survey", ("points", "0,8"), ("source", "Đợt điều tra mẫu"));

        Assert.Equal(0.8m, (await round.StoredAsync("2.1")).FinalPoints);
    }
}
