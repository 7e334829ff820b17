using System.Globalization;
using System.Text.RegularExpressions;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Inverse;

/// <summary>The values of one figure at which the points may jump or turn; between two of them they only rise or only fall.</summary>
internal static partial class Turns
{
    public static IEnumerable<decimal> Of(Rule rule, string fact, FactSet facts, decimal max) => rule switch
    {
        Bands bands => Along(bands.Measure, fact, facts, bands.Items.SelectMany(Ends)),
        Increments steps => Along(steps.Measure, fact, facts, [steps.Start]),
        Linear linear => Whole(linear, fact, facts),
        NoneElse or Deduct { On: null } => [0, 1],
        Deduct deduct => [0, 1, .. Of(deduct.On!, fact, facts, max)],
        SurveyResult { Groups: { } groups } => groups.SelectMany(g => Sample(g, fact, facts)),
        Relative { Method: RelativeMethod.Rank } => [],
        Relative relative => Compared(relative, fact, facts),
        Formula formula => Written(string.Join(' ', (formula.Branches ?? []).SelectMany(b => new[] { b.When, b.Points }).Append(formula.Points)), facts, formula.Facts),
        DecisionTable { Table: { } table } decision => Written(string.Join(' ', table.Rows.SelectMany(r => r.When)), facts, decision.Facts),
        _ => rule.Inner.SelectMany(inner => Of(inner, fact, facts, max)),
    };

    // A formula turns where its figures meet the numbers written in it, alone or as a share of another figure.
    private static IEnumerable<decimal> Written(string text, FactSet facts, IReadOnlyList<FactDefinition> definitions)
    {
        var numbers = Number().Matches(text).Take(200).Select(m => decimal.Parse(m.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)).ToList();
        var wholes = definitions.Select(d => facts.Number(d.Name)).OfType<decimal>().Take(20).ToList();
        return numbers.SelectMany(n => wholes.SelectMany(w => new[] { n * w, n * w / 100, n + w, w - n }).Append(n)).Concat(wholes).Where(v => Math.Abs(v) < 1_000_000_000_000_000m);
    }

    [GeneratedRegex(@"[0-9]{1,9}(\.[0-9]{1,9})?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    private static IEnumerable<decimal> Ends(Band band) => new[] { band.From, band.To }.OfType<decimal>();

    // Where the measure meets a bound, solved for the figure.
    private static IEnumerable<decimal> Along(Measure measure, string fact, FactSet facts, IEnumerable<decimal> bounds)
    {
        if (!measure.Facts.Contains(fact)) return [];
        var second = measure.Facts.Count > 1 ? facts.Number(measure.Facts[1]) ?? 0 : 0;
        var others = measure.Facts.Where(f => f != fact).Sum(f => facts.Number(f) ?? 0);
        return bounds.Select(bound => measure.Kind switch
        {
            MeasureKind.Value => bound,
            MeasureKind.Change => bound + second,
            MeasureKind.Sum => bound - others,
            MeasureKind.Ratio => bound * second / 100,
            MeasureKind.Decline => second - (bound * second / 100),
            _ => second + (bound * second / 100),
        });
    }

    // Beyond the whole the parts are refused; below it points only rise.
    private static IEnumerable<decimal> Whole(Linear linear, string fact, FactSet facts)
    {
        if (linear.Terms.All(t => t.Fact != fact)) return [];
        var whole = linear.Denominator is null ? 100 : facts.Number(linear.Denominator) ?? 0;
        return [whole - linear.Terms.Where(t => t.Fact != fact).Sum(t => facts.Number(t.Fact) ?? 0)];
    }

    private static IEnumerable<decimal> Sample(SurveyGroup group, string fact, FactSet facts)
    {
        if (group.MinimumSample is not { } least || group.Options.All(o => o.Fact.Name != fact)) return [];
        return [least - group.Options.Where(o => o.Percent is not null && o.Fact.Name != fact).Sum(o => facts.Number(o.Fact.Name) ?? 0)];
    }

    private static IEnumerable<decimal> Compared(Relative rule, string fact, FactSet facts) =>
        fact != rule.Fact.Name ? [] : [0, facts.Number(rule.Best) ?? 0, facts.Number(rule.Worst) ?? 0];
}
