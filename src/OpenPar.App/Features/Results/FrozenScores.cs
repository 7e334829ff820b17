using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Results;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Results;

/// <summary>Turns frozen units into the rows that papers print and standings are computed from.</summary>
public static class FrozenScores
{
    /// <summary>A unit with the tree of its rows; those left out take their empty fields with them.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="framework">Its framework.</param>
    /// <param name="visible">Which rows are wanted; null takes all.</param>
    public static UnitScores Of(FrozenUnit unit, Framework framework, Func<FrozenRow, bool>? visible = null)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(framework);
        var rows = unit.Rows.Where(r => visible is null || visible(r)).ToDictionary(r => r.Code);
        var above = rows.Keys.SelectMany(Ancestors).ToHashSet();
        var tree = framework.Criteria.Where(c => rows.ContainsKey(c.Code) || above.Contains(c.Code)).Select(c => rows.TryGetValue(c.Code, out var row) ? Leaf(c, row) : Node(c));
        return new UnitScores(unit.Name, ScoreSheetSums.Fill([.. tree])) { Bonus = unit.Points(AdjustmentKind.Bonus), Penalty = unit.Points(AdjustmentKind.Penalty) };
    }

    /// <summary>The units with their standings and places, in the order given.</summary>
    public static IReadOnlyList<FrozenUnit> Ranked(IReadOnlyList<FrozenUnit> units, Framework framework, RoundSettings settings)
    {
        ArgumentNullException.ThrowIfNull(units);
        List<Standing> standings = [.. units.Select(u => Of(u, framework).Standing(framework, settings))];
        var places = Places.Of([.. standings.Select(s => s.Complete ? s.Total : null)]);
        return [.. units.Select((u, i) => u with { Standing = standings[i], Rank = places[i] })];
    }

    private static IEnumerable<CriterionCode> Ancestors(CriterionCode code)
    {
        for (var parent = code.Parent; parent is { } above; parent = above.Parent) yield return above;
    }

    private static ScoreSheetRow Node(Criterion criterion) => new() { Code = criterion.Code, Title = criterion.Title, IsLeaf = false, MaxPoints = criterion.MaxPoints };

    private static ScoreSheetRow Leaf(Criterion criterion, FrozenRow row) => new()
    {
        Code = criterion.Code,
        Title = criterion.Title,
        IsLeaf = true,
        MaxPoints = criterion.MaxPoints,
        Declared = row.Declared,
        SelfPoints = row.SelfPoints,
        AppraisedPoints = row.Points,
        LeadAgencies = [.. row.Owners.Select(o => o.Name)],
        Evidence = row.Evidence,
        Explanation = row.Explanation,
        AppraiserReason = row.Reason,
        Status = RowStateNames.Of(row.State).Vi,
        NotApplicable = row.Absence is { } absence ? string.Join(": ", new[] { RowAbsenceNames.Of(absence).Vi, row.Explanation }.Where(t => !string.IsNullOrWhiteSpace(t))) : null,
        Dropped = row.Dropped,
    };
}
