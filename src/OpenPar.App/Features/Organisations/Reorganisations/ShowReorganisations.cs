using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core.Organisations.Reorganising;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>All reorganisations, the newest first.</summary>
public static class ShowReorganisations
{
    /// <param name="Record">The reorganisation.</param>
    /// <param name="Sources">Names of the agencies before.</param>
    /// <param name="Successors">Names of the agencies after.</param>
    /// <param name="AppliedAt">When it was carried out; null before.</param>
    /// <param name="RevokedAt">When it was taken back; null before.</param>
    public sealed record Line(ReorganisationRecord Record, IReadOnlyList<string> Sources, IReadOnlyList<string> Successors, DateTimeOffset? AppliedAt, DateTimeOffset? RevokedAt);

    public sealed class Handler(OpenParDb db)
    {
        public async Task<IReadOnlyList<Line>> HandleAsync(CancellationToken cancellationToken)
        {
            var records = await db.Reorganisations.AsNoTracking().OrderByDescending(r => r.CreatedAt).ToListAsync(cancellationToken);
            var applied = await db.ReorganisationApplications.AsNoTracking().Select(a => new { a.ReorganisationId, a.AppliedAt }).ToDictionaryAsync(a => a.ReorganisationId, a => a.AppliedAt, cancellationToken);
            var revoked = await db.ReorganisationRevocations.AsNoTracking().Select(r => new { r.ReorganisationId, r.RevokedAt }).ToDictionaryAsync(r => r.ReorganisationId, r => r.RevokedAt, cancellationToken);
            var names = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
            return [.. records.Select(r =>
            {
                var asked = ReorganisationJson.Read<Reorganisation>(r.Content);
                return new Line(r, [.. asked.Sources.Select(s => names.GetValueOrDefault(s, s.ToString()))], [.. asked.Successors.Select(s => s.Name)], applied.TryGetValue(r.Id, out var at) ? at : null, revoked.TryGetValue(r.Id, out var back) ? back : null);
            })];
        }
    }
}
