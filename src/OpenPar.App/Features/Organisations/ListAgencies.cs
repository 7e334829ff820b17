using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations;

/// <summary>All agencies in order of their names, for lists to choose from; those that exist on no day are left out.</summary>
public static class ListAgencies
{
    public sealed class Handler(OpenParDb db)
    {
        public async Task<IReadOnlyList<Agency>> HandleAsync(CancellationToken cancellationToken)
        {
            var records = await db.Agencies.AsNoTracking().ToListAsync(cancellationToken);
            return [.. records.Select(a => a.ToAgency()).Where(a => !a.Void).OrderBy(a => a.Name, VietnameseText.Comparer)];
        }
    }
}
