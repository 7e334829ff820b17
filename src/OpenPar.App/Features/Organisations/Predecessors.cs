using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Organisations;

/// <summary>Whom an agency continues: a unit that was merged, split or renamed goes on with what its predecessors left.</summary>
internal static class Predecessors
{
    /// <summary>The agency itself, then those it continues, the nearest first.</summary>
    public static async Task<List<AgencyId>> WithAsync(OpenParDb db, AgencyId agency, CancellationToken cancellationToken)
    {
        // Where a reorganisation was taken back, its units go on with what was written at the agency that was to begin with it.
        var links = await db.Successions.Select(s => new { s.PredecessorId, s.SuccessorId })
            .Concat(db.ReturnedAgencies.Select(r => new { PredecessorId = r.AgencyId, SuccessorId = r.HeirId })).ToListAsync(cancellationToken);
        var agencies = new List<AgencyId> { agency };
        for (var at = 0; at < agencies.Count; at++)
            agencies.AddRange(links.Where(l => l.SuccessorId == agencies[at] && !agencies.Contains(l.PredecessorId)).Select(l => l.PredecessorId).Distinct().ToList());
        return agencies;
    }
}
