using System.Collections.Concurrent;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>What a piece of rule text is.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Percent,
    Colon,
    Semicolon,
    Comma,
    Dot,
    Slash,
    Times,
    Plus,
    Minus,
    Open,
    Close,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Equal,
    NewLine,

    /// <summary>The border of a table cell before a lone number: what follows are points.</summary>
    Cell,
    Mark,
}

/// <summary>One piece of rule text.</summary>
internal sealed class Token(TokenKind kind, string text, int start, int end, decimal number = 0)
{
    // Keywords are few and asked for at every place.
    private static readonly ConcurrentDictionary<string, string> FoldedKeywords = new(StringComparer.Ordinal);

    public TokenKind Kind { get; } = kind;

    public string Text { get; } = text;

    /// <summary>Place in the normal text, from 0.</summary>
    public int Start { get; } = start;

    /// <summary>Place behind the last character.</summary>
    public int End { get; } = end;

    /// <summary>Value of a number.</summary>
    public decimal Number { get; } = number;

    /// <summary>True when the number holds letters that a scan put in place of digits.</summary>
    public bool Slip { get; init; }

    /// <summary>True when nothing, not even a blank, stands between this piece and the one before.</summary>
    public bool Joined { get; init; }

    /// <summary>True for the first piece of a line.</summary>
    public bool LineStart { get; init; }

    /// <summary>True when a tab stands before this piece: it begins a cell of a table.</summary>
    public bool AfterTab { get; init; }

    /// <summary>Lower case.</summary>
    public string Lower { get; } = text.ToLowerInvariant();

    /// <summary>Lower case without marks.</summary>
    public string Folded { get; } = kind == TokenKind.Word ? VietnameseText.Fold(text) : text;

    /// <summary>True for a word that begins with a capital letter.</summary>
    public bool Capital => Kind == TokenKind.Word && char.IsUpper(Text[0]);

    /// <summary>True for a word of capitals: an abbreviation.</summary>
    public bool Abbreviation => Kind == TokenKind.Word && Text.Length > 1 && char.IsUpper(Text[0]) && char.IsUpper(Text[1]);

    /// <summary>The word itself, or the word typed without any marks.</summary>
    public bool Is(string word) =>
        Kind == TokenKind.Word && (Lower == word || (Lower == Folded && Folded == Fold(word)));

    /// <summary>The word with whatever marks: only where the neighbours leave no doubt, such as before a number.</summary>
    public bool Like(string word) => Kind == TokenKind.Word && Folded == Fold(word);

    public override string ToString() => Text;

    private static string Fold(string keyword) => FoldedKeywords.GetOrAdd(keyword, VietnameseText.Fold);
}
