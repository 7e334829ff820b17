using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features;
using OpenPar.App.Features.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Accounts;

public sealed class ConfirmSecondFactorTests(Site site) : IClassFixture<Site>
{
    private const string Password = "một câu thật là dài";

    [Fact]
    public async Task A_code_confirms_once_and_a_recovery_code_too()
    {
        var person = await site.PersonAsync("ky", Password, roles: Role.Reader);
        var visitor = site.Visitor();
        await visitor.SignInAsync("ky", Password);
        var (app, codes) = await AuthenticatorApp.AddAsync(visitor, site.Clock, Password);
        var code = app.NextCode();

        Assert.Equal("code-missing", (await ConfirmAsync(person, new(" "))).Refusals[0].Code);
        Assert.Equal("code-wrong", (await ConfirmAsync(person, new(app.WrongCode))).Refusals[0].Code);
        Assert.Equal(SecondFactor.Authenticator, (await ConfirmAsync(person, new(code))).Value);
        Assert.Equal("code-used", (await ConfirmAsync(person, new(code))).Refusals[0].Code);
        Assert.Equal(SecondFactor.Recovery, (await ConfirmAsync(person, new(codes[0]))).Value);
        Assert.Equal("code-used", (await ConfirmAsync(person, new(codes[0]))).Refusals[0].Code);
        Assert.Equal(
            ["wrong-code", "confirmed: authenticator", "used-code", "confirmed: recovery", "used-code"],
            await site.OutcomesAsync(person.Id, nameof(ConfirmSecondFactor)));
    }

    [Fact]
    public async Task A_code_of_somebody_else_confirms_nothing()
    {
        var other = site.Visitor();
        await site.PersonAsync("ky-khac", Password, roles: Role.Reader);
        await other.SignInAsync("ky-khac", Password);
        var (foreign, _) = await AuthenticatorApp.AddAsync(other, site.Clock, Password);
        var person = await site.PersonAsync("ky-minh", Password, roles: Role.Reader);
        var visitor = site.Visitor();
        await visitor.SignInAsync("ky-minh", Password);
        await AuthenticatorApp.AddAsync(visitor, site.Clock, Password);

        Assert.Equal("code-wrong", (await ConfirmAsync(person, new(foreign.NextCode()))).Refusals[0].Code);
    }

    [Fact]
    public async Task Whoever_has_no_second_factor_is_told_where_to_add_one()
    {
        var person = await site.PersonAsync("ky-khong", Password, roles: Role.Reader);
        var refusal = (await ConfirmAsync(person, new("123456"))).Refusals[0];

        Assert.Equal("no-second-factor", refusal.Code);
        Assert.Contains("/account", refusal.Message.Vi, StringComparison.Ordinal);
        Assert.Empty(await site.OutcomesAsync(person.Id, nameof(ConfirmSecondFactor)));
    }

    [Fact]
    public async Task A_played_role_confirms_without_proof_and_the_answer_says_so()
    {
        var played = await site.PersonAsync("thu.ky", demonstration: true, roles: Role.Reader);

        Assert.Equal(SecondFactor.Demonstration, (await ConfirmAsync(played, new(null))).Value);
        Assert.Equal(["confirmed: demonstration"], await site.OutcomesAsync(played.Id, nameof(ConfirmSecondFactor)));
    }

    [Fact]
    public async Task A_passkey_of_the_person_confirms_and_its_counter_goes_on()
    {
        var (person, other) = (await site.PersonAsync("ky-khoa", Password, roles: Role.Reader), await site.PersonAsync("ky-trom", Password, roles: Role.Reader));
        var credential = await site.PasskeyAsync(person.Id);
        await site.PasskeyAsync(other.Id);

        Assert.Equal("passkey-needed", (await ConfirmAsync(person, new("123456"))).Refusals[0].Code);
        Assert.Equal(SecondFactor.Passkey, (await ConfirmAsync(person, new(null, new(Checked(credential, 9))))).Value);
        Assert.Equal("passkey-refused", (await ConfirmAsync(other, new(null, new(Checked(credential, 10))))).Refusals[0].Code);
        Assert.Equal("passkey-refused", (await ConfirmAsync(person, new(null, new(null)))).Refusals[0].Code);
        await using var db = site.Db();
        Assert.Equal(9u, (await db.UserPasskeys.SingleAsync(p => p.UserId == person.Id)).Data.SignCount);
    }

    [Theory]
    [InlineData("rac")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task An_invented_answer_of_a_passkey_is_refused_with_and_without_a_challenge(string credential)
    {
        var name = "ky." + Guid.NewGuid().ToString("N")[..12];
        var person = await site.PersonAsync(name, Password, roles: Role.Reader);
        await site.PasskeyAsync(person.Id);
        var visitor = site.Visitor();
        await visitor.SignInAsync(name, Password);
        var token = await visitor.FormTokenAsync("/account/confirm");
        var without = await (await visitor.PostFormAsync("/account/confirm", token, ("credential", credential))).ReadAsync();
        var challenge = await (await visitor.PostFormAsync("/account/confirm?handler=Options", token)).Content.ReadAsStringAsync();
        var with = await (await visitor.PostFormAsync("/account/confirm", token, ("credential", credential))).ReadAsync();

        Assert.Contains("\"allowCredentials\":[{", challenge, StringComparison.Ordinal);
        Assert.Contains("\"userVerification\":\"required\"", challenge, StringComparison.Ordinal);
        foreach (var page in new[] { without, with })
            Assert.Contains("khoá truy cập", page.QuerySelector("main .op-errors li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["passkey-refused", "passkey-refused"], await site.OutcomesAsync(person.Id, nameof(ConfirmSecondFactor)));
    }

    [Fact]
    public async Task The_page_confirms_through_its_form()
    {
        await site.PersonAsync("ky-trang", Password, roles: Role.Reader);
        var visitor = site.Visitor();
        await visitor.SignInAsync("ky-trang", Password);
        Assert.NotNull((await visitor.PageAsync("/account/confirm")).QuerySelector("main .op-note a[href='/account']"));
        var (app, _) = await AuthenticatorApp.AddAsync(visitor, site.Clock, Password);
        var wrong = await (await visitor.SendFormAsync("/account/confirm", ("code", app.WrongCode))).ReadAsync();
        Assert.NotNull(wrong.QuerySelector("#code-error"));
        var right = await visitor.SendFormAsync("/account/confirm", ("code", app.NextCode()));

        Assert.Equal("/account", right.Headers.Location!.OriginalString);
        Assert.Contains("Đã xác nhận bằng mã", (await visitor.PageAsync("/account")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Answer<SecondFactor>> ConfirmAsync(User person, ConfirmSecondFactor.Command command)
    {
        await using var scope = site.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().SignedInAs(person.Id, person.FullName, null, [Role.Reader], person.Demonstration);
        return await scope.ServiceProvider.GetRequiredService<ConfirmSecondFactor.Handler>().HandleAsync(command, default);
    }

    private static UserPasskeyInfo Checked(byte[] credential, uint count) =>
        new(credential, [9, 9], DateTimeOffset.UnixEpoch, count, ["internal"], isUserVerified: true, isBackupEligible: false, isBackedUp: false, [5], [6]);
}
