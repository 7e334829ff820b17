using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Accounts;

public sealed class SignInTests(Site site) : IClassFixture<Site>
{
    private const string Password = "một câu thật là dài";

    [Fact]
    public async Task A_right_password_opens_a_session_whatever_the_case_of_the_name_and_the_form_of_the_accents()
    {
        await site.PersonAsync("Lan.Nguyen", Password, roles: Role.Reader);
        var visitor = site.Visitor();
        var decomposed = Password.Normalize(System.Text.NormalizationForm.FormD);
        var response = await visitor.SignInAsync(" lan.nguyen ", decomposed);

        Assert.NotEqual(Password, decomposed);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("openpar.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Người Lan.Nguyen", (await visitor.PageAsync("/account")).QuerySelector("header .op-user strong")!.TextContent);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_name_and_a_disabled_account_get_the_same_answer_and_an_audit_entry()
    {
        var known = await site.PersonAsync("biet", Password, roles: Role.Reader);
        var closed = await site.PersonAsync("khoa", Password, roles: Role.Reader);
        await using var db = site.Db();
        await db.Users.Where(u => u.Id == closed.Id).ExecuteUpdateAsync(u => u.SetProperty(p => p.Disabled, true));
        var before = await db.AuditEntries.MaxAsync(e => (long?)e.Id) ?? 0;

        var answers = new List<string>();
        foreach (var (name, password) in new[] { ("biet", "sai mat khau roi day"), ("khong-co", Password), ("khoa", Password) })
        {
            var visitor = site.Visitor();
            var page = await (await visitor.SignInAsync(name, password)).ReadAsync();
            answers.Add(page.QuerySelector("main .op-errors li")!.TextContent);
            Assert.Equal(name, page.QuerySelector("input[name=userName]")!.GetAttribute("value"));
            Assert.False(await visitor.IsSignedInAsync());
        }

        Assert.Single(answers.Distinct());
        var entries = await db.AuditEntries.Where(e => e.Id > before && e.Action == nameof(SignInWithPassword)).OrderBy(e => e.Id).ToListAsync();
        Assert.Equal([$"account/{known.Id}", "account/unknown", $"account/{closed.Id}"], entries.Select(e => e.Subject));
        Assert.All(entries, e => Assert.Equal(("192.0.2.1", "Khách", null), (e.Address, e.ActorName, e.ActorId)));
        Assert.DoesNotContain(entries, e => e.After!.Contains("khong-co", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour()
    {
        await site.PersonAsync("kien", Password, roles: Role.Reader);
        var visitor = site.Visitor();
        for (var i = 0; i < SignInWithPassword.AttemptsBeforeLockout; i++) await visitor.SignInAsync("kien", "mat khau sai thu " + i);
        await visitor.SignInAsync("kien", Password);
        Assert.False(await visitor.IsSignedInAsync());

        site.Clock.PassBy(SignInWithPassword.Lockout + TimeSpan.FromSeconds(1));
        await visitor.SignInAsync("kien", Password);
        Assert.True(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task Guesses_made_at_once_are_counted_one_by_one()
    {
        var person = await site.PersonAsync("song-song", Password, roles: Role.Reader);
        var visitors = Enumerable.Range(0, 4).Select(_ => site.Visitor()).ToList();
        var tokens = await Task.WhenAll(visitors.Select(v => v.FormTokenAsync("/sign-in")));
        await Task.WhenAll(visitors.Select((v, i) => v.PostFormAsync("/sign-in", tokens[i], ("userName", "song-song"), ("password", "sai mat khau nay"))));

        await using var db = site.Db();
        Assert.Equal(4, (await db.Users.AsNoTracking().SingleAsync(u => u.Id == person.Id)).AccessFailedCount);
    }

    [Fact]
    public async Task A_password_under_fourteen_characters_does_not_sign_in_on_its_own()
    {
        await site.PersonAsync("ngan", "8 ky tu+", roles: Role.Reader);
        var page = await (await site.Visitor().SignInAsync("ngan", "8 ky tu+")).ReadAsync();

        Assert.Contains("passkey", page.QuerySelector("main .op-errors li")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account?x=1", "/account?x=1")]
    [InlineData("https://vi.example.com/", "/")]
    [InlineData("//vi.example.com/", "/")]
    [InlineData("/\\vi.example.com", "/")]
    [InlineData("/\t/vi.example.com", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task The_way_back_stays_inside_the_site(string asked, string led)
    {
        var name = "ve." + Guid.NewGuid().ToString("N")[..12];
        await site.PersonAsync(name, Password, roles: Role.Reader);
        var response = await site.Visitor().SignInAsync(name, Password, asked);

        Assert.Equal(led, response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in/passkey?handler=Options")]
    [InlineData("/sign-in/code")]
    [InlineData("/sign-out")]
    [InlineData("/setup/abc")]
    [InlineData("/start/abc")]
    [InlineData("/try")]
    public async Task A_post_without_its_form_token_is_refused(string url)
    {
        var response = await site.Visitor().PostFormAsync(url, null, ("userName", "a"), ("password", "b"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Too_many_attempts_from_one_address_or_on_one_account_wait_a_minute()
    {
        await using var strict = site.Build(new AccountsOptions { AttemptsPerAddress = 3, AttemptsPerAccount = 2 });
        await strict.StartAsync();

        Assert.Equal([200, 200, 429], await AttemptsAsync(strict, ["203.0.113.1", "203.0.113.2", "203.0.113.3"], ["cung-mot-ten"]));
        Assert.Equal([200, 200, 200, 429], await AttemptsAsync(strict, ["203.0.113.9"], ["ten1", "ten2", "ten3", "ten4"]));
    }

    [Fact]
    public async Task Signing_out_and_disabling_end_the_session_at_once()
    {
        var person = await site.PersonAsync("ra-vao", Password, roles: Role.Reader);
        var one = site.Visitor();
        await one.SignInAsync("ra-vao", Password);
        Assert.True(await one.IsSignedInAsync());
        var left = await one.SendFormAsync("/sign-out");
        Assert.Equal("/sign-in", left.Headers.Location!.OriginalString);
        Assert.False(await one.IsSignedInAsync());

        await one.SignInAsync("ra-vao", Password);
        await using var db = site.Db();
        await db.Users.Where(u => u.Id == person.Id).ExecuteUpdateAsync(u => u.SetProperty(p => p.Disabled, true));
        Assert.False(await one.IsSignedInAsync());
    }

    [Fact]
    public async Task A_session_ends_after_an_hour_without_a_request_and_lives_on_with_requests()
    {
        await site.PersonAsync("nghi", Password, roles: Role.Reader);
        var visitor = site.Visitor();
        await visitor.SignInAsync("nghi", Password);
        for (var i = 0; i < 3; i++)
        {
            site.Clock.PassBy(TimeSpan.FromMinutes(40));
            Assert.True(await visitor.IsSignedInAsync());
        }

        site.Clock.PassBy(TimeSpan.FromMinutes(61));
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task Changing_the_password_ends_the_other_sessions_and_keeps_this_one()
    {
        await site.PersonAsync("doi", Password, roles: Role.Reader);
        var (here, there) = (site.Visitor(), site.Visitor());
        await here.SignInAsync("doi", Password);
        await there.SignInAsync("doi", Password);
        var wrong = await (await here.SendFormAsync("/account/password", ("current", "sai"), ("password", "cau moi that la dai"), ("passwordAgain", "cau moi that la dai"))).ReadAsync();
        Assert.NotNull(wrong.QuerySelector("#current-error"));
        await here.SendFormAsync("/account/password", ("current", Password), ("password", "cau moi that la dai"), ("passwordAgain", "cau moi that la dai"));

        Assert.True(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        await there.SignInAsync("doi", "cau moi that la dai");
        Assert.True(await there.IsSignedInAsync());
    }

    [Fact]
    public async Task Another_server_of_the_installation_reads_the_same_session()
    {
        await site.PersonAsync("hai-may", Password, roles: Role.Reader);
        var signedIn = await site.Visitor().SignInAsync("hai-may", Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("openpar.session=", StringComparison.Ordinal)).Split(';')[0];
        await using var second = site.Build(new AccountsOptions());
        await second.StartAsync();
        var visitor = Site.Visitor(second);
        visitor.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.True(await visitor.IsSignedInAsync());
    }

    private static async Task<List<int>> AttemptsAsync(WebApplication app, string[] addresses, string[] names)
    {
        var codes = new List<int>();
        for (var i = 0; i < Math.Max(addresses.Length, names.Length); i++)
        {
            var visitor = Site.Visitor(app, addresses[i % addresses.Length]);
            codes.Add((int)(await visitor.SignInAsync(names[i % names.Length], "sai mat khau that")).StatusCode);
        }

        return codes;
    }
}
