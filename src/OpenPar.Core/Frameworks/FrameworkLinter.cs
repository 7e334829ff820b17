using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks;

/// <summary>
/// Looks at a whole framework before it is used: maxima at every level, methods and rules. What is unknown is reported
/// as unknown, never filled in. The order is that of the tree, so two runs print the same.
/// </summary>
public static class FrameworkLinter
{
    /// <summary>Everything found: the framework first, then its criteria in order.</summary>
    public static IReadOnlyList<Finding> Check(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var whole = framework.Id.ToString();
        var findings = new List<Finding>();
        if (framework.TotalPoints is null)
            findings.Add(Finding.Info(whole, new("Chưa biết tổng điểm của bộ chỉ số.", "The total of the framework is unknown."), new("Bổ sung khi có văn bản.", "Add it when a source gives it.")));
        findings.AddRange(Sum(whole, framework.TotalPoints, framework.Fields));
        findings.AddRange(ValidityLint.Check(framework));
        findings.AddRange(RuleGraph.Of(framework).Findings);
        foreach (var criterion in framework.Criteria)
            findings.AddRange(framework.IsLeaf(criterion.Code) ? Leaf(criterion).Concat(Period(criterion, framework)) : Node(criterion, framework));
        return findings;
    }

    /// <summary>Versions of one set whose years collide: for such a year nobody could say which version counts.</summary>
    public static IReadOnlyList<Finding> CheckVersions(IReadOnlyList<Framework> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var findings = new List<Finding>();
        for (var i = 0; i < versions.Count; i++)
        {
            for (var j = i + 1; j < versions.Count; j++)
            {
                if (versions[i].Id.Set != versions[j].Id.Set || versions[i].FirstYear is not { } first || versions[j].FirstYear is not { } second) continue;
                var (from, to) = (Math.Max(first, second), Math.Min(versions[i].LastYear ?? int.MaxValue, versions[j].LastYear ?? int.MaxValue));
                if (from > to) continue;
                findings.Add(Finding.Error(versions[j].Id.ToString(), new($"Cùng áp dụng với {versions[i].Id} từ năm {from}.", $"Counts together with {versions[i].Id} from {from} on."), new("Ghi năm cuối của bộ chỉ số cũ.", "State the last year of the older version.")));
            }
        }

        return findings;
    }

    private static IEnumerable<Finding> Period(Criterion leaf, Framework framework)
    {
        var starts = framework.FirstYear is { } first ? new DateOnly(first, 1, 1) : DateOnly.MinValue;
        // The year before is scored in the first months of the next, so a rule may begin until then.
        var ends = framework.LastYear is { } last and < 9998 ? new DateOnly(last + 1, 12, 31) : DateOnly.MaxValue;
        if (leaf.Rule is { } rule && (rule.ValidTo < starts || rule.ValidFrom > ends))
            yield return Finding.Error(leaf.Code.ToString(), new("Quy tắc không có hiệu lực trong các năm áp dụng bộ chỉ số.", "The rule is never valid in the years of the framework."), new("Sửa “validFrom”, “validTo”.", "Mend “validFrom” and “validTo”."));
    }

    private static IEnumerable<Finding> Node(Criterion node, Framework framework)
    {
        var where = node.Code.ToString();
        if (node.MaxPoints is null) yield return UnknownMaximum(where);
        foreach (var finding in Sum(where, node.MaxPoints, [.. framework.ChildrenOf(node.Code)])) yield return finding;
        if (node.Rule is not null)
            yield return Finding.Error(where, new("Tiêu chí có cấp dưới nhưng lại có quy tắc tính điểm.", "A criterion with children carries a rule."), new("Chuyển quy tắc xuống tiêu chí thành phần.", "Move the rule to the component criteria."));
    }

    private static IEnumerable<Finding> Leaf(Criterion leaf)
    {
        var where = leaf.Code.ToString();
        if (leaf.MaxPoints is null) yield return UnknownMaximum(where);
        if (leaf.Method == ScoringMethod.Unknown)
            yield return Finding.Info(where, new("Chưa biết điểm do tự đánh giá hay điều tra xã hội học.", "It is unknown whether the row is self-assessed or surveyed."), new("Bổ sung khi có văn bản.", "Add it when a source says so."));
        if (leaf is { Method: ScoringMethod.Survey, Rule: { } surveyed } && !SurveyLint.IsSurveyed(surveyed))
            yield return Finding.Error(where, new("Tiêu chí điều tra xã hội học không được có quy tắc tự chấm.", "A surveyed row must not carry a self-scored rule."), new("Bỏ quy tắc hoặc sửa hình thức đánh giá.", "Remove the rule or mend the method."));
        if (leaf is { Method: ScoringMethod.SelfAssessed, Rule: SurveyResult })
            yield return Finding.Warning(where, new("Tiêu chí tự đánh giá nhưng điểm lấy từ điều tra xã hội học.", "A self-assessed row takes its points from a survey."), new("Đặt “method: survey” hoặc sửa quy tắc.", "Set “method: survey” or mend the rule."));
        if (leaf is { Method: ScoringMethod.SelfAssessed, Rule: null })
            yield return Finding.Info(where, new("Chưa có quy tắc tính điểm; điểm được chấm trực tiếp, có lý do.", "No executable rule yet; points are given by hand with a reason."), new("Bổ sung quy tắc khi văn bản đủ rõ.", "Add the rule when the text decides."));
        if (leaf.Rule is Manual manual)
            yield return Finding.Info(where, new($"Chấm trực tiếp: {manual.Because}", $"Points by hand: {manual.Because}"), new("Hỏi cơ quan ban hành để có quy tắc thống nhất.", "Ask the issuing body for one rule."));
        if (leaf.Rule is not null)
        {
            foreach (var finding in RuleLinter.Check(leaf.Rule, leaf.MaxPoints, where)) yield return finding;
        }

        foreach (var finding in AnnexContradictions.Check(leaf).Concat(RuleAgainstText.Check(leaf))) yield return finding;
    }

    private static IEnumerable<Finding> Sum(string where, decimal? stated, IReadOnlyList<Criterion> children)
    {
        if (stated is not { } max || children.Count == 0) yield break;
        var known = children.Sum(c => c.MaxPoints ?? 0);
        var complete = children.All(c => c.MaxPoints is not null);
        var (sum, most) = (NumberText.Write(known), NumberText.Write(max));
        if (complete && known != max)
            yield return Finding.Error(where, new($"Điểm tối đa là {most} nhưng các mục dưới cộng thành {sum}.", $"The maximum is {most} but the rows below add up to {sum}."), new("Đối chiếu điểm từng mục với văn bản.", "Compare each maximum with the text."));
        else if (!complete && known > max)
            yield return Finding.Error(where, new($"Điểm tối đa là {most} nhưng riêng các mục đã biết cộng thành {sum}.", $"The maximum is {most} but the known rows below already add up to {sum}."), new("Đối chiếu điểm từng mục với văn bản.", "Compare each maximum with the text."));
    }

    private static Finding UnknownMaximum(string where) =>
        Finding.Info(where, new("Chưa biết điểm tối đa.", "The maximum is unknown."), new("Bổ sung khi có văn bản; không suy đoán.", "Add it when a source gives it; do not guess."));
}
