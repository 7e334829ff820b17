using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Accounts;

public sealed class PasskeyStoreTests(Site site) : IClassFixture<Site>
{
    private static readonly byte[] Credential = [1, 2, 3, 250, 251, 252];

    [Fact]
    public async Task A_passkey_is_stored_found_counted_up_and_removed()
    {
        var user = await site.PersonAsync("co.khoa", "8 ky tu+", roles: Role.Reader);
        await using (var scope = ScopeOf(user))
        {
            var add = scope.ServiceProvider.GetRequiredService<AddPasskey.Handler>();
            Assert.Equal("proof-missing", (await add.HandleAsync(new(Passkey(1), " Máy cơ quan ", null), default)).Refusals[0].Code);
            var seal = (await add.BeginAsync(PersonProof.Password, default)).Value;
            Assert.True((await add.HandleAsync(new(Passkey(1), " Máy cơ quan ", seal), default)).Done);
        }

        await using (var scope = ScopeOf(null))
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
            Assert.Equal(user.Id, (await users.FindByPasskeyIdAsync(Credential))!.Id);
            var answer = await scope.ServiceProvider.GetRequiredService<SignInWithPasskey.Handler>().HandleAsync(new(user.Id, Passkey(7)), default);
            Assert.True(answer.Done);
        }

        await using (var scope = ScopeOf(user))
        {
            var stored = Assert.Single(await scope.ServiceProvider.GetRequiredService<UserManager<User>>().GetPasskeysAsync(user));
            Assert.Equal(7u, stored.SignCount);
            Assert.Equal(["internal"], stored.Transports!);
            var remove = scope.ServiceProvider.GetRequiredService<RemovePasskey.Handler>();
            Assert.Equal("password-wrong", (await remove.HandleAsync(new(Credential, "sai"), default)).Refusals[0].Code);
            Assert.Equal("password-too-short", (await remove.HandleAsync(new(Credential, "8 ky tu+"), default)).Refusals[0].Code);
        }

        await using var db = site.Db();
        var hasher = site.App.Services.GetRequiredService<IPasswordHasher<User>>();
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(u => u.SetProperty(p => p.PasswordHash, hasher.HashPassword(user, "một câu thật là dài")));
        await using (var scope = ScopeOf(user))
            Assert.True((await scope.ServiceProvider.GetRequiredService<RemovePasskey.Handler>().HandleAsync(new(Credential, "một câu thật là dài"), default)).Done);
        Assert.False(await db.UserPasskeys.AnyAsync(p => p.UserId == user.Id));
        var actions = await db.AuditEntries.Where(e => e.Subject == $"account/{user.Id}").OrderBy(e => e.Id).Select(e => e.Action).ToListAsync();
        Assert.Equal([nameof(AddPasskey), nameof(SignInWithPasskey), nameof(RemovePasskey)], actions);
    }

    [Fact]
    public async Task A_passkey_of_a_disabled_account_does_not_sign_in()
    {
        var user = await site.PersonAsync("khoa.cu", null, roles: Role.Reader);
        await using var db = site.Db();
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(u => u.SetProperty(p => p.Disabled, true));
        await using var scope = ScopeOf(null);
        var answer = await scope.ServiceProvider.GetRequiredService<SignInWithPasskey.Handler>().HandleAsync(new(user.Id, Passkey(1)), default);

        Assert.Equal("refused", answer.Refusals[0].Code);
    }

    [Fact]
    public async Task A_played_role_gets_no_passkey()
    {
        var user = await site.PersonAsync("thu.khoa", demonstration: true, roles: Role.Reader);
        await using var scope = ScopeOf(user);

        Assert.Equal("played", (await scope.ServiceProvider.GetRequiredService<AddPasskey.Handler>().HandleAsync(new(Passkey(1), null, null), default)).Refusals[0].Code);
    }

    private AsyncServiceScope ScopeOf(User? user)
    {
        var scope = site.App.Services.CreateAsyncScope();
        if (user is not null)
            scope.ServiceProvider.GetRequiredService<Actor>().SignedInAs(user.Id, user.FullName, null, [Role.Reader], user.Demonstration);
        return scope;
    }

    private static UserPasskeyInfo Passkey(uint count) =>
        new(Credential, [9, 9], DateTimeOffset.UnixEpoch, count, ["internal"], isUserVerified: true, isBackupEligible: false, isBackedUp: false, [5], [6]);
}
