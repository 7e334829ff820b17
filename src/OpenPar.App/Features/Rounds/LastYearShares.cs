using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// The share of its maximum a unit had on each row the year before: of the same unit, or the only one that has become it, in the same framework
/// or over a continuation that a person confirmed as "the same".
/// </summary>
public sealed class LastYearShares(OpenParDb db, FrameworkCatalog frameworks)
{
    private sealed record Decided(AgencyId Unit, FrameworkId Framework, CriterionCode Code, decimal Points, DateTimeOffset CreatedAt);

    /// <summary>By unit of today and row of today's framework; units without any are left out.</summary>
    public async Task<Dictionary<AgencyId, IReadOnlyDictionary<CriterionCode, decimal>>> OfAsync(Round round, Framework framework, IReadOnlyCollection<AgencyId> units, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(units);
        var decided = await DecidedAsync(round, cancellationToken);
        var shares = new Dictionary<AgencyId, IReadOnlyDictionary<CriterionCode, decimal>>();
        if (decided.Count == 0) return shares;
        var register = (await db.RegisterAsync(cancellationToken)).ToDictionary(a => a.Id);
        var links = await db.Successions.AsNoTracking().Select(s => new Succession(s.PredecessorId, s.SuccessorId, s.EffectiveOn, s.Kind, s.Source)).ToListAsync(cancellationToken);
        var rows = decided.ToLookup(d => d.Unit);
        var maps = new Dictionary<FrameworkId, Dictionary<CriterionCode, CriterionCode>>();
        foreach (var unit in units)
        {
            var stood = UnitsOfYear.On(unit, new DateOnly(round.Year - 1, 12, 31), register, links);
            if (!stood.Whole || stood.Units is not [var before] || !rows.Contains(before)) continue;
            var newest = rows[before].MaxBy(d => d.CreatedAt)!;
            if (!maps.TryGetValue(newest.Framework, out var map)) maps[newest.Framework] = map = await MapAsync(newest.Framework, framework, cancellationToken);
            var earlier = await frameworks.GetAsync(db, newest.Framework, cancellationToken);
            var found = new Dictionary<CriterionCode, decimal>();
            foreach (var row in rows[before].Where(d => d.CreatedAt == newest.CreatedAt))
            {
                if (map.TryGetValue(row.Code, out var code) && earlier.Find(row.Code)?.MaxPoints is > 0 and var max) found[code] = Math.Clamp(row.Points / max, 0, 1);
            }

            if (found.Count > 0) shares[unit] = found;
        }

        return shares;
    }

    private async Task<List<Decided>> DecidedAsync(Round round, CancellationToken cancellationToken) => await (
        from other in db.Rounds
        where other.Year == round.Year - 1 && other.Demonstration == round.Demonstration && other.State != RoundState.Draft && other.Id != round.Id
        join sheet in db.Sheets on other.Id equals sheet.RoundId
        join its in db.UnitGroups on sheet.GroupId equals its.Id
        join row in db.Rows on sheet.Id equals row.SheetId
        where row.FinalPoints != null
        select new Decided(sheet.UnitId, its.FrameworkId, row.Code, row.FinalPoints!.Value, other.CreatedAt)).AsNoTracking().ToListAsync(cancellationToken);

    private async Task<Dictionary<CriterionCode, CriterionCode>> MapAsync(FrameworkId from, Framework to, CancellationToken cancellationToken)
    {
        if (from == to.Id) return to.Leaves.ToDictionary(l => l.Code, l => l.Code);
        var decisions = await FrameworkMappings.DecisionsAsync(db, from, to.Id, cancellationToken);
        return decisions.Where(d => d.State != MappingState.Refused).Select(d => d.ToContinuation())
            .Where(c => c.Relation == MappingRelation.Same && c.From.Count > 0 && c.To.Count > 0).DistinctBy(c => c.From[0]).ToDictionary(c => c.From[0], c => c.To[0]);
    }
}
