using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules;

/// <summary>
/// Looks at a rule before anybody is scored by it: names, bands, options, parts, reach and source. Errors are rules that
/// would compute something wrong; warnings are places where the text leaves a case open or its points do not add up.
/// </summary>
public static class RuleLinter
{
    private const decimal LargestBound = 1_000_000_000_000m;

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
        findings.AddRange(Names(rule, where));
        findings.AddRange(Inside(rule, max, rule.Needs, where));
        return findings;
    }

    private static IEnumerable<Finding> Names(Rule rule, string where)
    {
        foreach (var twice in rule.Needs.GroupBy(f => f.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return Finding.Error(where, new($"Số liệu “{twice.Key}” khai báo {twice.Count()} lần.", $"The figure “{twice.Key}” is declared {twice.Count()} times."), new("Đặt tên riêng cho từng số liệu, ví dụ a1, a2.", "Give each figure its own name, such as a1, a2."));
        if (rule.Needs.Any(f => string.IsNullOrWhiteSpace(f.Name)))
            yield return Finding.Error(where, new("Có số liệu không có tên.", "A figure has no name."), new("Đặt tên, ví dụ a.", "Name it, such as a."));
    }

    private static IEnumerable<Finding> Inside(Rule rule, decimal? max, IReadOnlyList<FactDefinition> leaf, string where)
    {
        var own = rule switch
        {
            Choice choice => Options(choice, where),
            Bands bands => Used(bands.Facts, bands.Measure.Facts, leaf, where).Concat(BandsOf(bands, where)),
            Linear linear => Used(linear.Facts, UsedBy(linear), leaf, where).Concat(LinearRuleLint.Check(linear, where)),
            SumOfParts sum => Parts(sum, max, leaf, where),
            Manual manual when string.IsNullOrWhiteSpace(manual.Because) =>
                [Finding.Warning(where, new("Chấm trực tiếp nhưng không ghi lý do.", "Points by hand without a reason."), new("Ghi lý do ở “because”.", "State the reason in “because”."))],
            _ => [],
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
    }

    private static IEnumerable<Finding> Options(Choice choice, string where)
    {
        if (choice.Options.Count == 0)
            yield return Finding.Error(where, new("Quy tắc chọn không có phương án nào.", "The choice has no options."), new("Thêm các phương án kèm điểm.", "Add options with points."));
        foreach (var twice in choice.Options.GroupBy(o => o.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return Finding.Error(where, new($"Hai phương án cùng mã “{twice.Key}”.", $"Two options share the key “{twice.Key}”."), new("Đặt mã riêng cho từng phương án.", "Give each option its own key."));
        if (choice.Options.Any(o => o.Points < 0))
            yield return Negative(where);
    }

    private static IEnumerable<Finding> BandsOf(Bands bands, string where)
    {
        var figures = bands.Measure.Kind == MeasureKind.Value ? 1 : 2;
        if (bands.Measure.Facts.Count != figures)
        {
            yield return Finding.Error(where, new($"Đại lượng cần {figures} số liệu, đang có {bands.Measure.Facts.Count}.", $"The measure needs {figures} figures and has {bands.Measure.Facts.Count}."), new("Sửa “measure.facts”.", "Mend “measure.facts”."));
            yield break;
        }

        if (bands.Items.Any(b => b.Points < 0)) yield return Negative(where);
        if (bands.Items.Any(b => Math.Abs(b.From ?? 0) > LargestBound || Math.Abs(b.To ?? 0) > LargestBound))
        {
            yield return Finding.Error(where, new("Cận của mức quá lớn.", "A bound is too large."), new("Kiểm tra đơn vị của cận.", "Check the unit of the bound."));
            yield break;
        }

        foreach (var fault in BandCoverage.Faults(bands.Items, MeasureRange.Of(bands.Measure, bands.Facts)))
        {
            var words = fault.Values.Words(bands.Measure.Unit);
            yield return fault.Fault switch
            {
                CoverageFault.Gap => Finding.Warning(where, new($"Không mức nào bao gồm giá trị {words}.", $"No band covers: {words}."), new("Đối chiếu các cận “từ/trên”, “đến/dưới” với văn bản.", "Compare open and closed ends with the text.")),
                CoverageFault.Overlap => Finding.Error(where, new($"Hai mức cùng bao gồm giá trị {words}.", $"Two bands cover: {words}."), new("Đối chiếu các cận “từ/trên”, “đến/dưới” với văn bản.", "Compare open and closed ends with the text.")),
                _ => Finding.Error(where, new($"Mức “{words}” không chứa giá trị nào có thể xảy ra.", $"The band “{words}” contains no possible value."), new("Sửa cận của mức.", "Mend the bounds.")),
            };
        }
    }

    private static IEnumerable<Finding> Parts(SumOfParts sum, decimal? max, IReadOnlyList<FactDefinition> leaf, string where)
    {
        if (sum.Parts.Count == 0)
            yield return Finding.Error(where, new("Quy tắc tổng không có nội dung nào.", "The sum has no parts."), new("Thêm các nội dung.", "Add parts."));
        var total = sum.Parts.Sum(p => p.Max);
        if (max is { } most && sum.Parts.Count > 0 && total != most)
            yield return Finding.Warning(where, new($"Điểm các nội dung cộng thành {NumberText.Write(total)}, điểm tối đa là {NumberText.Write(most)}.", $"The parts add up to {NumberText.Write(total)}; the maximum is {NumberText.Write(most)}."), new("Đối chiếu điểm từng nội dung với văn bản.", "Compare the points of each part with the text."));
        for (var i = 0; i < sum.Parts.Count; i++)
        {
            foreach (var finding in Inside(sum.Parts[i].Rule, sum.Parts[i].Max, leaf, $"{where} ({i + 1})")) yield return finding;
        }
    }

    private static IEnumerable<Finding> Used(IReadOnlyList<FactDefinition> facts, IEnumerable<string> used, IReadOnlyList<FactDefinition> leaf, string where)
    {
        var names = used.Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in names.Where(n => facts.All(f => f.Name != n)))
            yield return Undeclared(name, where);
        foreach (var fact in facts.Where(f => f.AtMost is not null && leaf.All(other => other.Name != f.AtMost)))
            yield return Undeclared(fact.AtMost!, where);
        foreach (var fact in facts.Where(f => f.Type == FactType.Choice))
            yield return Finding.Error(where, new($"Số liệu “{fact.Name}” phải là số.", $"The figure “{fact.Name}” must be a number."), new("Sửa kiểu số liệu.", "Mend its type."));
        foreach (var fact in facts.Where(f => !names.Contains(f.Name) && facts.All(other => other.AtMost != f.Name)))
            yield return Finding.Warning(where, new($"Số liệu “{fact.Name}” không được dùng.", $"The figure “{fact.Name}” is not used."), new("Bỏ số liệu hoặc dùng trong quy tắc.", "Remove it or use it."));
    }

    private static IEnumerable<string> UsedBy(Linear linear) =>
        [.. linear.Terms.Select(t => t.Fact), .. linear.ZeroBelow?.Over ?? [], .. linear.FullFrom?.Over ?? [], .. linear.Denominator is { } d ? [d] : Array.Empty<string>()];

    private static Finding Undeclared(string name, string where) =>
        Finding.Error(where, new($"Số liệu “{name}” được dùng nhưng không khai báo.", $"The figure “{name}” is used but not declared."), new("Khai báo ở “facts” hoặc sửa tên.", "Declare it in “facts” or mend the name."));

    private static Finding Negative(string where) =>
        Finding.Error(where, new("Có mức điểm âm.", "Negative points are given."), new("Điểm phải từ 0 trở lên.", "Points are 0 or more."));
}
