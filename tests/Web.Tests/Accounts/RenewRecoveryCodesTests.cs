using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Accounts;

public sealed class RenewRecoveryCodesTests(Site site) : IClassFixture<Site>
{
    private const string Password = "một câu thật là dài", Page = "/account/recovery-codes";

    [Fact]
    public async Task New_codes_are_shown_once_and_the_old_ones_no_longer_sign_in()
    {
        var (visitor, id) = await SignedInAsync("ma-moi");
        var (_, old) = await AuthenticatorApp.AddAsync(visitor, site.Clock, Password);
        var renewed = await visitor.SendFormAsync(Page, ("password", Password));
        Assert.Equal("/account", renewed.Headers.Location!.OriginalString);
        var codes = (await visitor.PageAsync("/account")).QuerySelectorAll("#recovery-codes code").Select(c => c.TextContent).ToList();

        Assert.Equal(SecondFactors.RecoveryCodes, codes.Except(old).Count());
        Assert.Null((await visitor.PageAsync("/account")).QuerySelector("#recovery-codes"));
        Assert.False(await EntersAsync("ma-moi", old[0]));
        Assert.True(await EntersAsync("ma-moi", codes[0]));
        Assert.True(await visitor.IsSignedInAsync());
        Assert.Equal(["renewed"], await site.OutcomesAsync(id, nameof(RenewRecoveryCodes)));
        await using var db = site.Db();
        var entry = await db.AuditEntries.SingleAsync(e => e.Action == nameof(RenewRecoveryCodes) && e.Subject == $"account/{id}");
        Assert.Contains("\"proof\": \"password\"", entry.After!.Replace("\":\"", "\": \"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_right_password_or_code_the_old_codes_stay()
    {
        var (visitor, _) = await SignedInAsync("ma-cu");
        var (app, old) = await AuthenticatorApp.AddAsync(visitor, site.Clock, Password);
        foreach (var (password, code) in new[] { ("", ""), ("sai", ""), ("", app.WrongCode) })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SendFormAsync(Page, ("password", password), ("code", code))).StatusCode);

        Assert.True(await EntersAsync("ma-cu", old[0]));
        Assert.Equal("/account", (await visitor.SendFormAsync(Page, ("code", app.NextCode()))).Headers.Location!.OriginalString);
        Assert.False(await EntersAsync("ma-cu", old[1]));
    }

    [Fact]
    public async Task An_account_without_authenticator_has_nothing_to_renew()
    {
        var (visitor, _) = await SignedInAsync("ma-khong");
        var page = await visitor.PageAsync(Page);

        Assert.Null(page.QuerySelector("main form"));
        Assert.Contains("không có ứng dụng xác thực", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var posted = await visitor.PostFormAsync(Page, await visitor.FormTokenAsync("/account/password"), ("password", Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.StatusCode);
    }

    private async Task<bool> EntersAsync(string name, string code)
    {
        var visitor = site.Visitor();
        await visitor.SignInAsync(name, Password);
        await visitor.SendFormAsync("/sign-in/code", ("code", code));
        return await visitor.IsSignedInAsync();
    }

    private async Task<(HttpClient Visitor, Guid Id)> SignedInAsync(string name)
    {
        var person = await site.PersonAsync(name, Password, roles: Role.Reader);
        var visitor = site.Visitor();
        await visitor.SignInAsync(name, Password);
        return (visitor, person.Id);
    }
}
