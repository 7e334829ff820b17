using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Accounts;

/// <summary>Who stands behind a session: one small query a request, so that a disabled account or a lost role counts at once.</summary>
public static class ShowSignedIn
{
    public sealed record Person(
        Guid Id, string FullName, AgencyId? Agency, string? AgencyName, bool Demonstration, string? SecurityStamp, IReadOnlyList<Role> Roles,
        bool OwesSecondFactor);

    public sealed class Handler(OpenParDb db)
    {
        // Played roles have nothing to prove, so they owe nothing.
        private static readonly Func<OpenParDb, Guid, IAsyncEnumerable<Flat>> Find = EF.CompileAsyncQuery((OpenParDb db, Guid id) =>
            from user in db.Users
            where user.Id == id && !user.Disabled
            from grant in db.Grants.Where(g => g.UserId == user.Id).DefaultIfEmpty()
            from agency in db.Agencies.Where(a => a.Id == user.AgencyId).DefaultIfEmpty()
            let owes = !user.Demonstration && grant != null && db.SecondFactorRoles.Any(r => r.Role == grant.Role)
                && !db.UserPasskeys.Any(p => p.UserId == user.Id) && !db.Authenticators.Any(a => a.UserId == user.Id)
            select new Flat(user.FullName, user.AgencyId, agency!.Name, user.Demonstration, user.SecurityStamp, grant == null ? null : grant.Role, owes));

        /// <summary>The person; null when there is no such account or it is disabled.</summary>
        public async Task<Person?> HandleAsync(Guid userId, CancellationToken cancellationToken)
        {
            var rows = await Find(db, userId).ToListAsync(cancellationToken);
            return rows is [var first, ..]
                ? new Person(
                    userId, first.FullName, first.AgencyId, first.AgencyName, first.Demonstration, first.SecurityStamp,
                    [.. rows.Where(r => r.Role is not null).Select(r => r.Role!.Value)], rows.Exists(r => r.Owes))
                : null;
        }

        private sealed record Flat(string FullName, AgencyId? AgencyId, string? AgencyName, bool Demonstration, string? SecurityStamp, Role? Role, bool Owes);
    }
}
