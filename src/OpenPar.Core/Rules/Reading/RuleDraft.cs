using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Reading;

/// <summary>What every builder of a part needs: the text, the account of its words, the doubts, the names of figures.</summary>
internal sealed class RuleDraft(Tokens tokens, Ledger ledger, string? title, bool surveyed)
{
    public Tokens Tokens { get; } = tokens;

    public Ledger Ledger { get; } = ledger;

    public Doubts Doubts { get; } = new();

    /// <summary>Title of the criterion; null when unknown.</summary>
    public string? Title { get; } = title;

    /// <summary>True when a survey gives the points of the leaf: a degree without a scale is then what the survey measures.</summary>
    public bool Surveyed { get; } = surveyed;

    /// <summary>Behind each figure's letter: "" for a rule of one content, "1", "2" … for the parts of a sum.</summary>
    public string Suffix { get; set; } = "";

    /// <summary>Before each booked part of the rule, such as <c>parts[0].</c></summary>
    public string Path { get; set; } = "";

    public void Book(Span span, string part) => Ledger.Book(span, Path + part);

    /// <summary>The name of a figure within the leaf.</summary>
    public string Name(string letter) => Suffix.Length > 0 && char.IsAsciiDigit(letter[^1]) ? $"{letter}_{Suffix}" : letter + Suffix;

    /// <summary>Points of a case; a share needs the maximum.</summary>
    public static decimal? Resolve(StatedPoints points, decimal? max) => points.Kind switch
    {
        PointsKind.Points => points.Value,
        PointsKind.ShareOfMax => points.Value * max,
        _ => null,
    };

    /// <summary>The band as a rule writes it: a bound of 100 % has no upper end unless the text gives one.</summary>
    public static Band Tidy(Band band, CaseKind kind) =>
        kind == CaseKind.Share && band is { From: 100, To: 100 } ? band with { To = null } : band;
}
