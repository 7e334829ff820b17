using OpenPar.Core.Rules.Kinds;
using static OpenPar.Core.Rules.Printing.AnnexPhrases;

namespace OpenPar.Core.Rules.Printing;

/// <summary>Surveys: "Điều tra xã hội học (SIPAS), người dân (trọng số 2, ít nhất 30 phiếu): rất hài lòng: 100%; không trả lời: không tính."</summary>
internal static class SurveyText
{
    public static IEnumerable<string> Lines(SurveyResult rule)
    {
        if (rule.Result is { } result)
        {
            var formula = result.Type == FactType.Percent ? $"({result.Name}*điểm tối đa)/100" : result.Name;
            yield return $"Điều tra xã hội học ({rule.Survey}). Tính điểm theo công thức: {formula}.{Where([result])}";
        }

        foreach (var group in rule.Groups ?? [])
        {
            var answers = group.Options.Select(o => $"{Lower(o.Fact.Label)}: {(o.Percent is { } p ? N(p) + "%" : "không tính")}");
            yield return $"Điều tra xã hội học ({rule.Survey}), {group.Label}{Counted(group)}: {string.Join("; ", answers)}.";
        }

        if (rule.Reversed) yield return "Tính ngược: mỗi phương án lấy 100% trừ đi tỷ lệ trên.";
    }

    private static string Counted(SurveyGroup group)
    {
        string?[] said = [group.Weight == 1 ? null : $"trọng số {N(group.Weight)}", group.MinimumSample is { } least ? $"ít nhất {least} phiếu" : null];
        return said.OfType<string>().ToList() is { Count: > 0 } words ? $" ({string.Join(", ", words)})" : "";
    }
}
