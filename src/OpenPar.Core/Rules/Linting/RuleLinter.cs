using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules;

/// <summary>
/// Looks at a rule before anybody is scored by it: names, units, bands, options, parts, reach, period and source. Errors are rules
/// that would compute something wrong; warnings are places where the text leaves a case open or its points do not add up.
/// </summary>
public static class RuleLinter
{
    /// <summary>Everything found, in the order of the rule.</summary>
    /// <param name="rule">The rule of a leaf.</param>
    /// <param name="max">Maximum of the leaf; null when unknown, then reach is not judged.</param>
    /// <param name="where">The leaf, as findings should name it.</param>
    public static IReadOnlyList<Finding> Check(Rule rule, decimal? max, string where)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var findings = new List<Finding>();
        if (string.IsNullOrWhiteSpace(rule.Source))
            findings.Add(Finding.Warning(where, new("Quy tắc không ghi căn cứ.", "The rule names no source."), new("Ghi quyết định và dòng ở “source”.", "State the decision and row in “source”.")));
        findings.AddRange(FactLint.Check(rule, where));
        findings.AddRange(PeriodLint.Check(rule, where));
        findings.AddRange(Inside(rule, max, rule.Needs, where));
        return findings;
    }

    private static IEnumerable<Finding> Inside(Rule rule, decimal? max, IReadOnlyList<FactDefinition> leaf, string where)
    {
        var own = rule switch
        {
            Choice choice => ChoiceLint.Check(choice, where),
            Bands bands => FactLint.Used(bands.Facts, bands.Measure.Facts, leaf, where).Concat(MeasureLint.Check(bands.Measure, bands.Facts, where)).Concat(BandLint.Check(bands, where)),
            Linear linear => FactLint.Used(linear.Facts, LinearRuleLint.Used(linear), leaf, where).Concat(LinearRuleLint.Check(linear, where)),
            Increments steps => FactLint.Used(steps.Facts, steps.Measure.Facts, leaf, where).Concat(MeasureLint.Check(steps.Measure, steps.Facts, where)).Concat(KindLint.Check(steps, where)),
            Count count => FactLint.Used(count.Facts, count.Items.Select(i => i.Fact), leaf, where, FactType.List).Concat(KindLint.Check(count, where)),
            SumOfParts sum => Parts(sum, max, leaf, where),
            Manual manual when string.IsNullOrWhiteSpace(manual.Because) =>
                [Finding.Warning(where, new("Chấm trực tiếp nhưng không ghi lý do.", "Points by hand without a reason."), new("Ghi lý do ở “because”.", "State the reason in “because”."))],
            _ => KindLint.Check(rule, where).Concat(rule.Inner.SelectMany((inner, i) => Inside(inner, max, leaf, $"{where} ({i + 1})"))),
        };
        return max is { } most ? own.Concat(Reach(rule, most, where)) : own;
    }

    private static IEnumerable<Finding> Reach(Rule rule, decimal max, string where)
    {
        var reach = rule.Reach(max);
        var (reached, most) = (NumberText.Write(reach), NumberText.Write(max));
        if (reach > max)
            yield return Finding.Error(where, new($"Quy tắc cho tới {reached} điểm, quá điểm tối đa {most}.", $"The rule gives up to {reached} points, over the maximum of {most}."), new("Đối chiếu quy tắc và điểm tối đa với văn bản.", "Compare rule and maximum with the text."));
        else if (reach < max)
            yield return Finding.Warning(where, new($"Quy tắc chỉ cho tới {reached} điểm, không đạt được điểm tối đa {most}.", $"The rule gives {reached} points at most; the maximum of {most} cannot be reached."), new("Đối chiếu quy tắc và điểm tối đa với văn bản.", "Compare rule and maximum with the text."));
        if (rule.Least(max) < 0 && rule is not Deduct { Floor: not null } && !rule.Inner.Any())
            yield return Finding.Error(where, new("Có mức điểm âm.", "Negative points are given."), new("Điểm phải từ 0 trở lên, trừ khi văn bản cho trừ quá số điểm được.", "Points are 0 or more unless the text deducts more than was given."));
    }

    private static IEnumerable<Finding> Parts(SumOfParts sum, decimal? max, IReadOnlyList<FactDefinition> leaf, string where)
    {
        if (sum.Parts.Count == 0)
            yield return Finding.Error(where, new("Quy tắc tổng không có nội dung nào.", "The sum has no parts."), new("Thêm các nội dung.", "Add parts."));
        var total = sum.Parts.Sum(p => p.Max);
        if (max is { } most && sum.Parts.Count > 0 && total != most)
            yield return Finding.Warning(where, new($"Điểm các nội dung cộng thành {NumberText.Write(total)}, điểm tối đa là {NumberText.Write(most)}.", $"The parts add up to {NumberText.Write(total)}; the maximum is {NumberText.Write(most)}."), new("Đối chiếu điểm từng nội dung với văn bản.", "Compare the points of each part with the text."))
                with
            { Why = new(string.Join(" + ", sum.Parts.Select(p => NumberText.Write(p.Max))) + $" = {NumberText.Write(total)}", string.Join(" + ", sum.Parts.Select(p => NumberText.Write(p.Max))) + $" = {NumberText.Write(total)}") };
        for (var i = 0; i < sum.Parts.Count; i++)
        {
            foreach (var finding in Inside(sum.Parts[i].Rule, sum.Parts[i].Max, leaf, $"{where} ({i + 1})")) yield return finding;
        }
    }
}
