using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Frameworks;

/// <summary>How large a framework is and how much of it no source gives.</summary>
/// <param name="Fields">Nodes of level 1.</param>
/// <param name="Criteria">Nodes of level 2.</param>
/// <param name="Components">Nodes of level 3 and below.</param>
/// <param name="Leaves">Scored nodes.</param>
/// <param name="KnownPoints">Sum of the known maxima of the leaves.</param>
/// <param name="SurveyPoints">Sum of the known maxima of the surveyed leaves.</param>
/// <param name="UnknownMaxima">Nodes of any level whose maximum is not known.</param>
/// <param name="UnknownMethods">Leaves of which no source says where their points come from.</param>
/// <param name="WithoutRule">Leaves that are not surveyed and have no executable rule (by hand, or none at all).</param>
public sealed record FrameworkCounts(
    int Fields, int Criteria, int Components, int Leaves, decimal KnownPoints, decimal SurveyPoints,
    IReadOnlyList<Criterion> UnknownMaxima, IReadOnlyList<Criterion> UnknownMethods, IReadOnlyList<Criterion> WithoutRule)
{
    /// <summary>Number of things that are not known.</summary>
    public int Unknown => UnknownMaxima.Count + UnknownMethods.Count;

    /// <summary>Counts a framework.</summary>
    public static FrameworkCounts Of(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return new FrameworkCounts(
            framework.Fields.Count,
            framework.Criteria.Count(c => c.Code.Level == 2),
            framework.Criteria.Count(c => c.Code.Level > 2),
            framework.Leaves.Count,
            framework.Leaves.Sum(c => c.MaxPoints ?? 0),
            framework.Leaves.Where(c => c.Method == ScoringMethod.Survey).Sum(c => c.MaxPoints ?? 0),
            [.. framework.Criteria.Where(c => c.MaxPoints is null)],
            [.. framework.Leaves.Where(c => c.Method == ScoringMethod.Unknown)],
            [.. framework.Leaves.Where(c => c.Method != ScoringMethod.Survey && c.Rule is null or Manual)]);
    }
}
