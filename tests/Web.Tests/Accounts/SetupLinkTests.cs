using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Accounts;

public sealed class SetupLinkTests : IAsyncLifetime
{
    private readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_link_makes_the_administrator_once_and_signs_in()
    {
        var url = $"/setup/{await NewLinkAsync()}";
        var person = site.Visitor();
        var made = await person.SendFormAsync(url, Good);

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal("/account", made.Headers.Location!.OriginalString);
        var page = await person.PageAsync("/account");
        Assert.Contains("Người Quản trị", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Quản trị cấp tỉnh", page.Body!.TextContent, StringComparison.Ordinal);

        var again = await site.Visitor().PageAsync(url);
        Assert.Contains("không dùng được", again.QuerySelector("main .op-note-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(again.QuerySelectorAll("input[name=password]"));
        await using var db = site.Db();
        var user = await db.Users.Include(u => u.Grants).SingleAsync();
        Assert.Equal(("quan.tri", false), (user.UserName, user.Demonstration));
        Assert.Equal(Role.Administrator, Assert.Single(user.Grants).Role);
        var entry = await db.AuditEntries.SingleAsync(e => e.Action == nameof(CreateFirstAdministrator));
        Assert.Equal(("Người Quản trị", "192.0.2.1", $"account/{user.Id}"), (entry.ActorName, entry.Address, entry.Subject));
    }

    [Fact]
    public async Task Two_people_with_the_same_link_at_once_make_one_administrator()
    {
        var url = $"/setup/{await NewLinkAsync()}";
        var people = new[] { site.Visitor(), site.Visitor() };
        var tokens = await Task.WhenAll(people.Select(p => p.FormTokenAsync(url)));
        await Task.WhenAll(people.Select((p, i) => p.PostFormAsync(url, tokens[i], [("fullName", "Người thứ " + i), ("userName", "nguoi" + i), ("password", "mot cau that la dai"), ("passwordAgain", "mot cau that la dai")])));

        await using var db = site.Db();
        Assert.Equal(1, await db.Users.CountAsync());
    }

    [Fact]
    public async Task A_link_posted_after_a_day_makes_nobody()
    {
        var url = $"/setup/{await NewLinkAsync()}";
        var person = site.Visitor();
        var token = await person.FormTokenAsync(url);
        site.Clock.PassBy(TimeSpan.FromHours(24));
        var refused = await (await person.PostFormAsync(url, token, Good)).ReadAsync();

        Assert.Contains("khởi động lại", refused.QuerySelector("main .op-note-warning")!.TextContent, StringComparison.OrdinalIgnoreCase);
        await using var db = site.Db();
        Assert.False(await db.Users.AnyAsync());
    }

    [Fact]
    public async Task A_wrong_token_and_a_replaced_link_open_no_form()
    {
        var first = await NewLinkAsync();
        await NewLinkAsync();
        foreach (var token in new[] { first, "abc", new string('A', 43), OneTimeToken.HashOf(first) })
            Assert.Empty((await site.Visitor().PageAsync($"/setup/{token}")).QuerySelectorAll("input[name=password]"));
    }

    [Fact]
    public async Task Only_the_hash_of_the_token_is_stored()
    {
        var token = await NewLinkAsync();
        await using var db = site.Db();

        var link = await db.OneTimeLinks.SingleAsync();
        Assert.Equal(43, token.Length);
        Assert.Equal(OneTimeToken.HashOf(token), link.TokenHash);
        Assert.DoesNotContain(token, await db.AuditEntries.Select(e => e.After!).SingleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_link_is_made_while_a_real_administrator_is_enabled()
    {
        await site.PersonAsync("dung-thu", null, true, null, Role.Administrator);
        Assert.True((await AskForLinkAsync()).Done);
        var real = await site.PersonAsync("that", "mot mat khau dai", false, null, Role.Administrator);
        Assert.Equal("administrator-exists", (await AskForLinkAsync()).Refusals[0].Code);
        await using var db = site.Db();
        await db.Users.Where(u => u.Id == real.Id).ExecuteUpdateAsync(u => u.SetProperty(p => p.Disabled, true));
        Assert.True((await AskForLinkAsync()).Done);
    }

    [Theory]
    [InlineData("password", "ngan qua", "passwordAgain", "ngan qua", "password", "ít nhất 14 ký tự")]
    [InlineData("password", "aaaaaaaaaaaaaaaa", "passwordAgain", "aaaaaaaaaaaaaaaa", "password", "ký tự khác nhau")]
    [InlineData("password", "quan.tri 12345678", "passwordAgain", "quan.tri 12345678", "password", "tên đăng nhập")]
    [InlineData("password", "mot cau that la dai", "passwordAgain", "mot cau khac rat dai", "passwordAgain", "khác nhau")]
    [InlineData("userName", "quản trị", "fullName", "Người Quản trị", "userName", "không dấu")]
    [InlineData("fullName", " ", "userName", "quan.tri", "fullName", "họ và tên")]
    public async Task Bad_input_is_refused_beside_its_field(string one, string value, string two, string other, string field, string says)
    {
        var values = Good.Where(v => v.Name != one && v.Name != two).Append((one, value)).Append((two, other)).ToArray();
        var page = await (await site.Visitor().SendFormAsync($"/setup/{await NewLinkAsync()}", values)).ReadAsync();

        Assert.Contains(says, page.QuerySelector($"#{field}-error")!.TextContent, StringComparison.OrdinalIgnoreCase);
        await using var db = site.Db();
        Assert.False(await db.Users.AnyAsync());
    }

    private static (string Name, string Value)[] Good =>
        [("fullName", "  Người Quản   trị "), ("userName", "quan.tri"), ("password", "một câu thật là dài"), ("passwordAgain", "một câu thật là dài")];

    private async Task<string> NewLinkAsync() => (await AskForLinkAsync()).Value.Token;

    private async Task<Core.Answer<CreateFirstAdministratorLink.Link>> AskForLinkAsync()
    {
        await using var scope = site.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CreateFirstAdministratorLink.Handler>().HandleAsync(CancellationToken.None);
    }
}
