using System.Net;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>What a row takes from the calendar, from other years, from other units and from other rows, and what a decision keeps of it.</summary>
public sealed class SeasonTests : IAsyncLifetime
{
    private const string Unit = "so-moi";

    private const string Mapping = "/frameworks/mapping?from=noi-bo%2F0-2024&to=noi-bo%2F1-2025";

    private static readonly CalendarYear Calendar = new(2025, "Lịch mẫu 2025", [DayOfWeek.Saturday, DayOfWeek.Sunday], [new(2025, 4, 30), new(2025, 5, 1)], []);

    private readonly InternalSeason season = new();

    public ValueTask InitializeAsync() => season.InitializeAsync();

    public ValueTask DisposeAsync() => season.DisposeAsync();

    [Fact]
    public async Task A_deadline_counts_the_working_days_of_the_loaded_calendar_and_says_when_there_is_none()
    {
        await season.PostAsync(season.Officer, Unit, "1.1", "save", ("f.done", "05/05/2025"));
        var bare = await TextAsync("1.1");
        Assert.Contains("chưa trừ ngày lễ", bare, StringComparison.Ordinal);
        Assert.Contains("Chưa có lịch ngày làm việc năm 2025", bare, StringComparison.Ordinal);
        Assert.Equal(0, (await season.StoredAsync(Unit, "1.1")).SelfPoints);

        await season.Site.UseAsync<LoadCalendar.Handler>(h => h.HandleAsync(new(Calendar), default));
        var counted = await TextAsync("1.1");
        Assert.Contains("Lịch mẫu 2025", counted, StringComparison.Ordinal);
        Assert.DoesNotContain("Chưa có lịch", counted, StringComparison.Ordinal);
        await season.PostAsync(season.Officer, Unit, "1.1", "submit", ("f.done", "05/05/2025"), ("explanation", "đã gửi"));
        Assert.Equal(1, (await season.StoredAsync(Unit, "1.1")).SelfPoints);
    }

    [Fact]
    public async Task A_stored_decision_comes_out_again_word_for_word_after_the_calendar_was_corrected()
    {
        await season.Site.UseAsync<LoadCalendar.Handler>(h => h.HandleAsync(new(Calendar), default));
        await season.PostAsync(season.Officer, Unit, "1.1", "submit", ("f.done", "05/05/2025"), ("explanation", "đã gửi"));
        await season.PostAsync(season.Appraiser, Unit, "1.1", "appraise", ("accept", "yes"));
        await season.PostAsync(season.Appraiser, Unit, "1.1", "reopen");
        await season.PostAsync(season.Appraiser, Unit, "1.1", "appraise", ("f.done", "05/05/2025"), ("points", "0,5"), ("reason", "Báo cáo thiếu phụ lục"));
        await season.Site.UseAsync<LoadCalendar.Handler>(h => h.HandleAsync(new(Calendar with { DaysOff = [], Title = "Lịch khác" }), default));

        var row = await season.StoredAsync(Unit, "1.1");
        var criterion = Province.Framework(InternalSeason.Newer).Find(row.Code)!;
        Assert.Equal([DecisionStage.Self, DecisionStage.Appraisal1, DecisionStage.Appraisal1], row.Decisions.OrderBy(d => d.Id).Select(d => d.Stage));
        Assert.All(row.Decisions, decision =>
        {
            var again = RowScoring.Score(criterion, decision.Facts, DecisionBasis.Read(decision.Basis!));
            Assert.Equal(decision.Points, again.Score.Points);
            Assert.Equal(RuleJson.ReadExplanation(decision.Explanation).ToText("vi"), again.Explanation.ToText("vi"));
            Assert.Equal(RuleJson.ReadExplanation(decision.Explanation).ToText("en"), again.Explanation.ToText("en"));
        });
        var page = await season.Officer.PageAsync(season.Row(Unit, "1.1"));
        Assert.Equal(3, page.QuerySelectorAll("[data-recounts=yes]").Length);
        Assert.Empty(page.QuerySelectorAll("[data-recounts=no]"));
    }

    [Fact]
    public async Task Last_years_figure_is_typed_with_a_source_until_the_mapping_is_confirmed_and_then_brought_from_both_predecessors()
    {
        var page = await season.Officer.PageAsync(season.Row(Unit, "1.2"));
        Assert.Contains("Chưa có người xác nhận dòng 1.2", page.QuerySelector("input[name='s.b']")!.Closest(".op-field")!.TextContent, StringComparison.Ordinal);
        var refused = await season.PostAsync(season.Officer, Unit, "1.2", "submit", ("f.a", "350"), ("f.b", "310"), ("explanation", "theo báo cáo"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("ghi nguồn của số liệu", (await refused.ReadAsync()).QuerySelector(".op-errors a[href='#s_b']")!.TextContent, StringComparison.Ordinal);
        await season.PostAsync(season.Officer, Unit, "1.2", "save", ("f.a", "350"), ("f.b", "310"), ("s.b", "Báo cáo số 9/BC-STC"));
        Assert.Contains("nguồn: Báo cáo số 9/BC-STC", await TextAsync("1.2"), StringComparison.Ordinal);
        Assert.Equal("Báo cáo số 9/BC-STC", (await season.Officer.PageAsync(season.Row(Unit, "1.2"))).QuerySelector("input[name='s.b']")!.GetAttribute("value"));

        await season.Administrator.PostFormAsync(Mapping + "&handler=Confirm", await season.Administrator.FormTokenAsync(Mapping), ("keys", "2.1=1.2"));
        page = await season.Officer.PageAsync(season.Row(Unit, "1.2"));
        Assert.Null(page.QuerySelector("input[name='f.b']"));
        var brought = page.QuerySelector("[data-fact=b]")!.TextContent;
        Assert.Contains("300", brought, StringComparison.Ordinal);
        Assert.Contains("Số liệu năm trước (b = 300), từ kỳ “Kỳ minh hoạ 2024” (năm 2024), dòng 2.1, Sở Giao thông vận tải; kỳ “Kỳ minh hoạ 2024” (năm 2024), dòng 2.1, Sở Xây dựng", brought, StringComparison.Ordinal);

        await season.PostAsync(season.Officer, Unit, "1.2", "submit", ("f.a", "350"), ("f.b", "1"), ("explanation", "theo báo cáo"));
        var row = await season.StoredAsync(Unit, "1.2");
        Assert.Equal((RowState.Submitted, 1m, 300m), (row.State, row.SelfPoints, row.Facts["b"].Number));
        Assert.Contains("từ kỳ “Kỳ minh hoạ 2024”", row.Decisions.Single().Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_without_an_earlier_round_is_told_so()
    {
        var page = await season.Officer.PageAsync(season.Row("van-phong", "1.2"));
        Assert.Contains("Chưa có kỳ đánh giá năm 2024 của Văn phòng UBND tỉnh", page.QuerySelector("input[name='s.b']")!.Closest(".op-field")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_figure_computes_the_rows_that_hang_on_it_and_leaves_the_others()
    {
        await season.PostAsync(season.Officer, Unit, "1.2", "save", ("f.a", "400"));
        await season.PostAsync(season.Officer, Unit, "1.4", "save", ("f.m", "7"), ("f.n", "100"));
        await season.PostAsync(season.Officer, Unit, "1.3", "save", ("f.x", "5"));
        Assert.Equal((0.25m, 400m), ((await season.StoredAsync(Unit, "1.4")).SelfPoints, (await season.StoredAsync(Unit, "1.4")).Facts["m"].Number!.Value));
        Assert.Contains("lấy từ dòng 1.2 của cùng phiếu", await TextAsync("1.4"), StringComparison.Ordinal);
        var untouched = (await season.StoredAsync(Unit, "1.3")).Version;

        await season.PostAsync(season.Officer, Unit, "1.2", "save", ("f.a", "200"));

        Assert.Equal(0.5m, (await season.StoredAsync(Unit, "1.4")).SelfPoints);
        Assert.Equal(untouched, (await season.StoredAsync(Unit, "1.3")).Version);
    }

    [Fact]
    public async Task Units_are_compared_for_now_while_they_declare_and_settled_when_the_round_closes()
    {
        foreach (var (unit, figure) in new[] { (Unit, "100"), ("so-noi-vu", "50"), ("van-phong", "200") })
            await season.PostAsync(season.Officer, unit, "1.3", "submit", ("f.x", figure), ("explanation", "theo thống kê"));
        Assert.Contains("Tạm so sánh với 3 đơn vị đã có số liệu, trong đó 0 đơn vị đã thẩm định", await TextAsync("1.3"), StringComparison.Ordinal);
        await season.PostAsync(season.Appraiser, Unit, "1.3", "appraise", ("accept", "yes"));
        Assert.Equal(1m, (await season.StoredAsync(Unit, "1.3")).FinalPoints);
        await season.PostAsync(season.Appraiser, "van-phong", "1.3", "appraise", ("f.x", "160"), ("reason", "Trừ 40 dịch vụ chưa công bố"));

        var early = await season.CloseAsync();
        Assert.Contains("Sở Nội vụ", (await early.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await season.StoredAsync(Unit, "1.3")).Decisions, d => d.Stage == DecisionStage.Group);
        await season.PostAsync(season.Appraiser, "so-noi-vu", "1.3", "appraise", ("f.x", "50"), ("points", "0,5"), ("reason", "Thiếu minh chứng"));
        Assert.Equal(HttpStatusCode.Redirect, (await season.CloseAsync()).StatusCode);

        var (own, set, best) = (await season.StoredAsync(Unit, "1.3"), await season.StoredAsync("so-noi-vu", "1.3"), await season.StoredAsync("van-phong", "1.3"));
        Assert.Equal((1.25m, 0.5m, 2m), (own.FinalPoints, set.FinalPoints, best.FinalPoints));
        var last = own.Decisions.MaxBy(d => d.Id)!;
        Assert.Equal((DecisionStage.Group, 160m, 100m), (last.Stage, last.Facts["x.best"].Number, last.Facts["x"].Number));
        Assert.Contains("So sánh với cả nhóm: 3 đơn vị", RuleJson.ReadExplanation(last.Explanation).ToText("vi"), StringComparison.Ordinal);
        var criterion = Province.Framework(InternalSeason.Newer).Find(own.Code)!;
        Assert.All([.. own.Decisions, .. set.Decisions, .. best.Decisions], d => Assert.True(RowScoring.Recounts(criterion, d)));

        var late = await season.PostAsync(season.Appraiser, "van-phong", "1.3", "reopen");
        Assert.Contains("Đã kết thúc", (await late.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await season.CloseAsync()).StatusCode);
        Assert.Single((await season.StoredAsync("van-phong", "1.3")).Decisions, d => d.Stage == DecisionStage.Group);
    }

    [Fact]
    public async Task A_framework_whose_rules_wait_for_each_other_opens_no_round()
    {
        var circle = InternalSeason.Newer.Replace("noi-bo/1-2025", "noi-bo/2-2025", StringComparison.Ordinal)
            .Replace("- {name: a, label: Vốn thu hút trong năm, type: money, unit: triệu đồng}", "- {name: a, label: Vốn thu hút trong năm, type: money, unit: triệu đồng, from: {row: \"1.4\", fact: m}}", StringComparison.Ordinal);
        await season.Site.LoadFrameworkAsync(circle);
        await season.Site.UseAsync<CreateRound.Handler>(async h =>
        {
            var answer = await h.HandleAsync(CreateRound.Command.OfOwners("Kỳ mẫu", 2025, Core.Frameworks.FrameworkId.Parse("noi-bo/2-2025"), Core.Organisations.AgencyId.Parse(Unit), OpenedRound.CalendarFrom(new(2026, 1, 1))), default);
            Assert.Contains(answer.Refusals, r => r.Code == "rules-unsound" && r.Message.Vi.Contains("vòng tròn", StringComparison.Ordinal));
        });
    }

    private async Task<string> TextAsync(string code) => (await season.Officer.PageAsync(season.Row(Unit, code))).QuerySelector(".op-explanation")!.TextContent;
}
