using OpenPar.Core.Rules.Kinds;
using static OpenPar.Core.Rules.Printing.AnnexPhrases;

namespace OpenPar.Core.Rules.Printing;

/// <summary>Rates of lists: "Tính theo tỷ lệ cơ quan đạt điều kiện: Số đang sử dụng không quá Số được giao."</summary>
internal static class ListText
{
    public static IEnumerable<string> Lines(ItemRatio rule)
    {
        var all = rule.Conditions.Count > 1 ? "tất cả các điều kiện" : "điều kiện";
        yield return $"Tính theo tỷ lệ {Lower(rule.List.Label)} đạt {all}: {string.Join("; ", rule.Conditions.Select(c => c.Words(rule.List.Columns ?? [])))}.";
        foreach (var line in Rated(rule.Scale)) yield return line;
        yield return rule.WhenZero switch
        {
            ZeroDenominator.FullPoints => "Trường hợp không có mục nào thì đạt điểm tối đa.",
            ZeroDenominator.NoPoints => "Trường hợp không có mục nào thì điểm đánh giá là 0.",
            _ => "",
        };
    }

    public static IEnumerable<string> Lines(Coverage rule)
    {
        var day = rule.AsOf is { } asOf ? $", áp dụng vào ngày {RuleText.D(asOf)}" : "";
        yield return $"Tính theo tỷ lệ {Lower(rule.List.Label)} so với danh mục {rule.Reference.Name}{day}.";
        foreach (var version in rule.Reference.Versions)
        {
            var source = version.Source is null ? "" : $" ({version.Source})";
            yield return $"Danh mục từ ngày {RuleText.D(version.From)}{source}: {string.Join("; ", version.Items)}.";
        }

        foreach (var line in Rated(rule.Scale)) yield return line;
    }

    private static IEnumerable<string> Rated(RateScale? scale)
    {
        if (scale?.Bands is { } bands) return Ladder(bands, "%");
        return
        [
            "Tính điểm theo công thức: tỷ lệ*điểm tối đa.",
            scale?.ZeroBelow is { } floor ? $"Nếu tỷ lệ dưới {N(floor * 100)}% thì điểm đánh giá là 0." : "",
            scale?.FullFrom is { } full ? $"Nếu tỷ lệ từ {N(full * 100)}% trở lên thì đạt điểm tối đa." : "",
        ];
    }
}
