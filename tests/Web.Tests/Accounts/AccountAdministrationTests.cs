using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Accounts;

public sealed class AccountAdministrationTests : IAsyncLifetime
{
    private const string Password = "một câu thật là dài";
    private readonly Site site = new();
    private HttpClient administrator = null!;
    private Guid administratorId;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await using var db = site.Db();
        db.Agencies.Add(new AgencyRecord { Id = AgencyId.Parse("so-noi-vu"), Name = "Sở Nội vụ", Kind = AgencyKind.Department });
        await db.SaveChangesAsync();
        administratorId = (await site.PersonAsync("quan.tri", Password, roles: Role.Administrator)).Id;
        administrator = site.Visitor();
        await administrator.SignInAsync("quan.tri", Password);
    }

    public ValueTask DisposeAsync()
    {
        administrator.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task A_new_person_gets_a_link_chooses_a_password_and_signs_in()
    {
        var made = await administrator.SendFormAsync("/accounts/new", ("fullName", "Cán bộ Đầu mối"), ("userName", "dau.moi@example.vn"), ("agency", "so-noi-vu"), ("roles", "FocalOfficer"), ("roles", "Reader"));
        var page = await administrator.PageAsync(made.Headers.Location!.OriginalString);
        var link = new Uri(page.QuerySelector("#start-link")!.TextContent).PathAndQuery;
        Assert.Null((await administrator.PageAsync(made.Headers.Location!.OriginalString)).QuerySelector("#start-link"));

        var person = site.Visitor();
        Assert.Contains("Cán bộ Đầu mối", (await person.PageAsync(link)).Body!.TextContent, StringComparison.Ordinal);
        var chosen = await person.SendFormAsync(link, ("password", "mật khẩu của tôi dài"), ("passwordAgain", "mật khẩu của tôi dài"));
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Equal("Cán bộ đầu mối, Người xem, Sở Nội vụ", (await person.PageAsync("/account")).QuerySelector("header .op-user-card p")!.ChildNodes.Last().TextContent.Trim());

        Assert.Empty((await site.Visitor().PageAsync(link)).QuerySelectorAll("input[name=password]"));
        var later = site.Visitor();
        await later.SignInAsync("DAU.MOI@example.vn", "mật khẩu của tôi dài");
        Assert.True(await later.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await later.GetAsync(new Uri("/accounts", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_link_that_is_old_replaced_or_of_a_disabled_account_is_refused()
    {
        var person = await site.PersonAsync("moi", roles: Role.Reader);
        var first = await NewLinkAsync(person.Id);
        var second = await NewLinkAsync(person.Id);
        Assert.Empty((await site.Visitor().PageAsync(first)).QuerySelectorAll("input[name=password]"));
        Assert.NotEmpty((await site.Visitor().PageAsync(second)).QuerySelectorAll("input[name=password]"));
        await administrator.SendFormAsync($"/accounts/{person.Id}?handler=Disable", ("disabled", "true"));
        Assert.Empty((await site.Visitor().PageAsync(second)).QuerySelectorAll("input[name=password]"));
        await administrator.SendFormAsync($"/accounts/{person.Id}?handler=Disable", ("disabled", "false"));
        site.Clock.PassBy(StartLinks.Validity);
        Assert.Empty((await site.Visitor().PageAsync(second)).QuerySelectorAll("input[name=password]"));
    }

    [Theory]
    [InlineData("fullName", "")]
    [InlineData("userName", "quan.tri")]
    [InlineData("userName", "QUAN.TRI")]
    [InlineData("userName", "có dấu")]
    [InlineData("agency", "")]
    [InlineData("agency", "khong-co")]
    [InlineData("roles", "")]
    [InlineData("roles", "Emperor")]
    [InlineData("roles", "99")]
    public async Task Bad_input_is_refused_with_what_was_typed_kept(string field, string value)
    {
        (string Name, string Value)[] good = [("fullName", "Cán bộ Đầu mối"), ("userName", "dau.moi"), ("agency", "so-noi-vu"), ("roles", "FocalOfficer")];
        var page = await (await administrator.SendFormAsync("/accounts/new", [.. good.Where(v => v.Name != field), (field, value)])).ReadAsync();

        Assert.NotNull(page.QuerySelector($"#{field}-error"));
        if (field != "fullName") Assert.Equal("Cán bộ Đầu mối", page.QuerySelector("input[name=fullName]")!.GetAttribute("value"));
        await using var db = site.Db();
        Assert.Equal(1, await db.Users.CountAsync());
    }

    [Fact]
    public async Task The_last_administrator_can_neither_be_disabled_nor_lose_the_role()
    {
        await site.PersonAsync("thu", demonstration: true, roles: Role.Administrator);
        var disabled = await (await administrator.SendFormAsync($"/accounts/{administratorId}?handler=Disable", ("disabled", "true"))).ReadAsync();
        Assert.Contains("người quản trị cuối cùng", disabled.QuerySelector("main .op-errors")!.TextContent, StringComparison.Ordinal);
        var changed = await (await administrator.SendFormAsync($"/accounts/{administratorId}", ("fullName", "Tôi"), ("roles", "Reader"))).ReadAsync();
        Assert.Contains("người quản trị cuối cùng", changed.QuerySelector("main .op-errors")!.TextContent, StringComparison.Ordinal);

        await site.PersonAsync("quan.tri.2", Password, roles: Role.Administrator);
        await administrator.SendFormAsync($"/accounts/{administratorId}", ("fullName", "Tôi"), ("roles", "Reader"));
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync(new Uri("/accounts", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Two_administrators_who_disable_each_other_at_once_leave_one()
    {
        var other = await site.PersonAsync("quan.tri.2", Password, roles: Role.Administrator);
        var second = site.Visitor();
        await second.SignInAsync("quan.tri.2", Password);
        var tokens = (await administrator.FormTokenAsync($"/accounts/{other.Id}"), await second.FormTokenAsync($"/accounts/{administratorId}"));
        await Task.WhenAll(
            administrator.PostFormAsync($"/accounts/{other.Id}?handler=Disable", tokens.Item1, ("disabled", "true")),
            second.PostFormAsync($"/accounts/{administratorId}?handler=Disable", tokens.Item2, ("disabled", "true")));

        await using var db = site.Db();
        Assert.Equal(1, await db.Users.CountAsync(u => !u.Disabled));
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_log_with_before_and_after()
    {
        var person = await site.PersonAsync("doi.vai", Password, roles: Role.Reader);
        await administrator.SendFormAsync($"/accounts/{person.Id}", ("fullName", "Tên Mới"), ("agency", "so-noi-vu"), ("roles", "FocalOfficer"));
        var page = await administrator.PageAsync($"/audit?subject=account/{person.Id}&action=ChangeAccount");

        var row = Assert.Single(page.QuerySelectorAll("main tbody tr"));
        Assert.Contains("Người quan.tri", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đổi tài khoản", row.TextContent, StringComparison.Ordinal);
        var roles = row.QuerySelectorAll("li").Single(li => li.TextContent.StartsWith("Vai trò", StringComparison.Ordinal));
        Assert.Equal(("Người xem", "Cán bộ đầu mối"), (roles.QuerySelector("del")!.TextContent, roles.QuerySelector("ins")!.TextContent));
    }

    [Fact]
    public async Task The_list_is_searched_without_accents_and_filtered_by_role_and_state()
    {
        var officer = await site.PersonAsync("dau.moi", Password, agency: AgencyId.Parse("so-noi-vu"), roles: Role.FocalOfficer);
        await administrator.SendFormAsync($"/accounts/{officer.Id}?handler=Disable", ("disabled", "true"));

        Assert.Equal(["Người dau.moi"], await NamesAsync("/accounts?q=so+noi+vu"));
        Assert.Equal(["Người dau.moi"], await NamesAsync("/accounts?role=FocalOfficer&state=closed"));
        Assert.Equal(["Người quan.tri"], await NamesAsync("/accounts?state=open"));
        Assert.Empty(await NamesAsync("/accounts?q=zzz"));
    }

    private async Task<List<string>> NamesAsync(string url) =>
        [.. (await administrator.PageAsync(url)).QuerySelectorAll("main tbody th a").Select(a => a.TextContent)];

    private async Task<string> NewLinkAsync(Guid id)
    {
        await administrator.SendFormAsync($"/accounts/{id}?handler=Link");
        return new Uri((await administrator.PageAsync($"/accounts/{id}")).QuerySelector("#start-link")!.TextContent).PathAndQuery;
    }
}
