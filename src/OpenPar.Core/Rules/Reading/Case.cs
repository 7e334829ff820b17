using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Reading;

/// <summary>What the condition of a case looks at.</summary>
internal enum CaseKind
{
    /// <summary>A quality in words: a person says whether it holds.</summary>
    Words,

    /// <summary>A share in percent.</summary>
    Share,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>More, equal or less than a year ago or than assigned; the bounds are differences.</summary>
    Change,

    /// <summary>Growth over last year or the plan, in percent.</summary>
    Growth,

    /// <summary>A place in a ranking.</summary>
    Rank,

    /// <summary>All the cases that the others leave: "các trường hợp còn lại".</summary>
    Rest,

    /// <summary>Nothing of a kind: "Không có …"; zero of a count, or the negative of a quality.</summary>
    Nothing,
}

/// <summary>The condition of one case, taken apart.</summary>
/// <param name="Kind">What it looks at.</param>
/// <param name="Values">The bounds, for all kinds but words and rest.</param>
/// <param name="Noun">What is counted or compared, folded, to see whether cases speak of the same.</param>
/// <param name="NounWords">The same as it stands in the text.</param>
internal sealed record Case(CaseKind Kind, Band? Values, string Noun, string NounWords)
{
    /// <summary>What the growth or change is measured against, for change and growth.</summary>
    public Against Against { get; init; }

    /// <summary>True when nothing of the condition but the bounds and what is counted stands in the label.</summary>
    public bool AtHead { get; init; }

    /// <summary>The letters of "b/a" where the label names the share by them; null otherwise.</summary>
    public (string Part, string Whole)? Letters { get; init; }

    /// <summary>The year named in "so với năm 2021".</summary>
    public int? BaseYear { get; init; }

    /// <summary>The size of the ranked group in "01/34".</summary>
    public decimal? OutOf { get; init; }
}

/// <summary>What a change is measured against.</summary>
internal enum Against
{
    None,
    LastYear,
    BaseYear,
    Plan,
    Assigned,
}
