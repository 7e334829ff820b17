using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules;

/// <summary>What can be wrong with a rule in proportion.</summary>
internal static class LinearRuleLint
{
    /// <summary>Names the rule counts with.</summary>
    public static IEnumerable<string> Used(Linear linear) =>
        [.. linear.Terms.Select(t => t.Fact), .. linear.ZeroBelow?.Over ?? [], .. linear.FullFrom?.Over ?? [], .. linear.Denominator is { } d ? [d] : Array.Empty<string>()];

    public static IEnumerable<Finding> Check(Linear linear, string where)
    {
        if (linear.Terms.Count == 0)
            yield return Finding.Error(where, new("Công thức không có số hạng nào.", "The formula has no terms."), new("Thêm “terms”.", "Add “terms”."));
        if (linear.Terms.Any(t => t.Weight(1) < 0))
            yield return Finding.Error(where, new("Có trọng số âm.", "A weight is negative."), new("Trọng số phải từ 0 trở lên.", "Weights are 0 or more."));
        foreach (var rate in new[] { linear.ZeroBelow, linear.FullFrom }.OfType<RateThreshold>().Where(t => t.Rate is < 0 or > 1))
            yield return Finding.Error(where, new($"Ngưỡng {NumberText.Write(rate.Rate)} không phải tỷ lệ từ 0 đến 1.", $"The threshold {NumberText.Write(rate.Rate)} is not a rate from 0 to 1."), new("Viết 80% là 0.8.", "Write 80% as 0.8."));
        if (linear.ZeroBelow is { } floor && linear.FullFrom is { } full && floor.Rate > full.Rate)
            yield return Finding.Error(where, new("Ngưỡng 0 điểm cao hơn ngưỡng điểm tối đa.", "The rate for no points lies above the rate for full points."), new("Đối chiếu hai ngưỡng với văn bản.", "Compare both thresholds with the text."));
        foreach (var term in linear.Terms.Where(t => linear.Denominator is null && linear.Facts.Any(f => f.Name == t.Fact && f.Type != FactType.Percent)))
            yield return Finding.Error(where, new($"Không có mẫu số nên “{term.Fact}” phải là tỷ lệ phần trăm.", $"Without a denominator “{term.Fact}” must be a percentage."), new("Thêm “denominator” hoặc đổi kiểu thành percent.", "Add “denominator” or make it a percent."));
        if (linear.FullAt is <= 0 or > 1000)
            yield return Finding.Error(where, new("Tỷ lệ đạt điểm tối đa (“fullAt”) phải lớn hơn 0.", "“fullAt” must be over 0."), new("Viết 80% là 0.8.", "Write 80% as 0.8."));
        if (linear.Constant < 0)
            yield return Finding.Error(where, new("Điểm cố định là số âm.", "The constant is negative."), new("Điểm phải từ 0 trở lên.", "Points are 0 or more."));
        var counted = linear.Facts.Where(f => f.Name == linear.Denominator || linear.Terms.Any(t => t.Fact == f.Name)).ToList();
        if (linear.Denominator is not null)
        {
            foreach (var finding in MeasureLint.Alike(counted, where)) yield return finding;
        }
    }
}
