using OpenPar.Core.Findings;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks;

/// <summary>Every point and threshold of a rule must stand in an official text of its leaf: a slip of one digit shows at once.</summary>
internal static class RuleAgainstText
{
    public static IEnumerable<Finding> Check(Criterion leaf)
    {
        if (leaf is not { Rule: { } rule, RuleText: { } text } || rule is Manual) yield break;
        var said = PointStatements.Numbers(string.Join('\n', new[] { text, leaf.Guidance, leaf.Note, leaf.Requirement }.OfType<string>())).ToHashSet();
        if (leaf.MaxPoints is { } max) said.Add(max);
        // "80%" may be held as 0.8, and "50%*điểm tối đa" as the points it makes of a part.
        foreach (var number in said.ToList()) said.Add(number / 100);
        var parts = rule.Walk().OfType<SumOfParts>().SelectMany(s => s.Parts).Select(p => p.Max).ToList();
        foreach (var number in said.Where(n => n <= 1).ToList()) said.UnionWith(parts.Select(part => part * number));
        var unsaid = rule.Walk().SelectMany(Numbers).Where(n => n != 0 && !said.Contains(n)).Distinct().Order().ToList();
        if (unsaid.Count == 0) yield break;
        var numbers = string.Join(", ", unsaid.Select(n => NumberText.Write(n)));
        yield return Finding.Warning(leaf.Code.ToString(), new($"Quy tắc dùng số không có trong văn bản: {numbers}.", $"The rule uses numbers that no text of the row has: {numbers}."), new("Đối chiếu điểm và ngưỡng của quy tắc với cách tính.", "Compare points and thresholds with the scoring text."));
    }

    private static IEnumerable<decimal> Numbers(Rule rule) => rule switch
    {
        Choice choice => choice.Options.Select(o => o.Points),
        Bands bands => Ladder(bands.Items),
        Linear linear => new[] { linear.ZeroBelow?.Rate, linear.FullFrom?.Rate, linear.FullAt, linear.Constant }.Concat(linear.Terms.Select(t => t.Points ?? (t.Share == 1 ? null : t.Share))).OfType<decimal>(),
        Increments steps => new[] { steps.Start, steps.Step, steps.Each, steps.Points ?? 0, steps.Cap ?? 0, steps.Below ?? 0 },
        Count count => count.Items.SelectMany(i => new[] { i.Points, i.Most ?? 0 }).Append(count.Cap ?? 0),
        SumOfParts sum => sum.Parts.Select(p => p.Max),
        Deduct deduct => deduct.Items.SelectMany(i => new[] { i.Points ?? 0, i.Percent is 100 ? 0 : i.Percent ?? 0, i.Most ?? 0 }).Append(deduct.Cap ?? 0),
        NoneElse none => none.Cases.Select(c => c.Points).Append(none.None ?? 0),
        ItemRatio items => Scale(items.Scale),
        Coverage coverage => Scale(coverage.Scale),
        Deadline deadline => deadline.Bands.Select(b => b.Points).Append(Math.Abs(deadline.Offset ?? 0)),
        Relative { Bands: { } bands } => Ladder(bands),
        _ => [],
    };

    private static IEnumerable<decimal> Scale(RateScale? scale) =>
        scale?.Bands is { } bands ? Ladder(bands) : new[] { scale?.ZeroBelow, scale?.FullFrom }.OfType<decimal>();

    // Bounds of 0 or 1 stand for "có", "không", "bằng", "tăng": words, not digits.
    private static IEnumerable<decimal> Ladder(IEnumerable<Band> bands) =>
        bands.SelectMany(b => new[] { b.Points, b.From ?? 0, b.To ?? 0 }.Where((n, i) => i == 0 || n != 1));
}
