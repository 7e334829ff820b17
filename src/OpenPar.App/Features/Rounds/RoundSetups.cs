using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>A stored round as the set-up it was made of.</summary>
internal static class RoundSetups
{
    public static async Task<(Round Round, RoundSetup Setup)?> SetupAsync(this OpenParDb db, RoundId id, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().Include(r => r.Groups).ThenInclude(g => g.Suppliers).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (round is null) return null;
        var units = (await db.LiveSheets.AsNoTracking().Where(s => s.RoundId == id).OrderBy(s => s.UnitId).Select(s => new { s.GroupId, s.UnitId }).ToListAsync(cancellationToken)).ToLookup(s => s.GroupId, s => s.UnitId);
        var groups = round.Groups.OrderBy(g => g.SortOrder).Select(g => new SetupGroup(
            g.Name, g.FrameworkId, [.. units[g.Id]], [.. g.Suppliers.OrderBy(s => s.Code).Select(s => new SetupSupply(s.Code, s.AgencyId))]));
        return (round, new RoundSetup(round.Title, round.Year, round.Way, round.Calendar, [.. groups], round.Settings));
    }
}
