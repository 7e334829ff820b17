using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Accounts;

/// <summary>Changes name, agency and roles of a person. They count from the person's next request.</summary>
public static class ChangeAccount
{
    public sealed record Command(Guid UserId, string? FullName, string? Agency, IReadOnlyList<Role> Roles);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<Guid>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (actor.Demonstration) return CreateAccount.Refusals.OnlyPlayed;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await Administrators.AloneAsync(db, cancellationToken);
            var user = await db.Users.Include(u => u.Grants).SingleOrDefaultAsync(u => u.Id == command.UserId, cancellationToken);
            if (user is null) return DisableAccount.Refusals.Unknown;
            if (user.Demonstration) return DisableAccount.Refusals.Played;

            var fullName = VietnameseText.Clean(command.FullName);
            var refusals = await AccountFields.CheckRolesAsync(db, command.Agency, command.Roles, cancellationToken);
            if (AccountNames.ProblemOfFullName(fullName) is { } unnamed) refusals.Add(new Refusal("full-name", unnamed, "fullName"));
            if (await LosesLastAdministratorAsync(user, command.Roles, cancellationToken)) refusals.Add(DisableAccount.Refusals.LastAdministrator);
            if (refusals.Count > 0) return refusals;

            var before = new { user.FullName, Agency = user.AgencyId?.ToString(), Roles = RolesOf(user) };
            user.FullName = fullName;
            user.AgencyId = AccountFields.Agency(command.Agency);
            user.Grants.RemoveAll(g => !command.Roles.Contains(g.Role));
            user.Grants.AddRange(command.Roles.Distinct().Except(RolesOf(user)).Select(role => new RoleGrant { UserId = user.Id, Role = role }));
            db.Record(
                actor, time, nameof(ChangeAccount), $"account/{user.Id}", before,
                new { user.FullName, Agency = user.AgencyId?.ToString(), Roles = RolesOf(user) });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return user.Id;
        }

        private static Role[] RolesOf(User user) => [.. user.Grants.Select(g => g.Role).Order()];

        private async Task<bool> LosesLastAdministratorAsync(User user, IReadOnlyList<Role> roles, CancellationToken cancellationToken) =>
            !user.Disabled
            && user.Grants.Any(g => g.Role == Role.Administrator)
            && !roles.Contains(Role.Administrator)
            && !await Administrators.ExistAsync(db, user.Id, cancellationToken);
    }
}
