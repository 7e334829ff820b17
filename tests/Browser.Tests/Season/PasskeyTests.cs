using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Season;

/// <summary>A passkey made and used with an authenticator that the browser plays.</summary>
public sealed class PasskeyTests(Chromium chromium, WholeSite site) : IClassFixture<WholeSite>
{
    private const string Password = "một câu dài để nhớ";

    [Fact]
    public async Task A_passkey_signs_in_without_the_password()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Desk);
        await visit.OpenAsync(await site.FirstLinkAsync());
        await visit.TypeAsync("Họ và tên", "Quản trị viên thử");
        await visit.TypeAsync("Tên đăng nhập", "quan-tri");
        await visit.TypeAsync("Mật khẩu", Password);
        await visit.TypeAsync("Nhập lại mật khẩu", Password);
        await visit.PressAsync("Tạo tài khoản và vào hệ thống");
        await visit.ArriveAsync("Tài khoản của tôi");

        await PlayAuthenticatorAsync(visit);
        await visit.FollowAsync("Thêm khoá truy cập");
        await visit.ArriveAsync("Thêm khoá truy cập");
        await visit.CheckAsync("passkey-proof");
        await visit.TypeAsync("Mật khẩu của bạn", Password);
        await visit.PressAsync("Tiếp tục");
        await visit.CheckAsync("passkey-new");
        await visit.TypeAsync("Tên để nhận ra", "máy tính thử");
        await visit.PressAsync("Tạo khoá truy cập");
        await visit.ArriveAsync("Tài khoản của tôi");
        await visit.SeeAsync("máy tính thử");
        await visit.CheckAsync("passkey-account");

        await visit.FollowAsync("Thử xác thực thứ hai");
        await visit.ArriveAsync("Thử xác thực thứ hai");
        await visit.CheckAsync("second-factor");
        await visit.PressAsync("Xác nhận");
        await visit.ArriveAsync("Tài khoản của tôi");
        await visit.SeeAsync("Đã xác nhận bằng khoá truy cập.");
        await visit.FollowAsync("Thêm ứng dụng xác thực");
        await visit.ArriveAsync("Thêm ứng dụng xác thực");
        await visit.CheckAsync("authenticator-new");
        await visit.OpenAsync("/account");

        await visit.Page.Locator("details.op-user > summary").ClickAsync();
        await visit.PressAsync("Đăng xuất");
        await visit.OpenAsync("/sign-in");
        await visit.CheckAsync("sign-in");
        await visit.PressAsync("Đăng nhập bằng khoá truy cập (passkey)");
        await Expect(visit.Page.Locator(".op-user-name")).ToHaveTextAsync("Quản trị viên thử");
        await visit.OpenAsync("/account");
        await visit.ArriveAsync("Tài khoản của tôi");
    }

    private static async Task PlayAuthenticatorAsync(Visit visit)
    {
        var devtools = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
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
