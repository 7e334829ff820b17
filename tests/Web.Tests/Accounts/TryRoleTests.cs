using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Accounts;

public sealed class TryRoleTests : IAsyncLifetime
{
    private readonly Site site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        site.Addresses.Add("http://localhost:5080");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task One_click_plays_a_role_and_every_page_says_so()
    {
        var played = await site.PersonAsync("thu.quan-tri", demonstration: true, roles: Role.Administrator);
        var visitor = site.Visitor("127.0.0.1");
        Assert.NotNull((await visitor.PageAsync("/sign-in")).QuerySelector("main a[href='/try']"));
        var response = await visitor.SendFormAsync("/try", ("userId", played.Id.ToString()));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        foreach (var url in new[] { "/account", "/accounts", "/audit", "/no-such-page" })
        {
            var banner = (await visitor.PageAsync(url)).QuerySelector(".op-banner");
            Assert.Contains("Đang dùng thử với vai trò: Quản trị cấp tỉnh", banner!.TextContent, StringComparison.Ordinal);
        }

        await using var db = site.Db();
        Assert.Equal($"account/{played.Id}", (await db.AuditEntries.SingleAsync(e => e.Action == nameof(TryRole))).Subject);
    }

    [Fact]
    public async Task A_played_role_has_no_second_factor_and_the_pages_say_so()
    {
        var played = await site.PersonAsync("thu.ky-phieu", demonstration: true, roles: Role.Reader);
        var visitor = site.Visitor("127.0.0.1");
        await visitor.SendFormAsync("/try", ("userId", played.Id.ToString()));
        var page = await visitor.PageAsync("/account/confirm");
        Assert.Contains("Dữ liệu minh hoạ: vai diễn không có xác thực thứ hai", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main input[name=code]"));
        Assert.Equal("/account", (await visitor.SendFormAsync("/account/confirm")).Headers.Location!.OriginalString);

        var adding = await visitor.PageAsync("/account/authenticator/new");
        Assert.Null(adding.QuerySelector("#secret"));
        Assert.Contains("Vai trò dùng thử", adding.QuerySelector("main .op-errors li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_demonstration_data_there_is_no_such_page()
    {
        await site.PersonAsync("that", "một câu thật là dài", roles: Role.Administrator);
        await AssertClosedAsync(site.Visitor("127.0.0.1"));
    }

    [Fact]
    public async Task A_request_from_elsewhere_finds_no_such_page()
    {
        await site.PersonAsync("thu", demonstration: true, roles: Role.Reader);
        await AssertClosedAsync(site.Visitor("192.0.2.7"));
        await AssertClosedAsync(site.Visitor("::ffff:192.0.2.7"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    [InlineData("Host", "cchc.example.vn")]
    public async Task A_request_passed_on_by_a_proxy_or_asked_by_a_foreign_name_finds_no_such_page(string header, string value)
    {
        await site.PersonAsync("thu", demonstration: true, roles: Role.Reader);
        var visitor = site.Visitor("127.0.0.1");
        visitor.DefaultRequestHeaders.Add(header, value);
        await AssertClosedAsync(visitor);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://10.1.2.3:5080")]
    public async Task A_server_that_others_can_reach_has_no_such_page_and_ends_played_sessions(string address)
    {
        var played = await site.PersonAsync("thu", demonstration: true, roles: Role.Reader);
        var visitor = site.Visitor("127.0.0.1");
        await visitor.SendFormAsync("/try", ("userId", played.Id.ToString()));
        Assert.True(await visitor.IsSignedInAsync());
        site.Addresses.Add(address);

        await AssertClosedAsync(visitor);
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task A_real_account_cannot_be_played()
    {
        await site.PersonAsync("thu", demonstration: true, roles: Role.Reader);
        var real = await site.PersonAsync("that", "một câu thật là dài", roles: Role.Administrator);
        var visitor = site.Visitor("127.0.0.1");
        var page = await (await visitor.SendFormAsync("/try", ("userId", real.Id.ToString()))).ReadAsync();

        Assert.NotNull(page.QuerySelector("main .op-errors"));
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task A_played_account_has_no_password_and_the_database_keeps_it_so()
    {
        var played = await site.PersonAsync("thu", demonstration: true, roles: Role.Reader);
        await using var db = site.Db();
        var error = await Assert.ThrowsAsync<PostgresException>(
            () => db.Users.Where(u => u.Id == played.Id).ExecuteUpdateAsync(u => u.SetProperty(p => p.PasswordHash, "x")));
        Assert.Equal("ck_users_demonstration", error.ConstraintName);
        await site.Visitor("127.0.0.1").SignInAsync("thu", "");
        Assert.False(await site.Visitor("127.0.0.1").IsSignedInAsync());
    }

    [Fact]
    public async Task A_played_administrator_changes_no_account()
    {
        var played = await site.PersonAsync("thu", demonstration: true, roles: Role.Administrator);
        var real = await site.PersonAsync("that", "một câu thật là dài", roles: Role.Administrator);
        var visitor = site.Visitor("127.0.0.1");
        await visitor.SendFormAsync("/try", ("userId", played.Id.ToString()));
        await visitor.SendFormAsync("/accounts/new", ("fullName", "Người Mới"), ("userName", "nguoi.moi"), ("roles", "Administrator"));
        await visitor.SendFormAsync($"/accounts/{real.Id}", ("fullName", "Tên Khác"), ("roles", "Reader"));
        await visitor.SendFormAsync($"/accounts/{real.Id}?handler=Disable", ("disabled", "true"));
        await visitor.SendFormAsync($"/accounts/{real.Id}?handler=Link");

        await using var db = site.Db();
        Assert.Equal(2, await db.Users.CountAsync());
        Assert.False(await db.OneTimeLinks.AnyAsync());
        var after = await db.Users.Include(u => u.Grants).SingleAsync(u => u.Id == real.Id);
        Assert.Equal(("Người that", false, Role.Administrator), (after.FullName, after.Disabled, after.Grants.Single().Role));
    }

    private static async Task AssertClosedAsync(HttpClient visitor)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri("/try", UriKind.Relative))).StatusCode);
        var signIn = await visitor.PageAsync("/sign-in");
        Assert.Null(signIn.QuerySelector("main a[href='/try']"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostFormAsync("/try", await visitor.FormTokenAsync("/sign-in"), ("userId", Guid.NewGuid().ToString()))).StatusCode);
    }
}
