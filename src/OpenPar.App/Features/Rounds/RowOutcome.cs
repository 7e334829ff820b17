using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Inverse;

namespace OpenPar.App.Features.Rounds;

/// <summary>What a row comes to with the figures it has now: shown on its page, and alone as the answer to an autosave.</summary>
/// <param name="Row">The row.</param>
/// <param name="Criterion">Its leaf.</param>
/// <param name="Framework">The framework of its group.</param>
/// <param name="Figures">Its figures with those that are brought from elsewhere.</param>
/// <param name="Scored">Points from what is declared now.</param>
/// <param name="Proven">Whether there is evidence.</param>
public sealed record RowOutcome(Row Row, Criterion Criterion, Framework Framework, RowFigures Figures, ScoredRow Scored, bool Proven)
{
    /// <summary>Points as the framework shows them; inside, nothing is rounded.</summary>
    public decimal? Rounded(decimal? points) => Framework.Rounding.Apply(points);

    /// <summary>What would raise the points, each change by itself; empty where nothing can or a person gives the points.</summary>
    public IReadOnlyList<Raise> Raises => Criterion is { Rule: { } rule, MaxPoints: { } max } ? rule.Raises(Figures.Set, max) : [];

    /// <summary>What still keeps the row from being submitted.</summary>
    public IReadOnlyList<Refusal> StillMissing => SubmitRow.Check(Row, Criterion, Figures, Scored, Proven);
}
