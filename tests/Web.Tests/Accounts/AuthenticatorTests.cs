using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Accounts;

public sealed class AuthenticatorTests(Site site) : IClassFixture<Site>
{
    private const string Password = "một câu thật là dài";

    [Fact]
    public async Task Adding_shows_the_secret_in_three_ways_and_gives_ten_recovery_codes_once()
    {
        var (visitor, id) = await SignedInAsync("them");
        var page = await visitor.PageAsync("/account/authenticator/new");
        var secret = page.QuerySelector("#secret")!.TextContent;
        Assert.Matches("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$", secret);
        Assert.StartsWith($"otpauth://totp/OpenPAR:them?secret={secret.Replace(" ", "", StringComparison.Ordinal)}&", page.QuerySelector("#address")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelector("main svg[role=img] path")!.GetAttribute("d")!);

        var (_, codes) = await AuthenticatorApp.AddAsync(visitor, site.Clock, Password);
        Assert.Equal(SecondFactors.RecoveryCodes, codes.Distinct().Count());
        var account = await visitor.PageAsync("/account");
        Assert.Null(account.QuerySelector("#recovery-codes"));
        Assert.Contains("Còn 10 mã khôi phục", account.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await using var db = site.Db();
        var stored = await db.Authenticators.AsNoTracking().SingleAsync(a => a.UserId == id);
        Assert.DoesNotContain(secret.Replace(" ", "", StringComparison.Ordinal), Encoding.ASCII.GetString(stored.Secret), StringComparison.Ordinal);
        Assert.All(await db.RecoveryCodes.Where(c => c.UserId == id).ToListAsync(), c => Assert.Matches("^[0-9a-f]{64}$", c.CodeHash));
        Assert.Equal(["added"], await site.OutcomesAsync(id, nameof(AddAuthenticator)));
    }

    [Fact]
    public async Task A_wrong_password_or_first_code_keeps_the_secret_of_the_page_and_stores_nothing()
    {
        var (visitor, id) = await SignedInAsync("sai-ma-dau");
        var page = await visitor.PageAsync("/account/authenticator/new");
        var app = new AuthenticatorApp(page.QuerySelector("#secret")!.TextContent, site.Clock);
        var wrongCode = await AddAsync(visitor, page, Password, app.WrongCode);
        var wrongPassword = await AddAsync(visitor, page, "sai", app.Code);

        Assert.NotNull(wrongCode.QuerySelector("#code-error"));
        Assert.NotNull(wrongPassword.QuerySelector("#password-error"));
        Assert.Equal(page.QuerySelector("#secret")!.TextContent, wrongCode.QuerySelector("#secret")!.TextContent);
        await using var db = site.Db();
        Assert.False(await db.Authenticators.AnyAsync(a => a.UserId == id));
        Assert.Equal(["wrong-code", "wrong-password"], await site.OutcomesAsync(id, nameof(AddAuthenticator)));
    }

    [Fact]
    public async Task A_secret_that_was_changed_or_sealed_for_somebody_else_is_not_taken()
    {
        var (visitor, _) = await SignedInAsync("niem-phong");
        var (other, _) = await SignedInAsync("nguoi-khac");
        var page = await visitor.PageAsync("/account/authenticator/new");
        var foreign = await other.PageAsync("/account/authenticator/new");
        var app = new AuthenticatorApp(foreign.QuerySelector("#secret")!.TextContent, site.Clock);
        foreach (var seal in new[] { AuthenticatorApp.SealOf(foreign), "khong phai", "AAAA", "", new string('A', 5000) })
        {
            var answer = await (await visitor.PostFormAsync(
                "/account/authenticator/new", AuthenticatorApp.TokenOf(page), ("seal", seal), ("password", Password), ("code", app.Code))).ReadAsync();
            Assert.Contains("không còn đọc được", answer.QuerySelector("main .op-errors li")!.TextContent, StringComparison.Ordinal);
            Assert.NotEqual(foreign.QuerySelector("#secret")!.TextContent, answer.QuerySelector("#secret")!.TextContent);
        }
    }

    [Fact]
    public async Task Adding_ends_the_other_sessions_and_is_done_once()
    {
        var (here, _) = await SignedInAsync("mot-lan");
        var there = site.Visitor();
        await there.SignInAsync("mot-lan", Password);
        await AuthenticatorApp.AddAsync(here, site.Clock, Password);

        Assert.True(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        Assert.Contains("đã có ứng dụng", (await here.PageAsync("/account/authenticator/new")).QuerySelector("main .op-errors li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_asks_for_the_password_and_leaves_no_code_behind()
    {
        var (visitor, id) = await SignedInAsync("xoa");
        var (app, _) = await AuthenticatorApp.AddAsync(visitor, site.Clock, Password);
        foreach (var (password, code) in new[] { ("sai", ""), ("", ""), ("", app.NextCode()) })
        {
            var refused = await (await visitor.SendFormAsync("/account/authenticator/remove", ("removePassword", password), ("code", code))).ReadAsync();
            Assert.NotNull(refused.QuerySelector("#removePassword-error"));
        }

        var removed = await visitor.SendFormAsync("/account/authenticator/remove", ("removePassword", Password));
        Assert.Equal("/account", removed.Headers.Location!.OriginalString);
        await using var db = site.Db();
        Assert.False(await db.RecoveryCodes.AnyAsync(c => c.UserId == id));
        Assert.Equal("removed", (await site.OutcomesAsync(id, nameof(RemoveAuthenticator)))[^1]);
        await site.Visitor().SignInAsync("xoa", Password);
        Assert.True(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task The_last_second_factor_stays_while_the_password_is_short()
    {
        var (visitor, id) = await SignedInAsync("ngan-ma");
        var (app, _) = await AuthenticatorApp.AddAsync(visitor, site.Clock, Password);
        var shorter = await visitor.SendFormAsync("/account/password", ("current", Password), ("password", "8 ky tu+"), ("passwordAgain", "8 ky tu+"));
        Assert.Equal("/account", shorter.Headers.Location?.OriginalString);
        var refused = await (await visitor.SendFormAsync("/account/authenticator/remove", ("removePassword", "8 ky tu+"))).ReadAsync();
        Assert.Contains("ngắn hơn 14", refused.QuerySelector("#removePassword-error")!.TextContent, StringComparison.Ordinal);

        await site.PasskeyAsync(id);
        var removed = await visitor.SendFormAsync("/account/authenticator/remove", ("code", app.NextCode()));
        Assert.Equal("/account", removed.Headers.Location?.OriginalString);
    }

    private async Task<(HttpClient Visitor, Guid Id)> SignedInAsync(string name)
    {
        var person = await site.PersonAsync(name, Password, roles: Role.Reader);
        var visitor = site.Visitor();
        await visitor.SignInAsync(name, Password);
        return (visitor, person.Id);
    }

    private static async Task<IDocument> AddAsync(HttpClient visitor, IDocument page, string password, string code) =>
        await (await visitor.PostFormAsync(
            "/account/authenticator/new", AuthenticatorApp.TokenOf(page), ("seal", AuthenticatorApp.SealOf(page)), ("password", password), ("code", code))).ReadAsync();
}
