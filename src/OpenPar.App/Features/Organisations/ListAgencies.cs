using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations;

/// <summary>All agencies in order of their names, for lists to choose from.</summary>
public static class ListAgencies
{
    public sealed class Handler(OpenParDb db)
    {
        public async Task<IReadOnlyList<Agency>> HandleAsync(CancellationToken cancellationToken)
        {
            var records = await db.Agencies.AsNoTracking().ToListAsync(cancellationToken);
            return [.. records.Select(a => a.ToAgency()).OrderBy(a => a.Name, VietnameseText.Comparer)];
        }
    }
}
