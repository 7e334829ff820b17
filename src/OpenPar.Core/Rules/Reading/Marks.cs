namespace OpenPar.Core.Rules.Reading;

/// <summary>The marks that number contents, "(1)", "a)", "2.": read, though they become no part of the rule.</summary>
internal static class Marks
{
    public static void Book(Tokens tokens, Ledger ledger)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if ((tokens.Bullet(i) ?? Cells.Header(tokens, i)) is { } end) ledger.Book(new Span(i, end), "mark");
        }
    }
}
