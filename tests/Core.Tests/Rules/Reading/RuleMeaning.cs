using System.Globalization;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Rules.Reading;

/// <summary>
/// What a rule computes, in one line, without names and labels: <c>choice 1 | 0.5 | 0</c>; <c>bands share: [70..)=1 (..70)=0</c> with
/// closed and open ends; <c>linear 1 + 0.5; zero &lt; 80%; full &gt;= 90%; none full</c> (weights in points; "none" is a zero
/// denominator); <c>sum 1: 0.5 choice 0.5 | 0; …</c> (maximum of each part before its rule); <c>deduct from … : each 0.25 most 1</c>.
/// A ratio of two counts and a declared percentage are both a share.
/// </summary>
internal static class RuleMeaning
{
    public static string Of(Rule? rule, decimal? max) => rule switch
    {
        null => "none",
        Choice choice => $"choice {string.Join(" | ", choice.Options.Select(o => N(o.Points)))}",
        Bands bands => $"bands {Measured(bands.Measure, bands.Facts)}: {string.Join(' ', bands.Items.Select(Of))}{Zero(bands.WhenZero)}",
        Linear linear => Of(linear, max),
        Increments steps => $"increments {Measured(steps.Measure, steps.Facts)}: from {N(steps.Start)} = {N(steps.Points ?? 0)}, each {N(steps.Step)} = {N(steps.Each)}{(steps.Cap is { } cap ? $", most {N(cap)}" : "")}{(steps.Below is { } below ? $", below {N(below)}" : "")}{Zero(steps.WhenZero)}",
        Count count => $"count {string.Join(", ", count.Items.Select(i => N(i.Points) + (i.Most is { } most ? $" most {N(most)}" : "")))}{(count.Cap is { } cap ? $"; cap {N(cap)}" : "")}",
        SumOfParts sum => $"{(sum.AllOrNothing ? "all " : "sum ")}{N(sum.Parts.Sum(p => p.Max))}: {string.Join("; ", sum.Parts.Select(p => $"{N(p.Max)} {Of(p.Rule, p.Max)}"))}",
        Deduct deduct => $"deduct from {(deduct.On is { } on ? Of(on, max) : deduct.Start is { } start ? N(start) : "max")}: {string.Join(", ", deduct.Items.Select(Of))}{(deduct.Cap is { } cap ? $"; cap {N(cap)}" : "")}{(deduct.Floor is { } floor ? $"; floor {N(floor)}" : "")}",
        NoneElse none => $"none-else {(none.None is { } points ? N(points) : "max")} | {string.Join(" | ", none.Cases.Select(c => N(c.Points)))}",
        BestOf best => $"best: {string.Join("; ", best.Alternatives.Select(a => Of(a.Rule, max)))}",
        IndexResult => $"index {(max is { } m ? N(m) : "max")}",
        Manual manual => $"manual{(manual.From is { } from ? $" from {N(from)}" : "")}{(manual.To is { } to ? $" to {N(to)}" : "")}",
        Relative relative => $"relative {relative.Method} {(relative.LowerIsBetter ? "lowest" : "highest")}{(relative.Low is { } low ? $" from {N(low)}" : "")}{(relative.High is { } high ? $" to {N(high)}" : "")}: {string.Join(' ', (relative.Bands ?? []).Select(Of))}",
        SurveyResult { Result: not null } => "survey",
        Deadline late => $"deadline {late.Offset} {(late.WorkingDays ? "working days" : "days")}: {string.Join(' ', late.Bands.Select(Of))}{(late.Whether is null ? "" : $", never {N(late.Never ?? 0)}")}{(late.Excused is null ? "" : ", excused")}",
        Feed feed => $"feed {feed.System}: {Of(feed.Rule, max)}",
        _ => rule.GetType().Name,
    };

    private static string Of(Linear rule, decimal? max)
    {
        var terms = rule.Terms.Select(t => t.Points is { } points ? N(points) : max is { } known ? N(t.Weight(known)) : $"max×{N(t.Share)}");
        var text = $"linear {string.Join(" + ", terms)}";
        if (rule.Constant is { } constant) text += $"; plus {N(constant)}";
        if (rule.FullAt is { } at) text += $"; at {N(at * 100)}%";
        if (rule.FullFrom is { } full) text += $"; full >= {N(full.Rate * 100)}%{Over(rule, full)}";
        if (rule.ZeroBelow is { } floor) text += $"; zero < {N(floor.Rate * 100)}%{Over(rule, floor)}";
        return text + Zero(rule.WhenZero);
    }

    private static string Over(Linear rule, RateThreshold threshold)
    {
        var over = threshold.Over.Count == 0 ? rule.Terms.Count : threshold.Over.Count;
        return over == rule.Terms.Count ? "" : $" of {over}";
    }

    private static string Of(Band band) =>
        $"{(band.From is null || band.FromOpen ? "(" : "[")}{(band.From is { } from ? N(from) : "")}..{(band.To is { } to ? N(to) : "")}{(band.To is null || band.ToOpen ? ")" : "]")}={N(band.Points)}";

    private static string Of(DeductItem item)
    {
        var taken = item.Points is { } points ? N(points) : $"{N(item.Percent ?? 0)}%";
        return $"{(item.Fact.Type == FactType.YesNo ? "once" : "each")} {taken}{(item.Most is { } most ? $" most {N(most)}" : "")}";
    }

    private static string Measured(Measure measure, IReadOnlyList<FactDefinition> facts) => measure.Kind switch
    {
        MeasureKind.Ratio => "share",
        MeasureKind.Value when facts.First(f => f.Name == measure.Facts[0]) is { } figure =>
            figure.Type == FactType.Percent ? "share" : figure.Unit == MeasureRange.Place || figure.Label.Contains("hạng", StringComparison.OrdinalIgnoreCase) || figure.Label.Contains("vị trí", StringComparison.OrdinalIgnoreCase) ? "rank" : "count",
        _ => measure.Kind.ToString().ToLowerInvariant(),
    };

    private static string Zero(ZeroDenominator rule) => rule switch { ZeroDenominator.FullPoints => "; none full", ZeroDenominator.NoPoints => "; none 0", _ => "" };

    private static string N(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
