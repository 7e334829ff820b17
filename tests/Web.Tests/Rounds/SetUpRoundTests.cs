using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>A round set up over its pages: basics, groups, units, suppliers, settings; from a template; from last year's round.</summary>
public sealed class SetUpRoundTests : IAsyncLifetime
{
    private static readonly (string, string)[] Days =
        [("opensOn", "01/12/2026"), ("selfScoreDueOn", "18/12/2026"), ("appraisalDueOn", "31/12/2026"), ("explanationDueOn", "08/01/2027"), ("secondAppraisalDueOn", "15/01/2027")];

    private readonly PreparedProvince province = new();

    public ValueTask InitializeAsync() => province.InitializeAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_round_is_set_up_page_by_page_without_scripts()
    {
        var created = await province.PostAsync(province.Administrator, "/rounds/new", [("title", "Kỳ các sở"), ("year", "2026"), ("way", "ByUnit"), .. Days]);
        var setup = created.Headers.Location!.OriginalString;
        Assert.EndsWith("/setup", setup, StringComparison.Ordinal);
        var round = Guid.Parse(setup.Split('/')[2]);
        var page = await province.Administrator.PageAsync(setup);
        Assert.Contains("14 ngày làm việc", page.QuerySelector("#selfScoreDueOn-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chưa có lịch ngày làm việc năm 2026, 2027", page.Body!.TextContent, StringComparison.Ordinal);

        var added = await province.PostAsync(province.Administrator, $"{setup}?handler=Group", ("name", "Các sở"), ("framework", "noi-bo/1-2025"));
        var group = added.Headers.Location!.OriginalString;
        page = await province.Administrator.PageAsync($"{group}?kind=Department&q=so%20xay");
        var shown = page.QuerySelectorAll("#candidates input[type=checkbox]").Select(i => i.GetAttribute("value")).ToList();
        Assert.Equal(["so-moi"], shown);
        Assert.DoesNotContain("Sở Giao thông vận tải", (await province.Administrator.PageAsync(group)).QuerySelector("#candidates")!.TextContent, StringComparison.Ordinal);

        await province.PostAsync(province.Administrator, $"{group}?handler=Units", ("shown", "so-moi"), ("shown", "so-noi-vu"), ("all", "true"));
        await province.PostAsync(province.Administrator, $"{group}?handler=Units", ("shown", "so-noi-vu"), ("shown", "van-phong"), ("units", "van-phong"));
        var stored = await province.StoredAsync(round);
        Assert.Equal(["so-moi", "van-phong"], stored.Sheets.Select(s => s.UnitId.ToString()).Order());
        Assert.All(stored.Sheets, s => Assert.Equal(3, s.Rows.Count));

        foreach (var (code, agency, says) in new[] { ("", "ubnd-tinh", "Chọn dòng"), ("1", "", "Chọn cơ quan") })
        {
            var refused = await province.PostAsync(province.Administrator, $"{group}?handler=Supply", ("code", code), ("agency", agency));
            Assert.Contains(says, (await refused.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        }

        await province.PostAsync(province.Administrator, $"{group}?handler=Supply", ("code", "1"), ("agency", "ubnd-tinh"));
        await province.PostAsync(province.Administrator, $"{group}?handler=Supply", ("code", "1.3"), ("agency", "van-phong"));
        Assert.Equal(["ubnd-tinh"], await province.OwnersAsync(round, "so-moi", "1.1"));
        Assert.Equal(["van-phong"], await province.OwnersAsync(round, "so-moi", "1.3"));
        await province.PostAsync(province.Administrator, $"{group}?handler=Supply", ("code", "1"));
        Assert.Equal(["so-moi"], await province.OwnersAsync(round, "so-moi", "1.1"));
        Assert.Equal(["CreateRound", "ChangeGroup", "ChooseUnits", "ChooseUnits", "SupplyRows", "SupplyRows", "SupplyRows"], await province.AuditOfAsync(round));
    }

    [Fact]
    public async Task Settings_and_calendar_are_saved_and_what_is_wrong_stays_in_the_form()
    {
        var round = await province.DraftAsync();
        var url = $"/rounds/{round}/setup";
        (string, string)[] basics = [("title", "Kỳ đã đặt lại"), ("year", "2025"), ("way", "ByUnit"), ("unstatedPolicy", "Removed"), .. Days];

        var bad = await province.PostAsync(province.Administrator, url, [.. basics, ("grade.0.name", "Khá"), ("grade.0.from", "65"), ("grade.1.name", "Tốt"), ("grade.1.from", "80"), ("bonusCap", "-2"), ("penaltyCap", "nhiều")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        bad = await province.PostAsync(province.Administrator, url, [.. basics, ("grade.0.name", "Khá"), ("grade.0.from", "65"), ("grade.1.name", "Tốt"), ("grade.1.from", "80"), ("bonusCap", "-2")]);
        var errors = (await bad.ReadAsync()).QuerySelector(".op-errors")!.TextContent;
        Assert.Contains("không thấp hơn mức đứng trước", errors, StringComparison.Ordinal);
        Assert.Contains("điểm thưởng là số âm", errors, StringComparison.Ordinal);
        Assert.Equal("Kỳ nội bộ năm 2025", (await province.StoredAsync(round)).Title);

        var version = (await province.StoredAsync(round)).Version;
        var good = await province.PostAsync(province.Administrator, url, [.. basics, ("version", $"{version}"), ("grade.0.name", "Tốt"), ("grade.0.from", "80,5"), ("grade.0.field", "50"), ("grade.2.name", "Khá"), ("grade.2.from", "0"), ("bonusCap", "2"), ("blind", "true")]);
        Assert.Equal(HttpStatusCode.Redirect, good.StatusCode);
        var stored = await province.StoredAsync(round);
        Assert.Equal(("Kỳ đã đặt lại", new DateOnly(2026, 12, 18), 80.5m, 50m, 2m, true, NotApplicablePolicy.Removed),
            (stored.Title, stored.SelfScoreDueOn, stored.Settings.Grades[0].From, stored.Settings.Conditions[0].FieldPercent, stored.Settings.BonusCap!.Value, stored.Settings.Blind, stored.Settings.UnstatedPolicy));
        Assert.Equal(2, stored.Settings.Grades.Count);

        var stale = await province.PostAsync(province.Administrator, url, [.. basics, ("version", $"{version}")]);
        Assert.Contains("Người khác vừa sửa kỳ này", (await stale.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_way_or_framework_makes_the_rows_answer_anew()
    {
        var round = await province.DraftAsync();
        var group = (await province.StoredAsync(round)).Groups.Single(g => g.Name == "Các sở").Id.Value;
        Assert.Equal(["van-phong"], await province.OwnersAsync(round, "so-moi", "1.3"));
        await province.PostAsync(province.Administrator, $"/rounds/{round}/setup", [("title", "Kỳ"), ("year", "2025"), ("way", "ByCriterion"), .. Days]);
        Assert.Empty(await province.OwnersAsync(round, "so-moi", "1.3"));
        var changed = await province.PostAsync(province.Administrator, $"/rounds/{round}/groups/{group}", ("name", "Sở"), ("framework", "noi-bo/2-2026"));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        var stored = await province.StoredAsync(round);
        Assert.Equal(("Sở", "noi-bo/2-2026", 2), (stored.Groups.Single(g => g.Id.Value == group).Name, stored.Groups.Single(g => g.Id.Value == group).FrameworkId.ToString(), stored.Sheets.Count(s => s.GroupId.Value == group)));

        var removed = await province.PostAsync(province.Administrator, $"/rounds/{round}/groups/{group}?handler=Remove");
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Single((await province.StoredAsync(round)).Sheets);
    }

    [Fact]
    public async Task An_opened_round_keeps_its_set_up_and_officers_may_not_touch_one()
    {
        var round = await province.OpenedAsync();
        var group = (await province.StoredAsync(round)).Groups[0].Id.Value;
        foreach (var (url, values) in new (string, (string, string)[])[]
        {
            ($"/rounds/{round}/setup", [("title", "Khác"), ("year", "2025"), ("way", "ByUnit"), .. Days]),
            ($"/rounds/{round}/groups/{group}?handler=Units", [("shown", "so-noi-vu"), ("shown", "so-moi")]),
            ($"/rounds/{round}/groups/{group}?handler=Supply", [("code", "1.1"), ("agency", "van-phong")]),
            ($"/rounds/{round}/groups/{group}?handler=Remove", []),
        })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await province.PostAsync(province.Administrator, url, values)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await province.PostAsync(province.Officer, url, values)).StatusCode);
        }

        var stored = await province.StoredAsync(round);
        Assert.Equal(("Kỳ nội bộ năm 2025", 3), (stored.Title, stored.Sheets.Count));
    }

    [Fact]
    public async Task A_template_goes_out_and_comes_back_and_a_bad_one_saves_nothing()
    {
        var round = await province.DraftAsync();
        var file = await province.Administrator.GetByteArrayAsync(new Uri($"/rounds/{round}/setup.yaml", UriKind.Relative));
        Assert.Contains("agency: van-phong", Encoding.UTF8.GetString(file), StringComparison.Ordinal);

        var loaded = await UploadAsync(file);
        var copy = Guid.Parse(loaded.Headers.Location!.OriginalString.Split('/')[2]);
        var (first, second) = (await province.StoredAsync(round), await province.StoredAsync(copy));
        Assert.Equal((first.Calendar, first.Way, first.Sheets.Count), (second.Calendar, second.Way, second.Sheets.Count));
        Assert.Equal(["van-phong"], await province.OwnersAsync(copy, "so-noi-vu", "1.3"));

        var broken = Encoding.UTF8.GetString(file).Replace("van-phong", "van-phong-la", StringComparison.Ordinal).Replace("noi-bo/1-2025", "noi-bo/9-2025", StringComparison.Ordinal);
        var refused = await UploadAsync(Encoding.UTF8.GetBytes(broken));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var told = (await refused.ReadAsync()).Body!.TextContent;
        Assert.Contains("Chưa nạp bộ chỉ số noi-bo/9-2025", told, StringComparison.Ordinal);
        Assert.Contains("Danh mục không có cơ quan “van-phong-la”", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UploadAsync([0xff, 0xfe, 0])).StatusCode);
        await using var db = province.Site.Db();
        Assert.Equal(2, await db.Rounds.CountAsync());
    }

    [Fact]
    public async Task A_round_made_from_last_years_follows_successors_and_moves_the_calendar()
    {
        var round = await province.DraftAsync(calendar: new(new(2024, 12, 2), new(2024, 12, 20), new(2025, 1, 10), new(2025, 1, 15), new(2025, 1, 17)));
        await using (var db = province.Site.Db())
        {
            db.Agencies.Add(new AgencyRecord { Id = PreparedProvince.Agency("so-het"), Name = "Sở đã hết", Kind = AgencyKind.Department, ValidTo = new(2025, 6, 30) });
            await db.SaveChangesAsync();
        }

        var departments = (await province.StoredAsync(round)).Groups.Single(g => g.Name == "Các sở").Id.Value;
        await province.PostAsync(province.Administrator, $"/rounds/{round}/groups/{departments}?handler=Units", ("shown", "so-cu"), ("shown", "so-moi"), ("shown", "so-het"), ("units", "so-cu"), ("units", "so-het"));
        Assert.Contains((await province.StoredAsync(round)).Sheets, s => s.UnitId == PreparedProvince.Agency("so-cu"));

        var page = await province.Administrator.PageAsync($"/rounds/new/from/{round}?year=2026");
        Assert.Contains("Sở Giao thông vận tải được thay bằng Sở Xây dựng", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sở đã hết không còn vào ngày mở kỳ", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("02/12/2025", page.QuerySelector("#opensOn")!.GetAttribute("value"));
        Assert.Equal("noi-bo/2-2026", page.QuerySelector("#framework_0 option[selected]")!.GetAttribute("value"));

        var days = new[] { "opensOn", "selfScoreDueOn", "appraisalDueOn", "explanationDueOn", "secondAppraisalDueOn" }.Select(f => (f, page.QuerySelector("#" + f)!.GetAttribute("value")!));
        var made = await province.PostAsync(province.Administrator, $"/rounds/new/from/{round}", [("title", "Kỳ 2026"), ("year", "2026"), ("framework.0", "noi-bo/2-2026"), ("framework.1", "noi-bo/1-2025"), .. days]);
        var next = await province.StoredAsync(Guid.Parse(made.Headers.Location!.OriginalString.Split('/')[2]));
        Assert.Equal((2026, new DateOnly(2025, 12, 2), RoundState.Draft), (next.Year, next.OpensOn, next.State));
        Assert.Equal(["noi-bo/2-2026", "noi-bo/1-2025"], next.Groups.OrderBy(g => g.SortOrder).Select(g => g.FrameworkId.ToString()));
        Assert.Equal(["so-moi", "so-noi-vu", "van-phong"], next.Sheets.Select(s => s.UnitId.ToString()).Order());
        Assert.Equal("van-phong", Assert.Single(next.Groups.SelectMany(g => g.Suppliers)).AgencyId.ToString());
    }

    private Task<HttpResponseMessage> UploadAsync(byte[] file) => province.Administrator.SendFileAsync("/rounds/new?handler=Template", file, "mau.setup.yaml");
}
