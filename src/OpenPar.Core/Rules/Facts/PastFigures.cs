using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules;

/// <summary>A figure brought from the past.</summary>
/// <param name="Value">The sum; null when a part of it is unknown.</param>
/// <param name="Missing">Units and years without a figure, in order.</param>
public sealed record PastFigure(decimal? Value, IReadOnlyList<(string Unit, int Year)> Missing);

/// <summary>
/// Finds the figures of the year before, of the base year and of a window of years. A unit that was formed from others has the sum
/// of its predecessors' figures for the years before it existed; one missing figure leaves the sum unknown.
/// </summary>
public static class PastFigures
{
    /// <summary>True when the figure belongs to another year than the assessed one.</summary>
    public static bool IsPast(FactDefinition fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Provenance is FactProvenance.PreviousYear or FactProvenance.BaseYear;
    }

    /// <summary>
    /// Where the figure stood in its own year, in rows of this framework: as <see cref="FactDefinition.From"/> says, else the figure of the
    /// same row that the rule compares it with.
    /// </summary>
    /// <param name="rule">The rule of the row.</param>
    /// <param name="fact">One of its figures of the past.</param>
    /// <param name="row">Code of the row.</param>
    /// <returns>Null when nothing says which figure it was: a person enters it.</returns>
    public static FactOrigin? Origin(Rule rule, FactDefinition fact, string row)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(fact);
        if (fact.From is { } from) return from;
        var measures = rule.Walk().Select(r => r switch { Bands bands => bands.Measure, Increments steps => steps.Measure, _ => null });
        return measures.OfType<Measure>()
            .Where(m => m.Kind is MeasureKind.Change or MeasureKind.Growth or MeasureKind.Decline && m.Facts[1] == fact.Name)
            .Select(m => new FactOrigin(row, m.Facts[0])).FirstOrDefault();
    }

    /// <summary>The years a fact needs, oldest first.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="year">The assessed year.</param>
    public static IReadOnlyList<int> Years(FactDefinition fact, int year)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var last = fact.Provenance switch
        {
            FactProvenance.PreviousYear => year - 1,
            FactProvenance.BaseYear => fact.BaseYear ?? year,
            _ => year,
        };
        return [.. Enumerable.Range(last - (fact.Years ?? 1) + 1, fact.Years ?? 1)];
    }

    /// <summary>The figure of a fact, summed over its years and over the units that stood in those years.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="year">The assessed year.</param>
    /// <param name="unitsIn">The unit itself, or its predecessors, in a year.</param>
    /// <param name="figure">The figure of a unit in a year, or null.</param>
    public static PastFigure Of(FactDefinition fact, int year, Func<int, IReadOnlyList<string>> unitsIn, Func<string, int, decimal?> figure)
    {
        ArgumentNullException.ThrowIfNull(unitsIn);
        ArgumentNullException.ThrowIfNull(figure);
        decimal sum = 0;
        var missing = new List<(string, int)>();
        foreach (var one in Years(fact, year))
        {
            foreach (var unit in unitsIn(one))
            {
                if (figure(unit, one) is { } value) sum += value;
                else missing.Add((unit, one));
            }
        }

        return new PastFigure(missing.Count == 0 ? sum : null, missing);
    }
}
