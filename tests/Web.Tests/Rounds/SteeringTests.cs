using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>A round checked, opened, paused, extended, closed, reopened, and given days back after an outage.</summary>
public sealed class SteeringTests : IAsyncLifetime
{
    private readonly PreparedProvince province = new();

    public ValueTask InitializeAsync() => province.InitializeAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task The_dry_run_lists_what_is_missing_and_only_errors_keep_a_round_from_opening()
    {
        var created = await province.PostAsync(province.Administrator, "/rounds/new", ("title", "Kỳ trống"), ("year", "2025"), ("way", "ByUnit"),
            ("opensOn", "01/12/2026"), ("selfScoreDueOn", "19/12/2026"), ("appraisalDueOn", "31/12/2026"), ("explanationDueOn", "08/01/2027"), ("secondAppraisalDueOn", "15/01/2027"));
        var empty = created.Headers.Location!.OriginalString[..^"/setup".Length];
        Assert.Contains("Kỳ chưa có đơn vị nào", await TextAsync($"{empty}/check"), StringComparison.Ordinal);
        Assert.Contains("Hạn 19/12/2026 không phải ngày làm việc", await TextAsync($"{empty}/check"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await province.PostAsync(province.Administrator, $"{empty}/open")).StatusCode);

        var round = await province.DraftAsync();
        var check = await province.Administrator.PageAsync($"/rounds/{round}/check");
        var text = check.Body!.TextContent;
        Assert.Contains("Sở Xây dựng", text, StringComparison.Ordinal);
        Assert.Contains("Chưa có tài khoản cán bộ đầu mối", text, StringComparison.Ordinal);
        Assert.Contains("Chưa có tài khoản lãnh đạo để ký phiếu", text, StringComparison.Ordinal);
        Assert.Contains("Chưa có tài khoản nào trong Tổ thẩm định", text, StringComparison.Ordinal);
        Assert.Contains("1 dòng chấm trực tiếp theo văn bản, có lý do: 1.2", text, StringComparison.Ordinal);
        Assert.NotNull(check.QuerySelector("td a[href='/accounts']"));
        Assert.Equal(HttpStatusCode.Redirect, (await province.PostAsync(province.Administrator, $"/rounds/{round}/open")).StatusCode);
        Assert.Equal(RoundState.Open, (await province.StoredAsync(round)).State);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await province.PostAsync(province.Administrator, $"/rounds/{round}/open")).StatusCode);
    }

    [Fact]
    public async Task A_pause_needs_a_reason_stops_everybody_and_is_read_by_every_unit()
    {
        var round = await province.OpenedAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await province.PostAsync(province.Administrator, $"/rounds/{round}/pause")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await province.PostAsync(province.Officer, $"/rounds/{round}/pause", ("reason", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await province.PostAsync(province.Administrator, $"/rounds/{round}/pause", ("reason", "x"), ("decisionNumber", "1/QĐ"), ("decidedOn", "01/01/2200"))).StatusCode);
        await province.PostAsync(province.Administrator, $"/rounds/{round}/pause", ("reason", "Chờ văn bản hướng dẫn"));

        var refused = await province.SubmitAsync(province.Officer, round, "so-noi-vu", "1.1", "full");
        Assert.Contains("Tạm dừng", (await refused.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chờ văn bản hướng dẫn", (await province.Officer.PageAsync($"/rounds/{round}")).QuerySelector("[aria-labelledby=steering]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await province.PostAsync(province.Administrator, $"/rounds/{round}/pause", ("reason", "lần nữa"))).StatusCode);

        await province.PostAsync(province.Administrator, $"/rounds/{round}/resume");
        await province.SubmitAsync(province.Officer, round, "so-noi-vu", "1.1", "full");
        Assert.Equal(RowState.Submitted, (await province.RowAsync(round, "so-noi-vu", "1.1")).State);
        Assert.Equal(["CreateRound", "OpenRound", "PauseRound", "ResumeRound"], await province.AuditOfAsync(round));
        await using var db = province.Site.Db();
        Assert.Equal([RoundEvent.Open, RoundEvent.Pause, RoundEvent.Resume], await db.RoundChanges.OrderBy(c => c.Id).Select(c => c.Event).ToListAsync());
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.Database.ExecuteSqlRawAsync("update rounds.round_changes set reason = 'khác'"));
    }

    [Fact]
    public async Task An_extension_is_later_reaches_whom_it_names_and_lets_them_work_on()
    {
        var round = await province.OpenedAsync();
        var stored = await province.StoredAsync(round);
        var url = $"/rounds/{round}/extend";
        var (due, office) = (stored.SelfScoreDueOn, stored.Sheets.Single(s => s.UnitId == PreparedProvince.Agency("van-phong")));
        async Task<string> ExtendAsync(string reach, DateOnly day, string reason = "Đơn vị mới hợp nhất") =>
            (await (await province.PostAsync(province.Administrator, url, ("step", "SelfScore"), ("reach", reach), ("dueOn", $"{day:dd/MM/yyyy}"), ("reason", reason))).ReadAsync()).Body?.TextContent ?? "";

        Assert.Contains("sau hạn đang áp dụng", await ExtendAsync("all", due), StringComparison.Ordinal);
        Assert.Contains("Gia hạn bước đó trước", await ExtendAsync("all", stored.AppraisalDueOn.AddDays(1)), StringComparison.Ordinal);
        Assert.Contains("Ghi lý do", await ExtendAsync("all", due.AddDays(1), ""), StringComparison.Ordinal);
        Assert.Contains("Chọn nhóm hoặc đơn vị", await ExtendAsync("g:" + Guid.NewGuid(), due.AddDays(1)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await province.PostAsync(province.Administrator, url, ("step", "Lunch"), ("reach", "all"), ("dueOn", "31/02/2026"), ("reason", "x"))).StatusCode);
        Assert.Empty((await province.StoredAsync(round)).Extensions);

        await ExtendAsync("s:" + office.Id.Value, due.AddDays(5));
        await ExtendAsync("g:" + office.GroupId.Value, due.AddDays(3));
        await ExtendAsync("all", due.AddDays(2));
        stored = await province.StoredAsync(round);
        var departments = stored.Sheets.First(s => s.GroupId != office.GroupId);
        Assert.Equal((due.AddDays(5), due.AddDays(2)), (stored.DueOn(RoundStep.SelfScore, stored.Sheets.Single(s => s.Id == office.Id)), stored.DueOn(RoundStep.SelfScore, departments)));

        await province.PassDaysAsync(due.AddDays(4).DayNumber - province.Today.DayNumber);
        var late = await province.SubmitAsync(province.Officer, round, "so-noi-vu", "1.1", "full");
        Assert.Contains("Đã hết hạn", (await late.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
        await province.SubmitAsync(province.OtherOfficer, round, "van-phong", "1.1", "full");
        Assert.Equal(RowState.Submitted, (await province.RowAsync(round, "van-phong", "1.1")).State);
        Assert.Contains("Đơn vị mới hợp nhất", (await province.OtherOfficer.PageAsync($"/rounds/{round}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Văn phòng UBND tỉnh", (await province.Officer.PageAsync($"/rounds/{round}")).QuerySelector("[aria-labelledby=steering]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_round_is_reopened_by_a_decision_only()
    {
        var round = await province.OpenedAsync();
        await province.PostAsync(province.Administrator, $"/rounds/{round}/close");
        Assert.Equal(RoundState.Closed, (await province.StoredAsync(round)).State);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await province.PostAsync(province.Administrator, $"/rounds/{round}/extend", ("step", "SelfScore"), ("reach", "all"), ("dueOn", "01/01/2100"), ("reason", "x"))).StatusCode);
        var bad = await province.PostAsync(province.Administrator, $"/rounds/{round}/reopen");
        Assert.Equal(3, (await bad.ReadAsync()).QuerySelectorAll(".op-errors li").Length);

        var good = await province.PostAsync(province.Administrator, $"/rounds/{round}/reopen", ("decisionNumber", "45/QĐ-UBND"), ("decidedOn", $"{province.Today:dd/MM/yyyy}"), ("reason", "Bổ sung hai đơn vị"));
        Assert.Equal(HttpStatusCode.Redirect, good.StatusCode);
        Assert.Equal(RoundState.Open, (await province.StoredAsync(round)).State);
        Assert.Contains("45/QĐ-UBND", await TextAsync($"/rounds/{round}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_outage_record_moves_every_open_round_and_every_unit_reads_it()
    {
        await province.Site.UseAsync<LoadCalendar.Handler>(h => h.HandleAsync(new(new CalendarYear(province.Today.Year, "Lịch mẫu", [DayOfWeek.Saturday, DayOfWeek.Sunday], [], [])), default));
        var first = await province.OpenedAsync();
        var stored = await province.StoredAsync(first);
        var office = stored.Sheets.Single(s => s.UnitId == PreparedProvince.Agency("van-phong"));
        await province.PostAsync(province.Administrator, $"/rounds/{first}/extend", ("step", "SelfScore"), ("reach", "s:" + office.Id.Value), ("dueOn", $"{stored.SelfScoreDueOn.AddDays(20):dd/MM/yyyy}"), ("reason", "Mới hợp nhất"));
        await province.PassDaysAsync(2);
        var day = province.Today.AddDays(-1);
        (string, string)[] record = [("fromDay", $"{day:dd/MM/yyyy}"), ("fromTime", "14:30"), ("untilDay", $"{day:dd/MM/yyyy}"), ("untilTime", "17h00"), ("what", "Mất điện trung tâm dữ liệu"), ("decisionNumber", "7/BB-SNV"), ("decidedOn", $"{province.Today:dd/MM/yyyy}"), ("days", "2")];

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await province.PostAsync(province.Administrator, "/rounds/outages/new", ("fromDay", "x"), ("fromTime", "25:00"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await province.PostAsync(province.Officer, "/rounds/outages/new", record)).StatusCode);
        var look = await province.PostAsync(province.Administrator, "/rounds/outages/new", [.. record, ("act", "look")]);
        var page = await look.ReadAsync();
        Assert.Equal(2, page.QuerySelectorAll("#effects tbody tr").Length);
        var seen = page.QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        Assert.DoesNotContain((await province.StoredAsync(first)).Extensions, e => e.OutageId is not null);

        // A round that was opened in between was not shown, so nothing is recorded.
        var second = await province.OpenedAsync("Kỳ thứ hai", OpenedRound.CalendarFrom(province.Today.AddDays(-5)));
        var changed = await (await province.PostAsync(province.Administrator, "/rounds/outages/new", [.. record, ("seen", seen), ("act", "save")])).ReadAsync();
        Assert.Contains("Các hạn đã thay đổi từ lúc bạn xem", changed.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await province.StoredAsync(first)).Extensions, e => e.OutageId is not null);
        var saved = await province.PostAsync(province.Administrator, "/rounds/outages/new", [.. record, ("seen", seen), ("act", "save")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, saved.StatusCode);
        saved = await province.PostAsync(province.Administrator, "/rounds/outages/new", [.. record, ("seen", changed.QuerySelector("input[name=seen]")!.GetAttribute("value")!), ("act", "save")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        stored = await province.StoredAsync(first);
        var working = WorkingCalendar.MondayToFriday;
        Assert.Equal(working.Add(stored.SelfScoreDueOn, 2), stored.DueOn(RoundStep.SelfScore, stored.Sheets.First(s => s.Id != office.Id)));
        Assert.Equal(working.Add(stored.SelfScoreDueOn.AddDays(20), 2), stored.DueOn(RoundStep.SelfScore, stored.Sheets.Single(s => s.Id == office.Id)));
        Assert.Contains((await province.StoredAsync(second)).Extensions, e => e.OutageId is not null);
        foreach (var url in new[] { $"/rounds/{first}", "/rounds/outages" })
            Assert.Contains("Mất điện trung tâm dữ liệu", (await province.Officer.PageAsync(url)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("7/BB-SNV", (await province.Officer.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string url) => (await province.Administrator.PageAsync(url)).Body!.TextContent;
}
