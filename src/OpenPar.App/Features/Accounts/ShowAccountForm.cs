using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Accounts;

/// <summary>What the form of an account offers to choose from.</summary>
public static class ShowAccountForm
{
    public sealed record Choice(AgencyId Id, string Name);

    public sealed class Handler(OpenParDb db)
    {
        /// <summary>Agencies people can work for, in Vietnamese order.</summary>
        public async Task<IReadOnlyList<Choice>> AgenciesAsync(CancellationToken cancellationToken)
        {
            var all = await db.Agencies.AsNoTracking().Where(a => a.Kind != AgencyKind.Class)
                .Select(a => new Choice(a.Id, a.Name)).ToListAsync(cancellationToken);
            return [.. all.OrderBy(a => a.Name, VietnameseText.Comparer)];
        }

        /// <summary>The agency of an account as the form holds it.</summary>
        public async Task<string?> AgencyOfAsync(Guid userId, CancellationToken cancellationToken) =>
            (await db.Users.AsNoTracking().Where(u => u.Id == userId).Select(u => u.AgencyId).SingleOrDefaultAsync(cancellationToken))?.ToString();
    }
}
