using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpenPar.App.Features.Accounts;
using OpenPar.App.Features.Frameworks;
using OpenPar.Browser.Tests.Support;
using OpenPar.Documents.Packs;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Frameworks;

/// <summary>Mapping one official set to the next and comparing the two, as an administrator does it.</summary>
public sealed class VersionPagesTests(Chromium chromium) : IAsyncLifetime
{
    private const string Password = "một câu thật là dài";
    private const string Pair = "from=par-index-province%2F876-2022&to=par-index-province%2F1187-2025";
    private readonly WholeSite site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LoadPacks.Handler>().HandleAsync(new(PackFolder.Root()!), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_mapping_is_reviewed_with_the_keyboard_and_the_sets_are_compared()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Desk);
        await BecomeAdministratorAsync(visit);
        await visit.OpenAsync("/frameworks/par-index-province/1187-2025");
        await visit.FollowAsync("Tiếp nối bộ cũ");
        await Expect(visit.Page.Locator("#from")).ToHaveValueAsync("par-index-province/876-2022");
        await Expect(visit.Page.Locator("#flagged")).ToContainTextAsync("Cần xem");
        await visit.CheckAsync("mapping");

        await visit.Page.Locator("#flagged input[name=keys]").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.PressAsync("Xác nhận các dòng đã chọn");
        await visit.SeeAsync("Đã ghi 1 quyết định");
        await visit.PressAsync("Sửa 4.1.3=4.1.3");
        await visit.ChooseAsync("Quan hệ", "Wider");
        await visit.TypeAsync("Lý do", "Không còn so với năm 2021");
        await visit.CheckAsync("mapping-edit");
        await visit.PressAsync("Lưu");
        await Expect(visit.Page.Locator("#decided")).ToContainTextAsync("Không còn so với năm 2021");

        await visit.OpenAsync("/frameworks/diff?" + Pair);
        await visit.CheckAsync("diff");
        await visit.ChooseAsync("Hiện", "Renamed");
        await visit.PressAsync("So sánh");
        await Expect(visit.Page.Locator("#differences ins").First).ToBeVisibleAsync();
        await visit.CheckAsync("diff-renamed");
        await visit.OpenAsync("/frameworks/diff?" + Pair + "&row=7.1.1%3D7.2.1");
        await Expect(visit.Page.Locator("#texts del").First).ToBeVisibleAsync();
        await visit.OpenAsync("/assignments/carry-over?" + Pair);
        await visit.CheckAsync("carry-over");
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1440, false)]
    public async Task The_pages_hold_on_a_phone_and_without_scripts(int width, bool script)
    {
        await using var visit = await Visit.StartAsync(chromium, site, new View(width) { Script = script });
        await BecomeAdministratorAsync(visit);
        await visit.OpenAsync("/frameworks/mapping?" + Pair);
        await visit.CheckAsync("mapping-narrow");
        await visit.PressAsync("Bác bỏ 4.1.3=4.1.3");
        await visit.SeeAsync("Đã ghi 1 quyết định");
        await visit.OpenAsync("/frameworks/diff?" + Pair + "&show=Texts");
        await visit.CheckAsync("diff-narrow");
    }

    private async Task BecomeAdministratorAsync(Visit visit)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<CreateFirstAdministratorLink.Handler>().HandleAsync(TestContext.Current.CancellationToken);
        await visit.OpenAsync($"/setup/{link.Value.Token}");
        await visit.Page.GetByLabel("Họ và tên").FillAsync("Người Quản trị");
        await visit.Page.GetByLabel("Tên đăng nhập").FillAsync("quan.tri");
        await visit.Page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(Password);
        await visit.Page.GetByLabel("Nhập lại mật khẩu").FillAsync(Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tạo tài khoản và vào hệ thống" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/account").ToString());
    }
}
