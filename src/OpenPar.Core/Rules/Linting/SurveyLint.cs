using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules;

/// <summary>What can be wrong with a survey rule.</summary>
internal static class SurveyLint
{
    public static IEnumerable<Finding> Check(SurveyResult rule, string where)
    {
        if (rule.Result is null == rule.Groups is null or { Count: 0 })
            yield return Finding.Error(where, new("Điểm điều tra lấy từ một kết quả hoặc tính từ các nhóm trả lời.", "Survey points come from one result or from groups of answers."), new("Giữ một trong “result”, “groups”.", "Keep one of “result” and “groups”."));
        foreach (var finding in FactLint.MustBe(rule.Result, "tỷ lệ phần trăm hoặc điểm", "a percentage or points", where, FactType.Percent, FactType.Number)) yield return finding;
        foreach (var group in rule.Groups ?? [])
        {
            if (group.Weight <= 0 || group.MinimumSample < 0)
                yield return Finding.Error(where, new($"Nhóm “{group.Label}” có trọng số hoặc cỡ mẫu không hợp lệ.", $"The group “{group.Label}” has an impossible weight or sample."), new("Trọng số phải lớn hơn 0.", "A weight is over 0."));
            if (group.Options.All(o => o.Percent is null))
                yield return Finding.Error(where, new($"Nhóm “{group.Label}” không có phương án trả lời nào được tính.", $"No answer of the group “{group.Label}” counts."), new("Ghi “percent” cho các phương án.", "Give the answers a “percent”."));
            if (group.Options.Any(o => o.Percent is < 0 or > 100))
                yield return Finding.Error(where, new($"Nhóm “{group.Label}” có phương án ngoài khoảng 0–100%.", $"An answer of “{group.Label}” is worth less than 0 or more than 100%."), new("Sửa “percent”.", "Mend “percent”."));
        }
    }

    /// <summary>True when all points come from a survey or another index, so that nobody scores the row itself.</summary>
    public static bool IsSurveyed(Rule rule) => rule switch
    {
        SurveyResult or IndexResult => true,
        Manual => false,
        _ => rule.Inner.Any() && rule.Inner.All(IsSurveyed),
    };
}
