using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Season;

/// <summary>
/// A season from the first start to the papers, by the people who do it: administrator, two focal officers, appraiser, reader.
/// Every page they come to is looked at: accessibility, sideways scrolling, complaints of the browser.
/// </summary>
public abstract partial class NineSteps(Chromium chromium, View view) : IAsyncLifetime
{
    private const string Password = "một câu dài để nhớ";
    private const string OldSet = "par-index-province/876-2022";
    private const string NewSet = "par-index-province/1187-2025";
    private readonly SeasonSite site = new();
    private Walk walk = null!;
    private Visit administrator = null!;
    private Visit officer = null!;
    private Visit neighbour = null!;
    private Visit appraiser = null!;
    private Visit reader = null!;

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        if (walk is not null) await walk.DisposeAsync();
        await site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_season_passes_in_nine_steps()
    {
        walk = new Walk(chromium, site, view);
        await First_the_administrator_comes_in_and_invites_the_others();
        await Second_the_framework_shows_points_rules_and_what_is_unknown();
        await Third_an_agency_gets_another_name_and_a_history();
        await Fourth_the_annex_is_imported_compared_and_carried_over();
        await Fifth_the_round_is_opened();
        await Sixth_the_officer_scores_proves_and_submits();
        await Seventh_the_appraiser_decides_and_returns();
        await Eighth_the_results_explain_themselves();
        await Ninth_the_sheet_leaves_as_word_and_excel();
        walk.Judge();
    }

    private async Task First_the_administrator_comes_in_and_invites_the_others()
    {
        administrator = await walk.EnterAsync();
        var link = await site.FirstLinkAsync();
        await administrator.OpenAsync(link);
        await walk.LookAsync(administrator, "1-first-administrator");
        await administrator.TypeAsync("Họ và tên", "Quản trị viên thử");
        await administrator.TypeAsync("Tên đăng nhập", "quan-tri");
        await administrator.TypeAsync("Mật khẩu", "ngắn");
        await administrator.TypeAsync("Nhập lại mật khẩu", "ngắn");
        await administrator.PressAsync("Tạo tài khoản và vào hệ thống");
        await Expect(administrator.Page.Locator(".op-error").First).ToBeVisibleAsync();
        await Expect(administrator.Field("Tên đăng nhập")).ToHaveValueAsync("quan-tri");
        await walk.LookAsync(administrator, "1-password-refused");
        await administrator.TypeAsync("Mật khẩu", Password);
        await administrator.TypeAsync("Nhập lại mật khẩu", Password);
        await administrator.PressAsync("Tạo tài khoản và vào hệ thống");
        await administrator.ArriveAsync("Tài khoản của tôi");
        await walk.LookAsync(administrator, "1-own-account");

        var late = await walk.EnterAsync();
        await late.OpenAsync(link);
        await Expect(late.Field("Mật khẩu")).ToHaveCountAsync(0);
        await walk.LookAsync(late, "1-link-used-up");

        officer = await InviteAsync("Đầu mối Sở Nội vụ", "dau-moi-noi-vu", "Cán bộ đầu mối", "so-noi-vu");
        neighbour = await InviteAsync("Đầu mối Văn phòng", "dau-moi-van-phong", "Cán bộ đầu mối", "van-phong-ubnd-tinh");
        appraiser = await InviteAsync("Thành viên thẩm định", "tham-dinh", "Thành viên Tổ thẩm định", "");
        reader = await InviteAsync("Người xem", "nguoi-xem", "Người xem", "");
        await administrator.OpenAsync("/accounts");
        await administrator.SeeAsync("5 tài khoản.");
        await walk.LookAsync(administrator, "1-accounts");
    }

    private async Task<Visit> InviteAsync(string name, string userName, string role, string agency)
    {
        await administrator.OpenAsync("/accounts/new");
        var first = agency == "so-noi-vu";
        if (first) await walk.LookAsync(administrator, "1-new-account");
        await administrator.TypeAsync("Họ và tên", name);
        await administrator.TypeAsync("Tên đăng nhập", userName);
        await administrator.ChooseAsync("Cơ quan", agency);
        await administrator.Field(role).CheckAsync();
        await administrator.PressAsync("Tạo tài khoản");
        await administrator.ArriveAsync(name);
        if (first) await walk.LookAsync(administrator, "1-start-link");
        var link = await administrator.Page.Locator("#start-link").InnerTextAsync();

        var person = await walk.EnterAsync();
        await person.OpenAsync(link);
        if (first) await walk.LookAsync(person, "1-own-password");
        await person.TypeAsync("Mật khẩu", Password);
        await person.TypeAsync("Nhập lại mật khẩu", Password);
        await person.PressAsync("Đặt mật khẩu và vào hệ thống");
        await person.ArriveAsync("Tài khoản của tôi");
        return person;
    }
}

public sealed class NineStepsAtADeskTests(Chromium chromium) : NineSteps(chromium, View.Desk);

public sealed class NineStepsOnAPhoneTests(Chromium chromium) : NineSteps(chromium, View.Phone);

public sealed class NineStepsWithoutScriptsTests(Chromium chromium) : NineSteps(chromium, View.Desk with { Script = false });
