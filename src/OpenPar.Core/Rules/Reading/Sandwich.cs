using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Reads a figure between two signs: "0,8 ≤ b/a &lt; 1", "95% ≤ tỷ lệ &lt; 98%", "100% &gt; tỷ lệ ≥ 90%".</summary>
internal static class Sandwich
{
    private const int LongestFigure = 10;

    public static StatedRange? At(Tokens tokens, int index, int end)
    {
        if (Number(tokens, index, end) is not { } first || Sign(tokens, first.End) is not { } left || first.End >= end) return null;
        var at = first.End + 1;
        var middle = at;
        while (at < end && at - middle < LongestFigure && tokens[at].Kind is TokenKind.Word or TokenKind.Slash or TokenKind.Open or TokenKind.Close) at++;
        if (at == middle || Sign(tokens, at) is not { } right || right.Up != left.Up || Number(tokens, at + 1, end) is not { } second) return null;
        var (low, high) = left.Up ? ((first, left), (second, right)) : ((second, right), (first, left));
        var values = new Band { From = low.Item1.Value, FromOpen = low.Item2.Open, To = high.Item1.Value, ToOpen = high.Item2.Open, Points = 0 };
        var range = new StatedRange(values, first.Percent || second.Percent, new Span(index, second.End), default);
        return !range.Percent && high.Item1.Value <= 1 && Rated(tokens, middle, at) ? range.InPercent() : range;
    }

    /// <summary>Whether the words name a rate: "b/a", "tỷ lệ".</summary>
    public static bool Rated(Tokens tokens, int from, int to) => Ratio(tokens, from, to) is not null || tokens.Has(new Span(from, to), "tỷ lệ", "tỉ lệ");

    /// <summary>Where "b/a" stands in a stretch, with the place behind it.</summary>
    public static (int At, int End)? Ratio(Tokens tokens, int from, int to)
    {
        for (var i = from; i + 2 < to; i++)
        {
            if (FormulaReader.IsLetter(tokens[i].Lower) && tokens.IsKind(i + 1, TokenKind.Slash) && FormulaReader.IsLetter(tokens[i + 2].Lower)) return (i, i + 3);
        }

        return null;
    }

    private static (decimal Value, bool Percent, int End)? Number(Tokens tokens, int index, int end)
    {
        if (index >= end || !tokens.IsKind(index, TokenKind.Number)) return null;
        var percent = index + 1 < end && tokens.IsKind(index + 1, TokenKind.Percent);
        return (tokens[index].Number, percent, index + (percent ? 2 : 1));
    }

    // "≤" between a number and a figure leaves the number in; read from left to right.
    private static (bool Up, bool Open)? Sign(Tokens tokens, int at) => tokens[at].Kind switch
    {
        TokenKind.Less => (true, true),
        TokenKind.AtMost => (true, false),
        TokenKind.Greater => (false, true),
        TokenKind.AtLeast => (false, false),
        _ => null,
    };
}
