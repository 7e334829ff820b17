using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>The order of importance that a list of allowed values gives.</summary>
internal static class ValueRanking
{
    /// <summary>The listed values, most important first; empty when the text is a condition and not a list.</summary>
    public static IReadOnlyList<object?> Of(string text, FeelNames names) =>
        FeelExpression.Parse($"[{text}]", names).Value?.Run(FeelScope.Empty, new FeelRun()).Value is FeelList list ? list : [];

    /// <summary>The place of a value among them; one past the last when it is not there.</summary>
    public static int RankOf(object? value, IReadOnlyList<object?> ranking)
    {
        for (var i = 0; i < ranking.Count; i++)
            if (FeelComparison.AreEqual(value, ranking[i]) == true || (ranking[i] is FeelRange range && range.Contains(value) == true)) return i;
        return ranking.Count;
    }
}
