using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Accounts;

public sealed class SignInWithCodeTests(Site site) : IClassFixture<Site>
{
    private const string Password = "một câu thật là dài";
    private const string Short = "8 ky tu+";

    [Fact]
    public async Task After_the_password_a_code_is_asked_for_and_counts_once()
    {
        var (id, app, _) = await HolderAsync("hai-buoc");
        var visitor = site.Visitor();
        var first = await visitor.SignInAsync("hai-buoc", Password);
        Assert.Equal("/sign-in/code?returnUrl=%2Faccount", first.Headers.Location!.OriginalString);
        Assert.False(await visitor.IsSignedInAsync());

        var wrong = await (await CodeAsync(visitor, app.WrongCode)).ReadAsync();
        Assert.NotNull(wrong.QuerySelector("#code-error"));
        Assert.False(await visitor.IsSignedInAsync());

        var code = app.NextCode();
        Assert.Equal("/account", (await CodeAsync(visitor, code)).Headers.Location!.OriginalString);
        Assert.True(await visitor.IsSignedInAsync());
        Assert.Equal("/sign-in", (await visitor.GetAsync(new Uri("/sign-in/code", UriKind.Relative))).Headers.Location!.OriginalString);

        var again = site.Visitor();
        await again.SignInAsync("hai-buoc", Password);
        await CodeAsync(again, code);
        Assert.False(await again.IsSignedInAsync());
        await using var db = site.Db();
        var entries = await db.AuditEntries.Where(e => e.Subject == $"account/{id}" && e.Action == nameof(SignInWithCode)).OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(["wrong-code", "signed-in: authenticator", "used-code"], await site.OutcomesAsync(id, nameof(SignInWithCode)));
        Assert.Equal([null, id, null], entries.Select(e => e.ActorId));
        Assert.Contains("còn chờ mã", (await visitor.PageAsync("/account")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_password_signs_in_with_a_code_and_not_without_an_authenticator()
    {
        var (id, app, _) = await HolderAsync("ngan-hai-buoc");
        await using var db = site.Db();
        var user = await db.Users.SingleAsync(u => u.Id == id);
        user.PasswordHash = site.Hash(user, Short);
        await db.SaveChangesAsync();
        var visitor = site.Visitor();
        await visitor.SignInAsync("ngan-hai-buoc", Short);
        await CodeAsync(visitor, app.NextCode());
        Assert.True(await visitor.IsSignedInAsync());

        await db.Authenticators.Where(a => a.UserId == id).ExecuteDeleteAsync();
        var alone = await (await site.Visitor().SignInAsync("ngan-hai-buoc", Short)).ReadAsync();
        Assert.NotNull(alone.QuerySelector("main .op-errors li"));
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_however_it_is_typed()
    {
        var (id, _, codes) = await HolderAsync("khoi-phuc");
        var typed = " " + codes[3].ToLowerInvariant().Replace("-", "", StringComparison.Ordinal);
        var visitor = site.Visitor();
        await visitor.SignInAsync("khoi-phuc", Password);
        await CodeAsync(visitor, typed);
        Assert.True(await visitor.IsSignedInAsync());
        Assert.Contains("Còn 9 mã khôi phục", (await visitor.PageAsync("/account")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var again = site.Visitor();
        await again.SignInAsync("khoi-phuc", Password);
        await CodeAsync(again, typed);
        Assert.False(await again.IsSignedInAsync());
        Assert.Equal(["signed-in: recovery", "used-code"], await site.OutcomesAsync(id, nameof(SignInWithCode)));
    }

    [Fact]
    public async Task Five_wrong_codes_rest_for_a_quarter_of_an_hour_while_wrong_passwords_are_counted_apart()
    {
        var (id, app, codes) = await HolderAsync("nhieu-lan");
        for (var i = 0; i < SignInWithPassword.AttemptsBeforeLockout - 1; i++) await site.Visitor().SignInAsync("nhieu-lan", "mat khau sai " + i);
        var visitor = site.Visitor();
        await visitor.SignInAsync("nhieu-lan", Password);
        for (var i = 0; i < SecondFactors.AttemptsBeforeRest; i++) await CodeAsync(visitor, i % 2 == 0 ? app.WrongCode : "ABCD-ABCD-ABCD-ABCD");
        await CodeAsync(visitor, app.NextCode());
        await CodeAsync(visitor, codes[0]);
        Assert.False(await visitor.IsSignedInAsync());

        site.Clock.PassBy(SecondFactors.Rest);
        await visitor.SignInAsync("nhieu-lan", Password);
        await CodeAsync(visitor, app.NextCode());
        Assert.True(await visitor.IsSignedInAsync());
        Assert.Equal(
            ["wrong-code", "wrong-code", "wrong-code", "wrong-code", "wrong-code", "resting", "resting", "signed-in: authenticator"],
            await site.OutcomesAsync(id, nameof(SignInWithCode)));
    }

    [Fact]
    public async Task One_code_posted_twice_at_once_opens_one_session()
    {
        var (_, app, _) = await HolderAsync("cung-luc");
        var visitors = new[] { site.Visitor(), site.Visitor(), site.Visitor() };
        foreach (var visitor in visitors) await visitor.SignInAsync("cung-luc", Password);
        var tokens = new List<string>();
        foreach (var visitor in visitors) tokens.Add(await visitor.FormTokenAsync("/sign-in/code"));
        var code = app.NextCode();
        var answers = await Task.WhenAll(visitors.Select((v, i) => v.PostFormAsync("/sign-in/code", tokens[i], ("code", code))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_second_page_needs_a_password_in_this_browser_five_minutes_ago_at_most_that_still_holds()
    {
        var (id, app, _) = await HolderAsync("het-gio");
        Assert.Equal("/sign-in", (await site.Visitor().GetAsync(new Uri("/sign-in/code", UriKind.Relative))).Headers.Location!.OriginalString);
        var late = site.Visitor();
        await late.SignInAsync("het-gio", Password);
        var token = await late.FormTokenAsync("/sign-in/code");
        site.Clock.PassBy(SecondStep.Time + TimeSpan.FromSeconds(1));
        Assert.Equal("/sign-in", (await late.PostFormAsync("/sign-in/code", token, ("code", app.NextCode()))).Headers.Location!.OriginalString);

        var changed = site.Visitor();
        await changed.SignInAsync("het-gio", Password);
        await using var db = site.Db();
        await db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(u => u.SetProperty(p => p.SecurityStamp, NewUser.Stamp()));
        await CodeAsync(changed, app.NextCode());
        Assert.False(await changed.IsSignedInAsync());
    }

    [Fact]
    public async Task Guessing_codes_is_bounded_by_the_minute_too()
    {
        await HolderAsync("doan-ma");
        await using var strict = site.Build(new AccountsOptions { AttemptsPerAddress = 1000, AttemptsPerAccount = 3 });
        await strict.StartAsync();
        var visitor = Site.Visitor(strict);
        await visitor.SignInAsync("doan-ma", Password);
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++) statuses.Add((int)(await CodeAsync(visitor, "khong phai")).StatusCode);

        Assert.Equal([200, 200, 429], statuses);
    }

    private async Task<(Guid Id, AuthenticatorApp App, List<string> Codes)> HolderAsync(string name)
    {
        var person = await site.PersonAsync(name, Password, roles: Role.Reader);
        var visitor = site.Visitor();
        await visitor.SignInAsync(name, Password);
        var (app, codes) = await AuthenticatorApp.AddAsync(visitor, site.Clock, Password);
        return (person.Id, app, codes);
    }

    private static Task<HttpResponseMessage> CodeAsync(HttpClient visitor, string code) =>
        visitor.SendFormAsync("/sign-in/code", ("code", code), ("returnUrl", "/account"));
}
