using OpenPar.Core.Rules.Kinds;
using static OpenPar.Core.Rules.Printing.AnnexPhrases;

namespace OpenPar.Core.Rules.Printing;

/// <summary>Deductions: "Mỗi văn bản chậm trừ 0,25 điểm, tối đa trừ 1 điểm."</summary>
internal static class DeductionText
{
    public static IEnumerable<string> Lines(Deduct rule, decimal? max)
    {
        if (rule.On is { } on)
        {
            foreach (var line in AnnexText.Lines(on, max)) yield return line;
        }

        if (rule.Start is { } start) yield return $"Điểm trước khi trừ: {N(start)}.";
        foreach (var item in rule.Items) yield return Line(item);
        if (rule.Cap is { } cap) yield return $"Tổng điểm trừ không quá {N(cap)} điểm.";
        if (rule.Floor is { } floor) yield return $"Điểm thấp nhất là {N(floor)}.";
    }

    private static string Line(DeductItem item)
    {
        var taken = item.Points is { } points ? $"{N(points)} điểm" : $"{N(item.Percent ?? 0)}% điểm";
        var most = item.Most is { } limit ? $", tối đa trừ {N(limit)} điểm" : "";
        return item.Fact.Type == FactType.YesNo
            ? $"{Upper(item.Fact.Label)} thì trừ {taken}{most}."
            : $"Mỗi {Lower(item.Fact.Label)} trừ {taken}{most}.";
    }
}
