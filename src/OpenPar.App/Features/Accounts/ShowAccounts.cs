using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Accounts;

/// <summary>The list of accounts.</summary>
public static class ShowAccounts
{
    /// <summary>Words of the name, user name or agency; a role; whether closed accounts are wanted. Null asks for all.</summary>
    public sealed record Query(string? Words = null, Role? Role = null, bool? Disabled = null);

    public sealed record Account(
        Guid Id, string FullName, string UserName, string? AgencyName, IReadOnlyList<Role> Roles, bool Disabled, bool Demonstration,
        bool HasPassword, bool HasPasskey, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt);

    public sealed class Handler(OpenParDb db)
    {
        public async Task<IReadOnlyList<Account>> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var users = db.Users.AsNoTracking();
            if (query.Role is { } role) users = users.Where(u => u.Grants.Any(g => g.Role == role));
            if (query.Disabled is { } disabled) users = users.Where(u => u.Disabled == disabled);
            var found = await Project(users).ToListAsync(cancellationToken);
            return
            [
                .. found
                    .Where(a => VietnameseText.Matches($"{a.FullName} {a.UserName} {a.AgencyName}", query.Words))
                    .OrderBy(a => a.FullName, VietnameseText.Comparer),
            ];
        }

        /// <summary>One account; null when there is none.</summary>
        public Task<Account?> OneAsync(Guid id, CancellationToken cancellationToken) =>
            Project(db.Users.AsNoTracking().Where(u => u.Id == id)).SingleOrDefaultAsync(cancellationToken);

        private IQueryable<Account> Project(IQueryable<Data.Model.Accounts.User> users) => users.Select(u => new Account(
            u.Id,
            u.FullName,
            u.UserName!,
            db.Agencies.Where(a => a.Id == u.AgencyId).Select(a => a.Name).SingleOrDefault(),
            u.Grants.Select(g => g.Role).ToList(),
            u.Disabled,
            u.Demonstration,
            u.PasswordHash != null,
            db.UserPasskeys.Any(p => p.UserId == u.Id),
            u.CreatedAt,
            u.LastSignInAt));
    }
}
