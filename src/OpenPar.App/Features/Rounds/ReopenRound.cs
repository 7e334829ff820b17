using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Opens a round that was closed, approved or published again, by a decision that is named.</summary>
public static class ReopenRound
{
    /// <param name="Round">The round.</param>
    /// <param name="DecisionNumber">Number of the decision.</param>
    /// <param name="DecidedOn">Its day.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(RoundId Round, string? DecisionNumber, DateOnly? DecidedOn, string? Reason);

    public sealed class Handler(OpenParDb db, RoundSteering steering, TimeProvider time)
    {
        public async Task<Answer<RoundId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var loaded = await steering.LoadAsync(command.Round, RoundEvent.Reopen, cancellationToken);
            if (!loaded.Done) return loaded.Refusals.ToList();
            List<Refusal> refusals = [.. RoundSteering.CheckDecision(command.DecisionNumber, command.DecidedOn, time.Today())];
            if (string.IsNullOrWhiteSpace(command.Reason)) refusals.Add(RoundSteering.Refusals.ReasonMissing);
            if (refusals.Count > 0) return refusals;
            var (round, transition) = loaded.Value;
            steering.Move(round, transition, nameof(ReopenRound), command.Reason, command.DecisionNumber, command.DecidedOn);
            await db.SaveChangesAsync(cancellationToken);
            return round.Id;
        }
    }
}
