using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Organisations.Reorganising.Revoking;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>Makes the plan of taking a reorganisation back from what stands now; writes nothing.</summary>
public sealed class RevocationPlanning(OpenParDb db, RevocationReading reading)
{
    /// <param name="Asked">The reorganisation.</param>
    /// <param name="Plan">How it is taken back.</param>
    /// <param name="Now">What stands now.</param>
    /// <param name="Kept">What carrying out replaced.</param>
    internal sealed record Planned(Reorganisation Asked, RevocationPlan Plan, RevocationState Now, StoredTrace Kept)
    {
        /// <summary>A mark of everything a person must have seen.</summary>
        public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ReorganisationJson.Write(Plan))));
    }

    /// <summary>The plan of one that was carried out; a refusal when it was so before what it replaced was kept.</summary>
    internal async Task<Answer<Planned>> PlanAsync(ReorganisationRecord record, ReorganisationApplication applied, CancellationToken cancellationToken)
    {
        if (applied.Trace is null) return RevokeReorganisation.Refusals.NoTrace;
        var asked = ReorganisationJson.Read<Reorganisation>(record.Content);
        var kept = ReorganisationJson.Read<StoredTrace>(applied.Trace);
        var stored = await db.ReorganisationSteps.AsNoTracking().Where(s => s.ReorganisationId == record.Id).OrderBy(s => s.Number).Select(s => s.Step).ToListAsync(cancellationToken);
        List<ReorganisationStep> done = [.. stored.Select(ReorganisationJson.Read<ReorganisationStep>)];
        var now = await reading.ReadAsync(asked, applied, done, cancellationToken);
        var plan = RevocationPlan.Of(asked, done, ReorganisationJson.Read<ReorganisationState>(applied.State), kept.Trace, now);
        plan = plan with { Obstacles = [.. plan.Obstacles, .. RegisterChange.Problems(now, plan.Steps).Select(r => r.Message)] };
        return new Planned(asked, plan, now, kept);
    }
}
