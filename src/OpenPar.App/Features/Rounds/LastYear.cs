using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// What the same units got on the same rows the year before: one query for a whole round, over a continuation of another framework only
/// where a person confirmed it as "the same".
/// </summary>
public sealed class LastYear(OpenParDb db)
{
    /// <summary>A decided row of the year before.</summary>
    /// <param name="Row">The row.</param>
    /// <param name="Code">Its code then.</param>
    /// <param name="Points">Its points; null when it was left out.</param>
    /// <param name="Absence">Why there was nothing; null for an ordinary row.</param>
    /// <param name="SelfPoints">The unit's own points then.</param>
    public sealed record Past(RowId Row, CriterionCode Code, decimal? Points, RowAbsence? Absence, decimal? SelfPoints);

    private sealed record Found(AgencyId Unit, FrameworkId Framework, RoundId Round, DateTimeOffset Created, RowId Row, CriterionCode Code, decimal? Points, RowAbsence? Absence, decimal? SelfPoints);

    // Every look at a row asks it.
    private static readonly Func<OpenParDb, int, bool, List<AgencyId>, List<RowState>, IAsyncEnumerable<Found>> DecidedIn =
        EF.CompileAsyncQuery((OpenParDb db, int year, bool demonstration, List<AgencyId> units, List<RowState> states) =>
            from sheet in db.Sheets.AsNoTracking()
            where sheet.State != SheetState.Retired
            join earlier in db.Rounds on sheet.RoundId equals earlier.Id
            where earlier.Year == year && earlier.Demonstration == demonstration && earlier.State != RoundState.Draft && units.Contains(sheet.UnitId)
            join its in db.UnitGroups on sheet.GroupId equals its.Id
            join row in db.Rows on sheet.Id equals row.SheetId
            where states.Contains(row.State)
            select new Found(sheet.UnitId, its.FrameworkId, earlier.Id, earlier.CreatedAt, row.Id, row.Code, row.FinalPoints, row.Absence, row.SelfPoints));

    /// <summary>By unit and code of today. Rows of groups that are not among the given ones, or of units without a round last year, are missing.</summary>
    /// <param name="round">The round of today.</param>
    /// <param name="frameworks">The framework of each unit today.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyDictionary<(AgencyId Unit, CriterionCode Code), Past>> OfAsync(
        Round round, IReadOnlyDictionary<AgencyId, FrameworkId> frameworks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(frameworks);
        var (units, states) = (frameworks.Keys.ToList(), RowMachine.DecidedStates.ToList());
        var (year, demonstration) = (round.Year - 1, round.Demonstration);
        var found = await DecidedIn(db, year, demonstration, units, states).ToListAsync(cancellationToken);
        var codes = new Dictionary<(FrameworkId, FrameworkId), Dictionary<CriterionCode, CriterionCode>?>();
        var past = new Dictionary<(AgencyId, CriterionCode), Past>();
        foreach (var unit in found.GroupBy(f => f.Unit))
        {
            var newest = unit.MaxBy(f => f.Created)!.Round;
            foreach (var row in unit.Where(f => f.Round == newest))
            {
                var pair = (row.Framework, frameworks[row.Unit]);
                if (!codes.TryGetValue(pair, out var same)) codes[pair] = same = pair.Framework == pair.Item2 ? null : await SameAsync(pair.Framework, pair.Item2, cancellationToken);
                if (same is null) past[(row.Unit, row.Code)] = new Past(row.Row, row.Code, row.Points, row.Absence, row.SelfPoints);
                else if (same.TryGetValue(row.Code, out var today)) past[(row.Unit, today)] = new Past(row.Row, row.Code, row.Points, row.Absence, row.SelfPoints);
            }
        }

        return past;
    }

    private async Task<Dictionary<CriterionCode, CriterionCode>> SameAsync(FrameworkId from, FrameworkId to, CancellationToken cancellationToken)
    {
        var decisions = await FrameworkMappings.DecisionsAsync(db, from, to, cancellationToken);
        return decisions.Where(d => d.State != MappingState.Refused).Select(d => d.ToContinuation())
            .Where(c => c.Relation == MappingRelation.Same && c.From.Count == 1 && c.To.Count == 1).ToDictionary(c => c.From[0], c => c.To[0]);
    }
}
