using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Rules.Printing;

namespace OpenPar.Core.Rules;

/// <summary>One line of a rule in words, with the lines below it.</summary>
/// <param name="Text">The line, in Vietnamese: the language of the official texts.</param>
/// <param name="Parts">Lines that belong below it.</param>
public sealed record RuleLine(string Text, IReadOnlyList<RuleLine> Parts)
{
    internal static RuleLine Of(string text, params IEnumerable<RuleLine> parts) => new(text, [.. parts]);
}

/// <summary>Says in Vietnamese words what an executable rule does, so that an officer can hold it against the official text.</summary>
public static class RuleWords
{
    /// <summary>The rule of a leaf in words.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="max">Maximum points of the leaf; null when unknown.</param>
    public static IReadOnlyList<RuleLine> Of(Rule rule, decimal? max)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return [.. Declared(rule), .. Computed(rule, max)];
    }

    private static IEnumerable<RuleLine> Declared(Rule rule) =>
        rule is Choice or Manual or SumOfParts || rule.Needs.Count == 0
            ? []
            : [RuleLine.Of("Kê khai:", rule.Needs.Select(f => RuleLine.Of(Fact(f))))];

    private static IEnumerable<RuleLine> Computed(Rule rule, decimal? max) => rule switch
    {
        Choice choice => [RuleLine.Of(choice.Label ?? "Chọn một mức:", choice.Options.Select(o => RuleLine.Of($"{o.Label}: {Points(o.Points)}")))],
        Bands bands => [RuleLine.Of($"{Measured(bands.Measure)}:", bands.Items.Select(b => RuleLine.Of($"{b.Label ?? b.Words(bands.Measure.Unit)}: {Points(b.Points)}"))), .. Zero(bands.WhenZero)],
        Linear linear => Formula(linear, max),
        IndexResult index => [RuleLine.Of($"Điểm = {index.Result.Name} × {Maximum(max)} / 100, theo kết quả {index.Index}.")],
        SumOfParts sum => [RuleLine.Of($"Cộng điểm các nội dung, không quá {Maximum(max)}:", sum.Parts.Select(p => new RuleLine($"{p.Label} (tối đa {Points(p.Max)})", Of(p.Rule, p.Max))))],
        Manual manual => [RuleLine.Of($"Chấm trực tiếp từ 0 đến {Maximum(max)}, có lý do bằng văn bản: {manual.Because}")],
        _ => AnnexText.Lines(rule, max).Select(line => RuleLine.Of(line)),
    };

    private static IEnumerable<RuleLine> Formula(Linear rule, decimal? max)
    {
        var terms = rule.Terms.Select(t => $"({t.Fact}/{rule.Denominator ?? "100"}) × {Weight(t, max)}{(rule.FullAt is { } at ? $" / {RuleText.N(at * 100)}%" : "")}");
        if (rule.Constant is { } constant) terms = terms.Append(RuleText.N(constant));
        yield return RuleLine.Of($"Điểm = {string.Join(" + ", terms)}, không quá {Maximum(max)}.");
        if (rule.ZeroBelow is { } floor) yield return RuleLine.Of($"Nếu {Rate(rule, floor)} dưới {RuleText.N(floor.Rate * 100)}% thì 0 điểm.");
        if (rule.FullFrom is { } full) yield return RuleLine.Of($"Nếu {Rate(rule, full)} từ {RuleText.N(full.Rate * 100)}% trở lên thì đạt điểm tối đa.");
        if (rule.Denominator is not null)
        {
            foreach (var line in Zero(rule.WhenZero)) yield return line;
        }
    }

    private static string Rate(Linear rule, RateThreshold threshold)
    {
        var over = threshold.Over.Count > 0 ? threshold.Over : [.. rule.Terms.Select(t => t.Fact)];
        var sum = string.Join(" + ", over);
        return over.Count > 1 ? $"({sum})/{rule.Denominator ?? "100"}" : $"{sum}/{rule.Denominator ?? "100"}";
    }

    private static string Weight(LinearTerm term, decimal? max) => term.Points is { } points
        ? RuleText.N(points)
        : term.Share == 1 ? Maximum(max) : $"{Maximum(max)} × {RuleText.N(term.Share * 100)}%";

    private static string Measured(Measure measure) => measure.Kind switch
    {
        MeasureKind.Sum => $"Theo tổng {string.Join(" + ", measure.Facts)}",
        MeasureKind.Decline => $"Theo mức giảm ({measure.Facts[1]} − {measure.Facts[0]})/{measure.Facts[1]}",
        MeasureKind.Value => $"Theo {measure.Facts[0]}",
        MeasureKind.Change => $"Theo mức chênh {measure.Facts[0]} − {measure.Facts[1]}",
        MeasureKind.Ratio => $"Theo tỷ lệ {measure.Facts[0]}/{measure.Facts[1]}",
        _ => $"Theo mức tăng ({measure.Facts[0]} − {measure.Facts[1]})/{measure.Facts[1]}",
    };

    private static IEnumerable<RuleLine> Zero(ZeroDenominator rule) => rule switch
    {
        ZeroDenominator.FullPoints => [RuleLine.Of("Mẫu số bằng 0: đạt điểm tối đa.")],
        ZeroDenominator.NoPoints => [RuleLine.Of("Mẫu số bằng 0: 0 điểm.")],
        _ => [],
    };

    private static string Fact(FactDefinition fact)
    {
        var unit = fact.Type == FactType.Percent ? " (%)" : fact.Unit is null ? "" : $" ({fact.Unit})";
        return $"{fact.Name}: {fact.Label}{unit}{(fact.AtMost is null ? "" : $", không lớn hơn {fact.AtMost}")}";
    }

    private static string Points(decimal points) => $"{RuleText.N(points)} điểm";

    private static string Maximum(decimal? max) => max is { } known ? Points(known) : "điểm tối đa";
}
