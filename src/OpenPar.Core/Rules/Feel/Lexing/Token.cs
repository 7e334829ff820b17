namespace OpenPar.Core.Rules.Feel;

/// <summary>What a piece of text is.</summary>
internal enum TokenKind
{
    /// <summary>Letters and digits that begin with a letter; keywords too.</summary>
    Word,
    Number,
    String,

    /// <summary>An operator, a bracket, or any other sign, which may still be part of a name.</summary>
    Sign,
    End,
}

/// <summary>A piece of the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Number of characters.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
