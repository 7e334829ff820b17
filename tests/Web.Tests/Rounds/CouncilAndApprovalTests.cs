using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Results;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Papers;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>From the closed round to the published result: the council decides by item, the result is approved, frozen, published and checked.</summary>
public sealed class CouncilAndApprovalTests
{
    private const string Reason = "Hội đồng chấp nhận tài liệu bổ sung";

    [Fact]
    public async Task The_council_decides_by_item_and_the_approval_computes_comparing_rows_again_and_freezes_everything()
    {
        await using var season = new ResultsSeason();
        await season.InitializeAsync();
        await season.ScoreAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await season.ApproveAsync()).StatusCode);
        Assert.Empty((await season.Council.PageAsync("/")).QuerySelectorAll("main .op-note-warning a"));
        await season.CloseAsync();
        var session = await season.SessionAsync();
        Assert.NotNull((await season.Council.PageAsync("/")).QuerySelector($"main .op-note-warning a[href='{season.Url}/council']"));
        Assert.Null((await season.Reader.PageAsync("/")).QuerySelector($"main .op-note-warning a[href='{season.Url}/council']"));
        Assert.Contains("Sở Mẫu C", (await season.Council.PageAsync($"{season.Url}/standings")).Body!.TextContent, StringComparison.Ordinal);

        var noReason = await season.PostRowAsync(season.Council, "so-c", "1.2", "council", ("session", $"{session}"), ("f.choice", "full"));
        Assert.Contains("Ghi lý do", (await noReason.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        var noSession = await season.PostRowAsync(season.Council, "so-c", "1.2", "council", ("f.choice", "full"), ("reason", Reason));
        Assert.Contains("Chọn phiên họp", (await noSession.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        await season.PostRowAsync(season.Council, "so-c", "1.2", "council", ("session", $"{session}"), ("f.choice", "full"), ("reason", Reason));
        var decided = await season.StoredAsync("so-c", "1.2");
        Assert.Equal((RowState.Decided, 2m), (decided.State, decided.FinalPoints));
        var last = decided.Decisions.MaxBy(d => d.Id)!;
        Assert.Equal((DecisionStage.Council, session, Reason), (last.Stage, last.SessionId, last.Reason));
        await season.PostRowAsync(season.Council, "so-c", "1.2", "council", ("session", $"{session}"), ("points", "2"), ("reason", Reason));
        Assert.Contains("2 điểm do Hội đồng quyết định", (await season.Reader.PageAsync(season.Row("so-c", "1.2"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "1", "3"], StandingsTests.Table(await season.Reader.PageAsync($"{season.Url}/standings")).Select(r => r[0]));
        Assert.Contains("01/BB-HĐTĐ", (await season.Reader.PageAsync($"{season.Url}/council")).QuerySelector("#decided-title")!.ParentElement!.TextContent, StringComparison.Ordinal);

        // Its minutes: what is recorded is printed, what is not is left to be written in.
        var council = await season.Reader.PageAsync($"{season.Url}/council");
        Assert.NotNull(council.QuerySelector($"a[href='{season.Url}/council/minutes?session={session}']"));
        var form = await season.Reader.PageAsync($"{season.Url}/council/minutes?session={session}");
        Assert.Equal("01/BB-HĐTĐ", form.QuerySelector("#number")!.GetAttribute("value"));
        Assert.Equal($"{session}", form.QuerySelector("main input[name=session]")!.GetAttribute("value"));
        var minutes = (await TakenPaper.OfAsync(season.Reader, $"{season.Url}/council/minutes.docx?session={session}")).Words;
        foreach (var words in new[] { "01/BB-HĐTĐ", "Sở Mẫu C", "Xin lỗi khi trễ hẹn", Reason, "Chủ tịch: Người thanh-vien-hoi-dong", "Biểu quyết: tán thành ……", "có mặt ……/1 người" })
            Assert.Contains(words, minutes, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await season.Reader.GetAsync(new Uri($"{season.Url}/council/minutes.docx?session=999999", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await season.Reader.GetAsync(new Uri($"{season.Url}/council/minutes?session=x", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await season.Officer("so-a").GetAsync(new Uri($"{season.Url}/council/minutes.docx", UriKind.Relative))).StatusCode);

        // The council raises the best figure of the group: the other units compare worse, from the approval on.
        await season.PostRowAsync(season.Council, "so-a", "2.2", "council", ("session", $"{session}"), ("f.x", "20"), ("reason", Reason));
        Assert.Equal(2, (await season.StoredAsync("so-c", "2.2")).FinalPoints);
        var incomplete = await ResultsSeason.PostAsync(season.Administrator, $"{season.Url}/approve", ("decisionNumber", " "), ("decidedOn", "31/02/2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        Assert.Contains("Xã Mẫu D", (await incomplete.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await season.ApproveAsync()).StatusCode);
        Assert.NotNull((await season.Administrator.PageAsync("/")).QuerySelector($"main .op-note-warning a[href='{season.Url}/publish']"));
        Assert.Null((await season.Council.PageAsync("/")).QuerySelector("main .op-note-warning a"));
        Assert.Equal((1m, DecisionStage.Group), await LastAsync(season, "so-c"));

        await using var db = season.Site.Db();
        var approval = await db.Approvals.SingleAsync();
        Assert.Equal(("99/QĐ-UBND", FrozenRound.HashOf(approval.Content)), (approval.DecisionNumber, approval.Sha256));
        Assert.Equal(approval.Content, FrozenRound.Read(approval.Content).Write());
        var refused = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync("update rounds.approvals set decision_number = 'x'"));
        Assert.Contains("append-only", refused.MessageText, StringComparison.Ordinal);
        Assert.Contains("ApproveRound", await db.AuditEntries.Select(e => e.Action).ToListAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await season.ApproveAsync()).StatusCode);
        var closed = await season.PostRowAsync(season.Council, "so-c", "1.2", "council", ("session", $"{session}"), ("f.choice", "none"), ("reason", Reason));
        Assert.Contains("Đã phê duyệt", (await closed.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_result_is_seen_by_every_role_and_comes_out_again_until_somebody_tampers()
    {
        await using var season = new ResultsSeason();
        await season.InitializeAsync();
        await season.ScoreAsync();
        await season.CloseAsync();
        await season.ApproveAsync();
        var published = new Uri($"/results/{season.Round}", UriKind.Relative);
        Assert.Equal(HttpStatusCode.NotFound, (await season.Officer("so-b").GetAsync(published)).StatusCode);
        Assert.NotNull((await season.Administrator.PageAsync(season.Url)).QuerySelector($"a[href='{season.Url}/publish']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await ResultsSeason.PostAsync(season.Appraiser, $"{season.Url}/publish")).StatusCode);

        await ResultsSeason.PostAsync(season.Administrator, $"{season.Url}/publish");

        var page = await season.Officer("so-b").PageAsync(published.OriginalString);
        Assert.Equal(["1", "Sở Mẫu A", "9,60"], StandingsTests.Table(page)[0][..3]);
        Assert.Contains(page.QuerySelectorAll(".op-note"), note => note.TextContent.Contains("Quyết định số 99/QĐ-UBND", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("#ranks-title + .op-scroll a"));
        Assert.NotNull((await season.Officer("so-b").PageAsync(season.Url)).QuerySelector($"a[href='{published.OriginalString}']"));
        var check = await season.Reader.PageAsync($"{season.Url}/approval");
        Assert.Contains("Tính lại từ số liệu đã lưu: đúng như đã công bố.", check.QuerySelector("[data-check=same]")!.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"Quyết định được tính lại\s*12", check.Body!.TextContent);
        var paper = await TakenPaper.OfAsync(season.Reader, $"{season.Url}/decision.docx");
        Assert.Contains("Kết quả đã được phê duyệt tại Quyết định số 99/QĐ-UBND", paper.Words, StringComparison.Ordinal);

        // Whoever writes past the application changes neither what is shown nor what papers say, and is found.
        await using (var db = season.Site.Db()) await db.Rows.Where(r => r.FinalPoints == 4).ExecuteUpdateAsync(s => s.SetProperty(r => r.FinalPoints, 1));
        Assert.Equal(["1", "Sở Mẫu A", "9,60"], StandingsTests.Table(await season.Officer("so-b").PageAsync(published.OriginalString))[0][..3]);
        Assert.Equal(paper.Code, (await TakenPaper.OfAsync(season.Reader, $"{season.Url}/decision.docx")).Code);
        var differs = await season.Reader.PageAsync($"{season.Url}/approval");
        Assert.NotNull(differs.QuerySelector("[data-check=differs]"));
        Assert.Contains("đã phê duyệt 4, nay 1", differs.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_members_decide_and_never_a_row_of_the_own_agency()
    {
        await using var season = new ResultsSeason();
        await season.InitializeAsync();
        await season.ScoreAsync();
        var stranger = await season.SignedInAsync("nguoi-ngoai-hoi-dong", Role.CouncilMember);
        var own = await season.SignedInAsync("hoi-dong-so-c", Role.CouncilMember, "so-c");
        var early = await ResultsSeason.PostAsync(season.Council, $"{season.Url}/council/sessions", ("minutesNumber", "00/BB"), ("heldOn", "01/01/2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        await season.CloseAsync();
        var session = await season.SessionAsync();
        (string, string)[] decision = [("session", $"{session}"), ("points", "1"), ("reason", Reason)];

        var outside = await season.PostRowAsync(stranger, "so-c", "1.2", "council", decision);
        Assert.Contains("không có tên trong Hội đồng", (await outside.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        var self = await season.PostRowAsync(own, "so-c", "1.2", "council", decision);
        Assert.Contains("không được thẩm định", (await self.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await season.PostRowAsync(season.Appraiser, "so-c", "1.2", "council", decision)).StatusCode);
        Assert.Equal(RowState.Appraised, (await season.StoredAsync("so-c", "1.2")).State);

        var wrong = await ResultsSeason.PostAsync(season.Administrator, $"{season.Url}/council/members", ("member", $"{Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var untouched = await season.PostRowAsync(season.Council, "so-b", "1.2", "council", ("session", $"{session}"), ("reason", Reason));
        Assert.Contains("Sửa số liệu hoặc nhập điểm", (await untouched.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        await season.PostRowAsync(season.Council, "so-b", "1.2", "council", decision);
        Assert.Equal(1, (await season.StoredAsync("so-b", "1.2")).FinalPoints);
    }

    [Fact]
    public async Task Who_came_and_how_they_voted_is_entered_and_stands_in_the_minutes()
    {
        await using var season = new ResultsSeason();
        await season.InitializeAsync();
        await season.ScoreAsync();
        await season.SignedInAsync("thanh-vien-hai", Role.CouncilMember);
        await season.CloseAsync();
        await using var db = season.Site.Db();
        var second = await db.Users.Where(u => u.UserName == "thanh-vien-hai").Select(u => u.Id).SingleAsync();
        var session = await season.SessionAsync();
        await ResultsSeason.PostAsync(season.Administrator, $"{season.Url}/council/members", ("member", $"{season.CouncilUser}"), ("member", $"{second}"), ("chair", $"{season.CouncilUser}"));
        var url = $"{season.Url}/council/sessions/{session}/attendance";
        Assert.Equal("chưa ghi", (await season.Council.PageAsync($"{season.Url}/council")).QuerySelector($"a[href='{url}']")!.ChildNodes[0].TextContent);
        Assert.Equal(2, (await season.Council.PageAsync(url)).QuerySelectorAll("input[name=present][checked]").Length);

        // What cannot be taken is named beside its field, and everything typed stays.
        var refused = await ResultsSeason.PostAsync(season.Council, url, ("seen", "0"), ("startsAt", "11:00"), ("endsAt", "8h30"), ("place", "Phòng họp số 1"), ($"reason.{second}", new string('x', 501)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.ReadAsync();
        foreach (var words in new[] { "Giờ kết thúc phải sau", "ít nhất một thành viên", "Dài quá 500" }) Assert.Contains(words, page.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Phòng họp số 1", page.QuerySelector("#place")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("input[name=present][checked]"));
        var unreadable = await ResultsSeason.PostAsync(season.Council, url, ("seen", "0"), ("startsAt", "sáng"), ("present", $"{season.CouncilUser}"));
        Assert.Contains("Viết giờ và phút", (await unreadable.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await db.CouncilAttendances.CountAsync());

        (string, string)[] came = [("startsAt", "8h30"), ("endsAt", "11:00"), ("place", "Phòng họp số 1"), ("guests", "Sở Tài chính"), ("secretary", "Thư ký phiên họp"), ("present", $"{season.CouncilUser}"), ($"reason.{second}", "đi công tác")];
        Assert.Equal(HttpStatusCode.Redirect, (await ResultsSeason.PostAsync(season.Council, url, [("seen", "0"), .. came])).StatusCode);
        // From a stale page nothing is replaced.
        var stale = await ResultsSeason.PostAsync(season.Council, url, ("seen", "0"), ("present", $"{second}"));
        Assert.Contains("Người khác vừa ghi", (await stale.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1/2", (await season.Council.PageAsync($"{season.Url}/council")).QuerySelector($"a[href='{url}']")!.ChildNodes[0].TextContent);
        Assert.Equal(HttpStatusCode.Forbidden, (await ResultsSeason.PostAsync(season.Appraiser, url, ("seen", "0"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await season.Council.GetAsync(new Uri($"{season.Url}/council/sessions/999999/attendance", UriKind.Relative))).StatusCode);

        (string, string)[] decision = [("session", $"{session}"), ("f.choice", "full"), ("reason", Reason)];
        var tooMany = await season.PostRowAsync(season.Council, "so-c", "1.2", "council", [.. decision, ("votesFor", "1"), ("votesAgainst", "1")]);
        Assert.Contains("Tổng số phiếu là 2, nhiều hơn 1", (await tooMany.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        var noNumber = await season.PostRowAsync(season.Council, "so-c", "1.2", "council", [.. decision, ("votesOther", "một")]);
        Assert.Contains("Số phiếu là số nguyên", (await noNumber.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        await season.PostRowAsync(season.Council, "so-c", "1.2", "council", [.. decision, ("votesFor", "1")]);
        Assert.Equal(new CouncilVotes(1, 0, 0), (await season.StoredAsync("so-c", "1.2")).Decisions.MaxBy(d => d.Id)!.Votes);
        Assert.Contains("Biểu quyết: 1 tán thành", (await season.Reader.PageAsync(season.Row("so-c", "1.2"))).QuerySelector("[aria-labelledby=history-title]")!.TextContent, StringComparison.Ordinal);

        var minutes = (await TakenPaper.OfAsync(season.Reader, $"{season.Url}/council/minutes.docx?session={session}")).Words;
        foreach (var words in new[] { "bắt đầu 08 giờ 30, kết thúc 11 giờ 00", "Địa điểm: Phòng họp số 1", "có mặt 1/2 người; vắng: Người thanh-vien-hai (đi công tác); khách mời: Sở Tài chính; thư ký: Thư ký phiên họp", "1 / 0 / 0", "theo từng mục" })
            Assert.Contains(words, minutes, StringComparison.Ordinal);

        var log = await db.AuditEntries.Where(e => e.Action == nameof(App.Features.Rounds.RecordAttendance)).SingleAsync();
        Assert.Contains("đi công tác", log.After, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await season.ApproveAsync()).StatusCode);
        var late = await ResultsSeason.PostAsync(season.Council, url, [("seen", $"{await db.CouncilAttendances.MaxAsync(a => a.Id)}"), .. came]);
        Assert.Contains("chưa phê duyệt", (await late.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<(decimal?, DecisionStage)> LastAsync(ResultsSeason season, string unit)
    {
        var row = await season.StoredAsync(unit, "2.2");
        return (row.FinalPoints, row.Decisions.MaxBy(d => d.Id)!.Stage);
    }
}
