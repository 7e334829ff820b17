using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Accounts;

public sealed class AddPasskeyTests(Site site) : IClassFixture<Site>
{
    private const string Password = "một câu thật là dài", Page = "/account/passkeys/new";

    [Fact]
    public async Task An_open_session_alone_gets_no_challenge_and_stores_nothing()
    {
        var (visitor, id) = await SignedInAsync("khoa-phien-mo");
        var token = await visitor.FormTokenAsync(Page);
        var challenge = await visitor.PostFormAsync(Page + "?handler=Options", token);
        var stored = await visitor.PostFormAsync(Page, token, ("credential", "{}"), ("name", "máy lạ"));

        Assert.Equal(HttpStatusCode.Forbidden, challenge.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stored.StatusCode);
        Assert.Contains("hãy xác nhận lại", (await stored.ReadAsync()).QuerySelector("main .op-errors li")!.TextContent, StringComparison.Ordinal);
        await using var db = site.Db();
        Assert.False(await db.UserPasskeys.AnyAsync(p => p.UserId == id));
    }

    [Fact]
    public async Task The_password_opens_the_second_step_for_five_minutes()
    {
        var (visitor, id) = await SignedInAsync("khoa-mat-khau");
        var token = await visitor.FormTokenAsync(Page);
        foreach (var (typed, field) in new[] { ("", "#password-error"), ("sai", "#password-error") })
        {
            var refused = await visitor.PostFormAsync(Page + "?handler=Proof", token, ("password", typed));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.NotNull((await refused.ReadAsync()).QuerySelector(field));
        }

        var seal = await SealAsync(visitor, token, ("password", Password));
        Assert.Contains("\"challenge\"", await (await visitor.PostFormAsync(Page + "?handler=Options", token, ("seal", seal))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        site.Clock.PassBy(AddPasskey.Time + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostFormAsync(Page + "?handler=Options", token, ("seal", seal))).StatusCode);
        Assert.Equal(["wrong-password", "confirmed"], await site.OutcomesAsync(id, nameof(ConfirmPassword)));
    }

    [Fact]
    public async Task The_proof_of_somebody_else_or_from_before_a_new_password_is_none()
    {
        var (visitor, _) = await SignedInAsync("khoa-minh");
        var (other, _) = await SignedInAsync("khoa-nguoi-khac");
        var token = await visitor.FormTokenAsync(Page);
        var foreign = await SealAsync(other, await other.FormTokenAsync(Page), ("password", Password));
        var own = await SealAsync(visitor, token, ("password", Password));
        Assert.Equal("/account", (await visitor.SendFormAsync("/account/password", ("current", Password), ("password", Password + " hơn"), ("passwordAgain", Password + " hơn"))).Headers.Location!.OriginalString);

        foreach (var seal in new[] { foreign, own, "rac", "AAAA", new string('A', 5000) })
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostFormAsync(Page + "?handler=Options", await visitor.FormTokenAsync(Page), ("seal", seal))).StatusCode);
    }

    [Fact]
    public async Task A_code_of_the_authenticator_does_instead_of_the_password_and_counts_once()
    {
        var (visitor, id) = await SignedInAsync("khoa-ma");
        var (app, _) = await AuthenticatorApp.AddAsync(visitor, site.Clock, Password);
        var token = await visitor.FormTokenAsync(Page);
        var code = app.NextCode();
        await SealAsync(visitor, token, ("code", code));
        var again = await (await visitor.PostFormAsync(Page + "?handler=Proof", token, ("code", code))).ReadAsync();

        Assert.NotNull(again.QuerySelector("#code-error"));
        Assert.Equal(["confirmed: authenticator", "used-code"], await site.OutcomesAsync(id, nameof(ConfirmSecondFactor)));
    }

    private static async Task<string> SealAsync(HttpClient visitor, string token, params (string Name, string Value)[] proof)
    {
        var page = await (await visitor.PostFormAsync(Page + "?handler=Proof", token, proof)).ReadAsync();
        return ((IHtmlInputElement)page.QuerySelector("form[data-passkey=create] input[name=seal]")!).Value;
    }

    private async Task<(HttpClient Visitor, Guid Id)> SignedInAsync(string name)
    {
        var person = await site.PersonAsync(name, Password, roles: Role.Reader);
        var visitor = site.Visitor();
        await visitor.SignInAsync(name, Password);
        return (visitor, person.Id);
    }
}
