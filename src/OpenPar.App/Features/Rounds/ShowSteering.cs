using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Rounds;

/// <summary>How a round was steered: what happened to it, its extensions, the outages that gave some of them. People of a unit see what reaches them.</summary>
public static class ShowSteering
{
    /// <param name="Extension">The extension.</param>
    /// <param name="Reach">Name of the group or unit; null for all.</param>
    public sealed record ExtensionLine(RoundExtension Extension, string? Reach);

    /// <param name="Changes">What happened, the first first.</param>
    /// <param name="Extensions">Extensions in order of time.</param>
    /// <param name="Outages">Outages that gave some of them.</param>
    public sealed record View(IReadOnlyList<RoundChange> Changes, IReadOnlyList<ExtensionLine> Extensions, IReadOnlyList<Outage> Outages)
    {
        public bool Empty => Changes.Count == 0 && Extensions.Count == 0;
    }

    public sealed class Handler(OpenParDb db, Actor actor)
    {
        public async Task<View> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var changes = await db.RoundChanges.AsNoTracking().Where(c => c.RoundId == id).OrderBy(c => c.Id).ToListAsync(cancellationToken);
            var extensions = await db.Extensions.AsNoTracking().Where(e => e.RoundId == id).OrderBy(e => e.Id).ToListAsync(cancellationToken);
            var groups = await db.UnitGroups.AsNoTracking().Where(g => g.RoundId == id).ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
            var ids = extensions.Select(e => e.SheetId).OfType<SheetId>().ToList();
            var sheets = await db.Sheets.AsNoTracking().Where(s => ids.Contains(s.Id)).Join(db.Agencies, s => s.UnitId, a => a.Id, (s, a) => new { s.Id, s.UnitId, a.Name }).ToDictionaryAsync(s => s.Id, cancellationToken);
            var whole = actor.ScopeOf(Permission.ViewRounds) == Scope.Province;
            var lines = extensions.Where(e => whole || e.SheetId is not { } sheet || sheets[sheet].UnitId == actor.Agency)
                .Select(e => new ExtensionLine(e, e.SheetId is { } sheet ? sheets[sheet].Name : e.GroupId is { } group ? groups[group] : null)).ToList();
            var failed = lines.Select(l => l.Extension.OutageId).OfType<OutageId>().ToHashSet();
            return new View(changes, lines, await db.Outages.AsNoTracking().Where(o => failed.Contains(o.Id)).OrderBy(o => o.FailedFrom).ToListAsync(cancellationToken));
        }
    }
}
