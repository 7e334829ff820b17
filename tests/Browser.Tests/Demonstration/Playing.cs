using Microsoft.Playwright;
using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Demonstration;

/// <summary>The roles of the demonstration and the way around its round.</summary>
internal static class Playing
{
    public const string Administrator = "Quản trị cấp tỉnh, Quản trị kỳ đánh giá";
    public const string Officer = "Cán bộ đầu mối, Đầu mối Sở Nội vụ";
    public const string Appraiser = "Thành viên Tổ thẩm định, Tổ thẩm định";
    public const string Reader = "Người xem, Lãnh đạo tỉnh (chỉ xem)";

    /// <summary>Takes a role at /try, with one click.</summary>
    public static async Task PlayAsync(this Visit visit, string role)
    {
        await visit.OpenAsync("/try");
        await visit.PressAsync("Dùng thử: " + role);
        await visit.ArriveAsync("Việc của tôi");
        await visit.SeeBannerAsync();
    }

    /// <summary>The screen says that it shows invented data and a played role.</summary>
    public static async Task SeeBannerAsync(this Visit visit)
    {
        var banner = visit.Page.Locator(".op-banner");
        await Expect(banner).ToContainTextAsync("Dữ liệu minh hoạ");
        await Expect(banner).ToContainTextAsync("Đang dùng thử với vai trò");
    }

    /// <summary>The address of the round the province scores for the ministry.</summary>
    public static async Task<string> RoundAsync(this Visit visit)
    {
        await visit.OpenAsync("/rounds");
        return (await visit.Page.Locator("main tbody th a:text-is('Chỉ số cải cách hành chính năm 2025 (minh hoạ)')").GetAttributeAsync("href"))!;
    }

    /// <summary>The address of its one sheet, the province's own.</summary>
    public static async Task<string> SheetAsync(this Visit visit)
    {
        await visit.OpenAsync(await visit.RoundAsync());
        return (await visit.Page.Locator("main tbody th a").First.GetAttributeAsync("href"))!;
    }

    /// <summary>Opens the row with this code.</summary>
    public static async Task OpenRowAsync(this Visit visit, string code)
    {
        await visit.OpenAsync(await visit.SheetAsync());
        await visit.Page.Locator("tr", new PageLocatorOptions { Has = visit.Page.Locator($"td.op-code:text-is('{code}')") }).Locator("a").First.ClickAsync();
        await visit.ArriveAsync(code + ".");
    }
}
