using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules;

/// <summary>What can be wrong with bands: gaps, overlaps, impossible values, points that go up and down again.</summary>
internal static class BandLint
{
    private const decimal LargestBound = 1_000_000_000_000m;

    public static IEnumerable<Finding> Check(Bands rule, string where) =>
        rule.Measure.Facts.Count < (rule.Measure.Kind is MeasureKind.Value or MeasureKind.Sum ? 1 : 2)
            ? []
            : Check(rule.Items, MeasureRange.Of(rule.Measure, rule.Facts), rule.Measure.Unit, where);

    public static IEnumerable<Finding> Check(IReadOnlyList<Band> bands, MeasureRange range, string unit, string where)
    {
        if (bands.Any(b => b.Points < 0))
            yield return Finding.Error(where, new("Có mức điểm âm.", "Negative points are given."), new("Điểm phải từ 0 trở lên.", "Points are 0 or more."));
        if (bands.Any(b => Math.Abs(b.From ?? 0) > LargestBound || Math.Abs(b.To ?? 0) > LargestBound))
        {
            yield return Finding.Error(where, new("Cận của mức quá lớn.", "A bound is too large."), new("Kiểm tra đơn vị của cận.", "Check the unit of the bound."));
            yield break;
        }

        foreach (var fault in BandCoverage.Faults(bands, range))
        {
            var words = fault.Values.Words(unit);
            yield return fault.Fault switch
            {
                CoverageFault.Gap => Finding.Warning(where, new($"Không mức nào bao gồm giá trị {words}.", $"No band covers: {words}."), new("Đối chiếu các cận “từ/trên”, “đến/dưới” với văn bản.", "Compare open and closed ends with the text.")),
                CoverageFault.Overlap => Finding.Error(where, new($"Hai mức cùng bao gồm giá trị {words}.", $"Two bands cover: {words}."), new("Đối chiếu các cận “từ/trên”, “đến/dưới” với văn bản.", "Compare open and closed ends with the text.")),
                _ => Finding.Error(where, new($"Mức “{words}” không chứa giá trị nào có thể xảy ra.", $"The band “{words}” contains no possible value."), new("Sửa cận của mức.", "Mend the bounds.")),
            };
        }

        foreach (var finding in Order(bands, unit, where)) yield return finding;
    }

    // A ladder of words ("từ … trở lên", "dưới …") goes one way; points that turn are mostly a slip of the pen.
    private static IEnumerable<Finding> Order(IReadOnlyList<Band> bands, string unit, string where)
    {
        var ladder = bands.OrderBy(b => b.From ?? decimal.MinValue).ThenBy(b => b.To ?? decimal.MaxValue).ToList();
        var signs = ladder.Zip(ladder.Skip(1), (low, high) => Math.Sign(high.Points - low.Points)).Where(s => s != 0).ToList();
        if (signs.Distinct().Count() < 2) yield break;
        var points = string.Join(", ", ladder.Select(b => $"{b.Words(unit)}: {RuleText.N(b.Points)}"));
        yield return Finding.Warning(where, new("Điểm không đi một chiều theo giá trị.", "Points do not go one way along the values."), new("Đối chiếu điểm từng mức với văn bản.", "Compare the points of each band with the text.")) with { Why = new(points, points) };
    }
}
