using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Inverse;

/// <summary>The figures of a rule that somebody can still work on.</summary>
internal static class Levers
{
    public static IEnumerable<FactDefinition> Of(Rule rule)
    {
        var needs = rule.Needs;
        var given = rule.Walk().SelectMany(Given).Concat(needs.Select(f => f.AtMost)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return needs.Where(f => !given.Contains(f.Name) && f.Provenance is not (
            FactProvenance.PreviousYear or FactProvenance.BaseYear or FactProvenance.PlanTarget or FactProvenance.Group));
    }

    // The whole of a ratio, the day a deadline is counted from, the day of extraction: not a matter of working harder.
    private static IEnumerable<string?> Given(Rule rule) => rule switch
    {
        Linear linear => [linear.Denominator],
        Bands bands => Second(bands.Measure),
        Increments steps => Second(steps.Measure),
        Deadline deadline => [deadline.Due?.Name, deadline.Excused?.Name],
        Feed feed => [feed.ExtractedOn.Name],
        _ => [],
    };

    private static IEnumerable<string?> Second(Measure measure) =>
        measure.Kind is MeasureKind.Value or MeasureKind.Sum ? [] : measure.Facts.Skip(1);
}
