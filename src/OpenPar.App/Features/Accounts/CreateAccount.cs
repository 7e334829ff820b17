using OpenPar.App.Data;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Accounts;

/// <summary>Creates the account of a person, who chooses the password with a one-time link.</summary>
public static class CreateAccount
{
    public sealed record Command(string? FullName, string? UserName, string? Agency, IReadOnlyList<Role> Roles);

    /// <summary>The account and the token that follows <c>/start/</c>, shown this once.</summary>
    public sealed record Created(Guid UserId, string Token);

    public static class Refusals
    {
        public static Refusal OnlyPlayed => Refusal.Of(
            "only-played",
            "Đang dùng thử: vai trò dùng thử xem được danh sách nhưng không tạo và không đổi tài khoản thật.",
            "A played role sees the accounts but creates and changes none.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<Created>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (actor.Demonstration) return Refusals.OnlyPlayed;
            var (fullName, userName) = (VietnameseText.Clean(command.FullName), VietnameseText.Clean(command.UserName));
            var refusals = await AccountFields.CheckNamesAsync(db, fullName, userName, cancellationToken);
            refusals.AddRange(await AccountFields.CheckRolesAsync(db, command.Agency, command.Roles, cancellationToken));
            if (refusals.Count > 0) return refusals;

            var user = NewUser.Person(userName, fullName, AccountFields.Agency(command.Agency), command.Roles, time.GetUtcNow());
            db.Users.Add(user);
            var token = StartLinks.Add(db, user.Id, time);
            db.Record(actor, time, nameof(CreateAccount), $"account/{user.Id}", after: new { user.UserName, user.FullName, command.Agency, command.Roles });
            await db.SaveChangesAsync(cancellationToken);
            return new Created(user.Id, token);
        }
    }
}
