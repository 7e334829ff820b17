using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Reading;

/// <summary>What every builder of a part needs: the text, the account of its words, the doubts, the names of figures.</summary>
internal sealed class RuleDraft(Tokens tokens, Ledger ledger, string? title, bool surveyed, IReadOnlyList<string> suffixes, IReadOnlyDictionary<string, Span> definitions)
{
    public Tokens Tokens { get; } = tokens;

    public Ledger Ledger { get; } = ledger;

    public Doubts Doubts { get; } = new();

    /// <summary>Title of the criterion; null when unknown.</summary>
    public string? Title { get; } = title;

    /// <summary>True when a survey gives the points of the leaf: a degree without a scale is then what the survey measures.</summary>
    public bool Surveyed { get; } = surveyed;

    private string suffix = "";

    /// <summary>The rules of the contents built so far, in order of the text.</summary>
    public List<Rule> Contents { get; } = [];

    /// <summary>Names of figures that deductions took.</summary>
    public HashSet<string> Taken { get; } = new(StringComparer.Ordinal);

    /// <summary>The share that the content being built speaks of; null when its own words name it.</summary>
    public ShareNotice? Share { get; set; }

    /// <summary>How many contents the one being built lies within.</summary>
    public int Depth { get; set; }

    /// <summary>Before each booked part of the rule, such as <c>parts[0].</c></summary>
    public string Path { get; set; } = "";

    public void Book(Span span, string part) => Ledger.Book(span, Path + part);

    /// <summary>Builds one content; its figures get names of their own within the leaf.</summary>
    public Rule? Content(Func<Rule?> build)
    {
        suffix = Contents.Count < suffixes.Count ? suffixes[Contents.Count] : "";
        var rule = build();
        suffix = "";
        if (rule is not null) Contents.Add(rule);
        return rule;
    }

    /// <summary>What a letter stands for by a definition that stands apart; null without one.</summary>
    public string? Defined(string letter) => definitions.TryGetValue(letter, out var words) ? Ledger.Text(words) : null;

    /// <summary>The name of a figure within the leaf.</summary>
    public string Name(string letter) => suffix.Length > 0 && char.IsAsciiDigit(letter[^1]) ? $"{letter}_{suffix}" : letter + suffix;

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
