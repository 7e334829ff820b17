namespace OpenPar.Core.Rules.Reading;

/// <summary>Puts together what a writer or a scan took apart: "80 phần trăm", "0, 5".</summary>
internal static class Joins
{
    public static List<Token> Of(List<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        foreach (var token in tokens)
        {
            if (token.Is("trăm") && joined is [.., { Kind: TokenKind.Number }, var hundred] && hundred.Is("phần"))
                joined[^1] = new Token(TokenKind.Percent, "%", hundred.Start, token.End) { LineStart = hundred.LineStart };
            else if (token is { Kind: TokenKind.Number, Joined: false, Text: "5" or "25" or "50" or "75" }
                && joined is [.., { Kind: TokenKind.Colon }, { Kind: TokenKind.Number, Text: "0" or "1" or "2" } whole, { Kind: TokenKind.Comma or TokenKind.Dot, Joined: true }])
                Fraction(joined, whole, token);
            else
                joined.Add(token);
        }

        return joined;
    }

    // ": 0, 5 điểm": a blank slipped behind the decimal comma.
    private static void Fraction(List<Token> joined, Token whole, Token fraction)
    {
        joined.RemoveAt(joined.Count - 1);
        var value = whole.Number + (fraction.Number / (fraction.Text.Length == 1 ? 10 : 100));
        joined[^1] = new Token(TokenKind.Number, $"{whole.Text},{fraction.Text}", whole.Start, fraction.End, value) { Slip = true, Joined = whole.Joined, LineStart = whole.LineStart, AfterTab = whole.AfterTab };
    }
}
