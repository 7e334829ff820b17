using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpenPar.App.Features.Accounts;
using OpenPar.Browser.Tests.Support;
using OpenPar.Core.Accounts;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Accounts;

public sealed class AccountPagesTests(Chromium chromium) : IAsyncLifetime
{
    private const string Password = "một câu thật là dài";
    private readonly WholeSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_first_administrator_adds_a_passkey_and_signs_in_with_it()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Desk);
        await AddAuthenticatorAsync(visit.Page);
        await BecomeAdministratorAsync(visit);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Thêm khoá truy cập" }).ClickAsync();
        await ProveAsync(visit);
        await visit.Page.GetByLabel("Tên để nhận ra").FillAsync("Máy cơ quan");
        await visit.CheckAsync("passkey-new");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tạo khoá truy cập" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Cell, new() { Name = "Máy cơ quan", Exact = true })).ToBeVisibleAsync();
        await visit.CheckAsync("account");

        await visit.Page.Locator("details.op-user > summary").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/sign-in").ToString());
        await visit.CheckAsync("sign-in");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khoá truy cập (passkey)" }).ClickAsync();
        await Expect(visit.Page.Locator("details.op-user > summary")).ToContainTextAsync("Người Quản trị");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1440)]
    public async Task The_pages_of_accounts_are_accessible(int width)
    {
        await using (var db = site.Db())
        {
            db.Users.Add(NewUser.Demonstration("thu.can-bo", "Người dùng thử Một", null, [Role.Reader], DateTimeOffset.UtcNow));
            await db.SaveChangesAsync();
        }

        await using var visit = await Visit.StartAsync(chromium, site, new View(width));
        await visit.OpenAsync("/setup/khong-dung");
        await visit.CheckAsync("setup-unusable");
        await visit.OpenAsync("/try");
        await visit.CheckAsync("try");
        await BecomeAdministratorAsync(visit);
        await visit.OpenAsync("/account/password");
        await visit.CheckAsync("password");
        await visit.OpenAsync("/accounts/new");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tạo tài khoản", Exact = true }).ClickAsync();
        await visit.CheckAsync("account-new-refused");
        await visit.Page.GetByLabel("Họ và tên").FillAsync("Cán bộ Đầu mối");
        await visit.Page.GetByLabel("Tên đăng nhập").FillAsync("dau.moi");
        await visit.Page.GetByLabel("Người xem").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tạo tài khoản", Exact = true }).ClickAsync();
        await visit.CheckAsync("account-one");
        await visit.OpenAsync("/accounts");
        await visit.CheckAsync("accounts");
        await visit.OpenAsync("/audit");
        await visit.CheckAsync("audit");
        await visit.OpenAsync("/account/recovery-codes");
        await visit.CheckAsync("recovery-codes-none");
        await visit.OpenAsync("/accounts/second-factor");
        await visit.CheckAsync("second-factor-roles");
        await visit.Page.GetByLabel("Quản trị cấp tỉnh").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/account/second-factor").ToString());
        await visit.CheckAsync("second-factor-owed");
        await using var after = site.Db();
        after.RemoveRange(after.SecondFactorRoles);
        await after.SaveChangesAsync();
    }

    [Fact]
    public async Task Without_scripts_there_is_the_password_and_no_passkey()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Desk with { Script = false });
        await BecomeAdministratorAsync(visit);
        await visit.OpenAsync("/account/passkeys/new");
        await ProveAsync(visit);
        await Expect(visit.Page.Locator("form[data-passkey]")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("[data-no-passkey]")).ToBeVisibleAsync();
        await visit.Page.Locator("details.op-user > summary").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await visit.Page.GetByLabel("Tên đăng nhập").FillAsync("quan.tri");
        await visit.Page.GetByLabel("Mật khẩu").FillAsync(Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator("details.op-user > summary")).ToContainTextAsync("Người Quản trị");
    }

    private static async Task ProveAsync(Visit visit)
    {
        await visit.Page.GetByLabel("Mật khẩu của bạn").FillAsync(Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
    }

    private async Task BecomeAdministratorAsync(Visit visit)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<CreateFirstAdministratorLink.Handler>().HandleAsync(TestContext.Current.CancellationToken);
        await visit.OpenAsync($"/setup/{link.Value.Token}");
        await visit.CheckAsync("setup");
        await visit.Page.GetByLabel("Họ và tên").FillAsync("Người Quản trị");
        await visit.Page.GetByLabel("Tên đăng nhập").FillAsync("quan.tri");
        await visit.Page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(Password);
        await visit.Page.GetByLabel("Nhập lại mật khẩu").FillAsync(Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tạo tài khoản và vào hệ thống" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/account").ToString());
    }

    // A security key of the browser itself: it signs for real, without a person touching it.
    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
