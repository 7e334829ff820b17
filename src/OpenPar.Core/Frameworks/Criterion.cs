using OpenPar.Core.Rules;

namespace OpenPar.Core.Frameworks;

/// <summary>Where the points of a leaf come from.</summary>
public enum ScoringMethod
{
    /// <summary>The responsible agency declares figures; an appraiser checks them.</summary>
    SelfAssessed,

    /// <summary>A survey (điều tra xã hội học) gives the points; nobody scores the row itself.</summary>
    Survey,

    /// <summary>No source says which of the two.</summary>
    Unknown,
}

/// <summary>What happens to a row that does not apply to a unit. Chosen per criterion by the framework.</summary>
public enum NotApplicablePolicy
{
    /// <summary>The source does not say; a person decides with a reason.</summary>
    Unstated,

    /// <summary>Full points.</summary>
    FullPoints,

    /// <summary>The row leaves the denominator; the sheet is rescaled.</summary>
    Removed,

    /// <summary>No points.</summary>
    Zero,
}

/// <summary>One node of a framework: a field (lĩnh vực), criterion (tiêu chí) or component criterion (tiêu chí thành phần).</summary>
public sealed record Criterion
{
    /// <summary>Number in the tree.</summary>
    public required CriterionCode Code { get; init; }

    /// <summary>Title as printed, composed Unicode.</summary>
    public required string Title { get; init; }

    /// <summary>Maximum points, 0–100 in the official sets; null when no source gives it. Never guessed.</summary>
    public decimal? MaxPoints { get; init; }

    /// <summary>Where the points of the leaf come from.</summary>
    public ScoringMethod Method { get; init; } = ScoringMethod.Unknown;

    /// <summary>Scoring text of the annex, literally, lines kept; null when the annex has none.</summary>
    public string? RuleText { get; init; }

    /// <summary>How to score, from the guidance letter, literally; null when there is none.</summary>
    public string? Guidance { get; init; }

    /// <summary>A remark of the annex that belongs to the row, literally.</summary>
    public string? Note { get; init; }

    /// <summary>What full marks require, where an annex says so in its own column.</summary>
    public string? Requirement { get; init; }

    /// <summary>Documents that prove the row (tài liệu kiểm chứng), one entry each.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The executable rule; null where none has been confirmed yet and points are given by hand with a reason.</summary>
    public Rule? Rule { get; init; }

    /// <summary>What happens when the row does not apply to a unit.</summary>
    public NotApplicablePolicy NotApplicable { get; init; }

    /// <summary>Where the row stands in its document, such as "Bảng 2, dòng 3.4.1, trang 6".</summary>
    public string? Source { get; init; }
}
