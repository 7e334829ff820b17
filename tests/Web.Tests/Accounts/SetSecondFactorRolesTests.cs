using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Accounts;

/// <summary>Each test has an installation of its own: the list holds for everybody.</summary>
public sealed class SetSecondFactorRolesTests : IAsyncLifetime
{
    private const string Password = "một câu thật là dài", Page = "/accounts/second-factor", Owed = "/account/second-factor";
    private readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Who_owes_a_second_factor_is_led_to_it_and_can_do_nothing_else()
    {
        var admin = await AdministratorAsync();
        await site.PersonAsync("xem", Password, roles: [Role.Reader, Role.CouncilMember]);
        var reader = site.Visitor();
        await reader.SignInAsync("xem", Password);
        Assert.True(await reader.IsSignedInAsync());
        Assert.Equal("/accounts", (await admin.SendFormAsync(Page, ("roles", nameof(Role.Reader)))).Headers.Location!.OriginalString);

        foreach (var url in new[] { "/", "/rounds", "/account", "/account/password", "/audit", "/evidence" })
            Assert.Equal(Owed, (await reader.GetAsync(new Uri(url, UriKind.Relative))).Headers.Location?.OriginalString);
        var part = new HttpRequestMessage(HttpMethod.Get, "/rounds") { Headers = { { "HX-Request", "true" } } };
        var answer = await reader.SendAsync(part);
        Assert.Equal((HttpStatusCode.Forbidden, Owed), (answer.StatusCode, Assert.Single(answer.Headers.GetValues("HX-Redirect"))));
        var page = await reader.PageAsync(Owed);
        Assert.Contains("Người xem", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Hội đồng", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href='/rounds']"));
        Assert.NotNull((await reader.PageAsync("/account/passkeys/new")).QuerySelector("#password"));

        await AuthenticatorApp.AddAsync(reader, site.Clock, Password);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(new Uri("/rounds", UriKind.Relative))).StatusCode);
        Assert.Equal("/account", (await reader.GetAsync(new Uri(Owed, UriKind.Relative))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signing_in_again_leads_there_too_and_signing_out_works()
    {
        var admin = await AdministratorAsync();
        await admin.SendFormAsync(Page, ("roles", nameof(Role.UnitLeader)));
        await site.PersonAsync("lanh-dao", Password, roles: Role.UnitLeader);
        var leader = site.Visitor();
        await leader.SignInAsync("lanh-dao", Password);

        Assert.Equal(Owed, (await leader.GetAsync(new Uri("/", UriKind.Relative))).Headers.Location!.OriginalString);
        Assert.Equal("/sign-in", (await leader.SendFormAsync("/sign-out")).Headers.Location!.OriginalString);
        Assert.Contains("/sign-in", (await leader.GetAsync(new Uri("/", UriKind.Relative))).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_is_enough_other_roles_and_played_roles_are_not_asked()
    {
        var admin = await AdministratorAsync();
        var withKey = await site.PersonAsync("co-khoa", Password, roles: Role.Reader);
        await site.PasskeyAsync(withKey.Id);
        await site.PersonAsync("tham-dinh", Password, roles: Role.Appraiser);
        var played = await site.PersonAsync("dien", demonstration: true, roles: Role.Reader);
        var reader = site.Visitor();
        await reader.SignInAsync("co-khoa", Password);
        await admin.SendFormAsync(Page, ("roles", nameof(Role.Reader)));
        Assert.True(await reader.IsSignedInAsync());
        var appraiser = site.Visitor();
        await appraiser.SignInAsync("tham-dinh", Password);
        Assert.True(await appraiser.IsSignedInAsync());

        await using var scope = site.App.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<ShowSignedIn.Handler>().HandleAsync(played.Id, default);
        Assert.False(person!.OwesSecondFactor);
    }

    [Fact]
    public async Task Who_must_have_a_second_factor_and_has_a_passkey_does_not_come_in_with_the_password_alone()
    {
        var admin = await AdministratorAsync();
        await admin.SendFormAsync(Page, ("roles", nameof(Role.Reader)));
        var withKey = await site.PersonAsync("co-khoa", Password, roles: [Role.Reader, Role.CouncilMember]);
        await site.PasskeyAsync(withKey.Id);
        var stolen = site.Visitor();

        using var refused = await stolen.SignInAsync("co-khoa", Password);

        Assert.Contains("hãy đăng nhập bằng khoá truy cập", (await refused.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.False(await stolen.IsSignedInAsync());
        await using var db = site.Db();
        Assert.Contains(await db.AuditEntries.Where(e => e.Subject == $"account/{withKey.Id}").Select(e => e.After!).ToListAsync(), a => a.Contains("password-alone-for-forced-role", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Taking_a_role_off_asks_for_a_reason_keeps_what_was_ticked_and_is_recorded()
    {
        var admin = await AdministratorAsync();
        await admin.SendFormAsync(Page, ("roles", nameof(Role.Reader)), ("roles", nameof(Role.UnitLeader)));
        var refused = await admin.SendFormAsync(Page, ("roles", nameof(Role.Appraiser)), ("roles", nameof(Role.Reader)));
        var page = await refused.ReadAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull(page.QuerySelector("#reason-error"));
        Assert.Equal(["role-Appraiser", "role-Reader"], page.QuerySelectorAll("main input[type=checkbox][checked]").Select(i => i.Id!).Order(StringComparer.Ordinal));
        var done = await admin.SendFormAsync(Page, ("roles", nameof(Role.Appraiser)), ("roles", nameof(Role.Reader)), ("reason", "Quyết định 12/QĐ-SNV"));
        Assert.Equal("/accounts", done.Headers.Location!.OriginalString);
        await using var db = site.Db();
        Assert.Equal([Role.Appraiser, Role.Reader], (await db.SecondFactorRoles.Select(r => r.Role).ToListAsync()).Order());
        var entry = await db.AuditEntries.Where(e => e.Action == nameof(SetSecondFactorRoles)).OrderByDescending(e => e.Id).FirstAsync();
        Assert.Contains("12/QĐ-SNV", entry.After, StringComparison.Ordinal);
        Assert.Contains("unitLeader", entry.Before, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_page_counts_people_with_and_without_a_second_factor()
    {
        var admin = await AdministratorAsync();
        await site.PersonAsync("mot", Password, roles: Role.CouncilMember);
        var second = await site.PersonAsync("hai", Password, roles: Role.CouncilMember);
        await site.PasskeyAsync(second.Id);

        var text = (await admin.PageAsync(Page)).QuerySelector("#people-CouncilMember")!.TextContent;
        Assert.Equal("2 người, 1 người chưa có", text);
    }

    [Fact]
    public async Task An_installation_without_administrator_begins_with_administrators_on_the_list_once()
    {
        await BeginAsync();
        await BeginAsync();
        await using var db = site.Db();
        Assert.Equal([Role.Administrator], await db.SecondFactorRoles.Select(r => r.Role).ToListAsync());
        await db.SecondFactorRoles.ExecuteDeleteAsync();
        await site.PersonAsync("quan-tri", Password, roles: Role.Administrator);
        await BeginAsync();
        Assert.Empty(await db.SecondFactorRoles.ToListAsync());
    }

    private async Task BeginAsync()
    {
        await using var scope = site.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SetSecondFactorRoles.Handler>().BeginAsync(default);
    }

    private async Task<HttpClient> AdministratorAsync()
    {
        await site.PersonAsync("quan-tri", Password, roles: Role.Administrator);
        var admin = site.Visitor();
        await admin.SignInAsync("quan-tri", Password);
        return admin;
    }
}
