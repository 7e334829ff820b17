using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations;

/// <summary>The register of agencies as a whole.</summary>
internal static class Register
{
    /// <summary>All agencies, past ones included, by name in Vietnamese order.</summary>
    public static async Task<List<Agency>> RegisterAsync(this OpenParDb db, CancellationToken cancellationToken)
    {
        var records = await db.Agencies.AsNoTracking().ToListAsync(cancellationToken);
        return [.. records.Select(a => a.ToAgency()).OrderBy(a => a.Name, VietnameseText.Comparer)];
    }
}
