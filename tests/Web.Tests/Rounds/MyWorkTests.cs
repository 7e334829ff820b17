using AngleSharp.Dom;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>"Việc của tôi" in a round whose groups have frameworks of their own.</summary>
public sealed class MyWorkTests : IAsyncLifetime
{
    private const string Unit = "so-noi-vu";

    private readonly MixedRound round = new();

    public ValueTask InitializeAsync() => round.InitializeAsync();

    public ValueTask DisposeAsync() => round.DisposeAsync();

    [Fact]
    public async Task A_code_that_is_surveyed_in_one_group_is_work_of_its_unit_in_another()
    {
        var officer = await round.Officer.PageAsync("/");
        Assert.Equal([("1.1", "Sở Nội vụ"), ("1.2", "Sở Nội vụ")], Rows(officer, "Tự chấm và nộp"));

        var administrator = await round.Administrator.PageAsync("/");
        Assert.Equal([("1.2", "Văn phòng UBND tỉnh")], Rows(administrator, "Chờ nhập kết quả điều tra"));
    }

    [Fact]
    public async Task A_sheet_on_which_everything_is_handed_in_is_still_to_be_sent_to_the_leader()
    {
        await round.PostRowAsync(round.Officer, Unit, "1.1", "submit", ("f.a", "10"), ("f.b", "9"), ("explanation", "theo thống kê"));
        Assert.DoesNotContain("trình lãnh đạo ký", (await round.Officer.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        await round.PostRowAsync(round.Officer, Unit, "1.2", "submit", ("f.choice", "full"), ("explanation", "đã công khai"));

        var page = await round.Officer.PageAsync("/");

        Assert.Contains("Mọi dòng trên phiếu của Sở Nội vụ đã nộp: trình lãnh đạo ký", page.QuerySelector($"a[href='{round.Sheet(Unit)}/check']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Không còn việc nào", page.Body!.TextContent, StringComparison.Ordinal);
        await ScoredByUnits.PostAsync(round.Officer, round.Sheet(Unit) + "/to-review");
        Assert.Contains("Không còn việc nào", (await round.Officer.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_own_sheet_is_at_hand_whatever_there_is_to_do_and_rounds_of_others_stand_apart()
    {
        await round.PostRowAsync(round.Officer, Unit, "1.1", "submit", ("f.a", "10"), ("f.b", "9"), ("explanation", "theo thống kê"));
        var own = (await round.Officer.PageAsync("/")).QuerySelector($"main section a[href='{round.Sheet(Unit)}']");
        Assert.Contains("đã nộp 1 trong 2 dòng", own!.ParentElement!.TextContent, StringComparison.Ordinal);

        var other = await (await round.SignedInAsync("so-khac", Role.FocalOfficer, "so-moi")).PageAsync("/");
        Assert.Empty(other.QuerySelectorAll("main section"));
        Assert.Contains("không có phần việc của bạn", other.QuerySelector($"main a[href='/rounds/{round.Round}']")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_in_the_heading_is_the_one_in_force_for_ones_unit()
    {
        var due = (await round.StoredRoundAsync()).SelfScoreDueOn;
        var later = due.AddDays(3);
        await ScoredByUnits.PostAsync(round.Administrator, $"/rounds/{round.Round}/extend",
            ("step", "SelfScore"), ("reach", "s:" + round.Sheet(Unit)["/sheets/".Length..]), ("dueOn", $"{later:dd/MM/yyyy}"), ("reason", "Mới hợp nhất"));

        Assert.Contains($"Hạn tự chấm {later:dd/MM/yyyy}", await HeadingAsync(round.Officer), StringComparison.Ordinal);
        Assert.Contains($"Hạn tự chấm {due:dd/MM/yyyy}", await HeadingAsync(round.Administrator), StringComparison.Ordinal);
    }

    private static async Task<string> HeadingAsync(HttpClient who) => (await who.PageAsync("/")).QuerySelector("main section p.op-quiet")!.TextContent;

    private static List<(string Code, string Unit)> Rows(IDocument page, string caption) =>
        [.. page.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent.StartsWith(caption, StringComparison.Ordinal))
            .QuerySelectorAll("tbody th").Select(th => (th.QuerySelector("a")!.TextContent.Split(". ")[0], th.QuerySelector("span")!.TextContent))];

    /// <summary>Departments score 1.2 themselves; of offices people are asked.</summary>
    private sealed class MixedRound : ScoredByUnits
    {
        private static readonly string Departments = $$"""
            id: noi-bo-so/1-2025
            title: Bộ tiêu chí các sở (mẫu)
            decision: {number: 1/QĐ-MAU, issuer: Tỉnh mẫu}
            firstYear: 2025
            totalPoints: 3
            criteria:
            - {code: "1", title: HỒ SƠ, maxPoints: 3}
            {{OnTime(2)}}
            {{Disclosed}}
            """;

        private static readonly string Offices = $$"""
            id: noi-bo-van-phong/1-2025
            title: Bộ tiêu chí văn phòng (mẫu)
            decision: {number: 1/QĐ-MAU, issuer: Tỉnh mẫu}
            firstYear: 2025
            totalPoints: 3
            criteria:
            - {code: "1", title: HỒ SƠ, maxPoints: 3}
            {{OnTime(2)}}
            - {code: "1.2", title: Mức độ hài lòng, maxPoints: 1, method: survey}
            """;

        public HttpClient Administrator { get; private set; } = null!;

        public HttpClient Officer { get; private set; } = null!;

        public async Task<App.Data.Model.Rounds.Round> StoredRoundAsync()
        {
            await using var db = Site.Db();
            return (await db.Rounds.FindAsync(new App.Data.Model.RoundId(Round)))!;
        }

        protected override async Task PrepareAsync()
        {
            await Site.UseAsync<LoadAgencies.Handler>(h => h.HandleAsync(new(Province.Register(Province.SampleRegister)), default));
            await Site.LoadFrameworkAsync(Departments);
            await Site.LoadFrameworkAsync(Offices);
            Administrator = await SignedInAsync("quan-tri", Role.Administrator);
            Officer = await SignedInAsync("dau-moi", Role.FocalOfficer, Unit);
            CreateRound.Group[] groups =
            [
                new("Các sở", FrameworkId.Parse("noi-bo-so/1-2025"), [AgencyId.Parse(Unit)], []),
                new("Văn phòng", FrameworkId.Parse("noi-bo-van-phong/1-2025"), [AgencyId.Parse("van-phong")], []),
            ];
            await OpenAsync("Kỳ nội bộ mẫu", groups);
        }
    }
}
