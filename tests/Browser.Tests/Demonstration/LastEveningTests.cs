using Microsoft.Playwright;
using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Demonstration;

/// <summary>What happens to typed text when the session ends or the line is lost on the last evening. Nothing is saved here: the demonstration is shared.</summary>
[Collection<DemonstrationSite.Shared>]
public sealed class LastEveningTests(Chromium chromium, DemonstrationSite site)
{
    private const string Officer = "Cán bộ đầu mối, Đầu mối Sở Tài chính (nội bộ)";

    [Fact]
    public async Task A_table_typed_when_the_session_ended_is_filled_again_after_signing_in()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Desk);
        await visit.PlayAsync(Officer);
        var address = await FillAsync(visit);
        await First(visit).FillAsync("1.234");
        await visit.Page.Locator("#fill select").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var chosen = await visit.Page.Locator("#fill select").First.InputValueAsync();
        await visit.Page.Context.ClearCookiesAsync();
        await visit.PressAsync("Lưu các dòng đã đổi");
        await visit.ArriveAsync("Phiên làm việc đã hết");
        await visit.SeeAsync("1.234");

        // Somebody else at the same computer sees nothing of it.
        await visit.PlayAsync(Playing.Officer);
        await Expect(visit.Page.Locator("#op-live")).Not.ToContainTextAsync("đặt lại");
        await visit.PlayAsync(Officer);
        await visit.OpenAsync(address);
        await Expect(First(visit)).ToHaveValueAsync("1.234");
        await Expect(visit.Page.Locator("#fill select").First).ToHaveValueAsync(chosen);
        await Expect(visit.Page.Locator("#op-live")).ToContainTextAsync("đặt lại vào biểu mẫu");
    }

    [Fact]
    public async Task A_note_sent_without_a_line_is_in_its_form_again_on_the_way_back()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Desk);
        await visit.PlayAsync(Officer);
        await visit.FollowAsync("1.2. Thực hiện kế hoạch cải cách hành chính");
        await visit.ArriveAsync("1.2.");
        await visit.TypeAsync("Nội dung", "Gõ lúc mất mạng");
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Gửi trao đổi" }).ClickAsync();
        await visit.Page.WaitForURLAsync("chrome-error://**");
        await visit.Page.Context.SetOfflineAsync(false);
        await visit.Page.GoBackAsync();
        await Expect(visit.Field("Nội dung")).ToHaveValueAsync("Gõ lúc mất mạng");
    }

    [Fact]
    public async Task Leaving_a_table_with_unsaved_figures_asks_first()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Desk);
        await visit.PlayAsync(Officer);
        await FillAsync(visit);
        var asked = 0;
        visit.Page.Dialog += async (_, dialog) =>
        {
            Assert.Equal("beforeunload", dialog.Type);
            asked++;
            await dialog.AcceptAsync();
        };
        await visit.FollowAsync("Kiểm tra phiếu");
        await visit.ArriveAsync("Kiểm tra phiếu");
        Assert.Equal(0, asked);
        await FillAsync(visit);
        await First(visit).FillAsync("77");
        await visit.FollowAsync("Kiểm tra phiếu");
        await visit.ArriveAsync("Kiểm tra phiếu");
        Assert.Equal(1, asked);
    }

    private static ILocator First(Visit visit) => visit.Page.Locator("#fill input:not([type=hidden])").First;

    private static async Task<string> FillAsync(Visit visit)
    {
        await visit.OpenAsync("/");
        await visit.FollowAsync("Phiếu của Sở Tài chính (minh hoạ)");
        await visit.ArriveAsync("Phiếu chấm điểm");
        await visit.FollowAsync("Nhập nhanh");
        await visit.ArriveAsync("Nhập nhanh");
        return new Uri(visit.Page.Url).AbsolutePath;
    }
}
