using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds;

/// <summary>The session of the council that decides a row.</summary>
/// <param name="Session">The session.</param>
/// <param name="Votes">How it voted on the row; null where that was not entered.</param>
public sealed record InSession(long Session, CouncilVotes? Votes);

/// <summary>Writes decisions with everything that gives their explanation again.</summary>
public static class RowDecisions
{
    // By: who decided, where that is not the person who acts: two appraisers whose opinions agree.
    // Council: the session of the council it was decided in.
    public static RowDecision Of(
        Row row, DecisionStage stage, RowFigures figures, DecisionBasis basis, ScoredRow scored, string? reason, Actor actor, TimeProvider time, string? by = null, InSession? council = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(scored);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(time);
        return new RowDecision
        {
            Id = default,
            RowId = row.Id,
            Stage = stage,
            Points = scored.Score.Points,
            Facts = new Dictionary<string, FactValue>(figures.Facts),
            Explanation = RuleJson.Write(scored.Explanation),
            Basis = basis.Write(),
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            SessionId = council?.Session,
            VotesFor = council?.Votes?.For,
            VotesAgainst = council?.Votes?.Against,
            VotesOther = council?.Votes?.Other,
            DecidedBy = by ?? actor.Name,
            DecidedAt = time.GetUtcNow(),
        };
    }
}
