namespace OpenPar.Core.Rules.Reading;

/// <summary>Brings definitions that stand apart ("Gọi a là …", "(a là …; b là …)") to the formulas that use their letters.</summary>
internal static class Definitions
{
    /// <summary>The words of every letter defined apart; the first definition counts.</summary>
    public static IReadOnlyDictionary<string, Span> Of(IReadOnlyList<Statement> statements)
    {
        var all = new Dictionary<string, Span>(StringComparer.Ordinal);
        foreach (var notice in statements.OfType<DefinitionNotice>())
        {
            foreach (var (letter, words) in notice.Figures) all.TryAdd(letter, words);
        }

        return all;
    }

    /// <summary>The statements, formulas and measures with the definitions they lack.</summary>
    public static IReadOnlyList<Statement> Spread(IReadOnlyList<Statement> statements, IReadOnlyDictionary<string, Span> definitions) =>
        definitions.Count == 0 ? statements : [.. statements.Select(s => s switch
        {
            Formula formula => formula with { Figures = Filled(formula.Figures, formula.Value.Letters, definitions) },
            MeasureNotice measure => measure with { Figures = Filled(measure.Figures, measure.Measure.Facts, definitions) },
            _ => s,
        })];

    private static Dictionary<string, Span> Filled(IReadOnlyDictionary<string, Span> own, IEnumerable<string> letters, IReadOnlyDictionary<string, Span> definitions)
    {
        var filled = new Dictionary<string, Span>(own, StringComparer.Ordinal);
        foreach (var letter in letters)
        {
            if (definitions.TryGetValue(letter, out var words)) filled.TryAdd(letter, words);
        }

        return filled;
    }
}
