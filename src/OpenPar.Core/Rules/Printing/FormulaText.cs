using OpenPar.Core.Rules.Kinds;
using static OpenPar.Core.Rules.Printing.AnnexPhrases;

namespace OpenPar.Core.Rules.Printing;

/// <summary>Rules in proportion: "Tính điểm theo công thức: (b/a)*điểm tối đa. Trong đó: …".</summary>
internal static class FormulaText
{
    public static IEnumerable<string> Lines(Linear rule)
    {
        var sum = string.Join(" + ", rule.Terms.Select(t => Term(rule, t)));
        if (rule.Constant is { } constant) sum += $" + {N(constant)}";
        yield return $"Tính điểm theo công thức: {sum}.{Where(rule.Facts)}";
        if (rule.ZeroBelow is { } floor) yield return $"Nếu tỷ lệ {Rate(rule, floor)} < {N(floor.Rate * 100)}% thì điểm đánh giá là 0.";
        if (rule.FullFrom is { } full) yield return $"Nếu tỷ lệ {Rate(rule, full)} >= {N(full.Rate * 100)}% thì đạt điểm tối đa.";
        if (rule.Denominator is { } denominator) yield return Zero(rule.WhenZero, denominator);
    }

    private static string Term(Linear rule, LinearTerm term)
    {
        var weight = term.Points is { } points ? N(points) : term.Share == 1 ? "điểm tối đa" : $"điểm tối đa*{N(term.Share * 100)}%";
        var slope = rule.FullAt is { } at ? $"/{N(at * 100)}%" : "";
        return rule.Denominator is { } over ? $"({term.Fact}/{over})*{weight}{slope}" : $"({term.Fact}*{weight}{slope})/100";
    }

    private static string Rate(Linear rule, RateThreshold threshold)
    {
        var over = threshold.Over.Count > 0 ? threshold.Over : [.. rule.Terms.Select(t => t.Fact)];
        var sum = string.Join("+", over);
        return (over.Count > 1 ? $"({sum})" : sum) + (rule.Denominator is { } by ? $"/{by}" : "");
    }
}
