using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Data.Model.Frameworks;

/// <summary>A loaded framework. Its content never changes under the same hash.</summary>
public sealed class FrameworkRecord
{
    public required FrameworkId Id { get; init; }

    public required string Title { get; init; }

    public required string DecisionNumber { get; init; }

    public required string Issuer { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public string? Annex { get; init; }

    public string? GuidanceDocument { get; init; }

    public decimal? TotalPoints { get; init; }

    public int? FirstYear { get; init; }

    public int? LastYear { get; init; }

    public required int RoundingDigits { get; init; }

    public required RoundingMode RoundingMode { get; init; }

    /// <summary>Notes on replaced laws as JSON; null where there are none.</summary>
    public string? Substitutions { get; init; }

    /// <summary>SHA-256 of the canonical text of the framework.</summary>
    public required string ContentHash { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    public List<CriterionRecord> Criteria { get; init; } = [];

    public Framework ToFramework() => new(Id, Title, new Decision(DecisionNumber, Issuer, IssuedOn, Annex), Criteria.Select(c => c.ToCriterion()))
    {
        TotalPoints = TotalPoints,
        FirstYear = FirstYear,
        LastYear = LastYear,
        GuidanceDocument = GuidanceDocument,
        Rounding = new OutputRounding(RoundingDigits, RoundingMode),
        Substitutions = Substitutions is null ? [] : RuleJson.ReadSubstitutions(Substitutions),
    };
}

/// <summary>A node of a loaded framework.</summary>
public sealed class CriterionRecord
{
    public required FrameworkId FrameworkId { get; init; }

    public required CriterionCode Code { get; init; }

    /// <summary>Place in the order of reading, from 0.</summary>
    public required int SortOrder { get; init; }

    public required string Title { get; init; }

    public decimal? MaxPoints { get; init; }

    public required ScoringMethod Method { get; init; }

    public string? RuleText { get; init; }

    public string? Guidance { get; init; }

    public string? Note { get; init; }

    public string? Requirement { get; init; }

    public string[] Evidence { get; init; } = [];

    /// <summary>The executable rule in the shape of <see cref="RuleJson"/>.</summary>
    public string? Rule { get; init; }

    public required NotApplicablePolicy NotApplicable { get; init; }

    public string? Source { get; init; }

    public static CriterionRecord From(FrameworkId framework, Criterion criterion, int sortOrder) => new()
    {
        FrameworkId = framework,
        Code = criterion.Code,
        SortOrder = sortOrder,
        Title = VietnameseText.Clean(criterion.Title),
        MaxPoints = criterion.MaxPoints,
        Method = criterion.Method,
        RuleText = criterion.RuleText,
        Guidance = criterion.Guidance,
        Note = criterion.Note,
        Requirement = criterion.Requirement,
        Evidence = [.. criterion.Evidence],
        Rule = criterion.Rule is null ? null : RuleJson.Write(criterion.Rule),
        NotApplicable = criterion.NotApplicable,
        Source = criterion.Source,
    };

    public Criterion ToCriterion() => new()
    {
        Code = Code,
        Title = Title,
        MaxPoints = MaxPoints,
        Method = Method,
        RuleText = RuleText,
        Guidance = Guidance,
        Note = Note,
        Requirement = Requirement,
        Evidence = Evidence,
        Rule = Rule is null ? null : RuleJson.Read(Rule),
        NotApplicable = NotApplicable,
        Source = Source,
    };
}
