using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>Closes an account, or opens it again. Its sessions end at once; what the person did stays.</summary>
public static class DisableAccount
{
    public sealed record Command(Guid UserId, bool Disabled);

    public static class Refusals
    {
        public static Refusal Unknown => Refusal.Of("unknown", "Không có tài khoản này.", "There is no such account.");

        public static Refusal Played => Refusal.Of(
            "played", "Tài khoản dùng thử thuộc dữ liệu minh hoạ và không đổi được.", "Accounts of the demonstration cannot be changed.");

        public static Refusal LastAdministrator => Refusal.Of(
            "last-administrator",
            "Đây là người quản trị cuối cùng: hãy trao quyền quản trị cho người khác trước.",
            "This is the last administrator: give the role to somebody else first.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<Guid>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (actor.Demonstration) return CreateAccount.Refusals.OnlyPlayed;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await Administrators.AloneAsync(db, cancellationToken);
            var user = await db.Users.Include(u => u.Grants).SingleOrDefaultAsync(u => u.Id == command.UserId, cancellationToken);
            if (user is null) return Refusals.Unknown;
            if (user.Demonstration) return Refusals.Played;
            if (user.Disabled == command.Disabled) return user.Id;
            if (command.Disabled && user.Grants.Any(g => g.Role == Role.Administrator)
                && !await Administrators.ExistAsync(db, user.Id, cancellationToken))
            {
                return Refusals.LastAdministrator;
            }

            db.Record(actor, time, nameof(DisableAccount), $"account/{user.Id}", new { user.Disabled }, new { command.Disabled });
            user.Disabled = command.Disabled;
            user.SecurityStamp = NewUser.Stamp();
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return user.Id;
        }
    }
}
