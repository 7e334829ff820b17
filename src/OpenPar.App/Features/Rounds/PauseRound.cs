using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Stops an open round for a while: everything is kept, and only read until it goes on.</summary>
public static class PauseRound
{
    /// <param name="Round">The round.</param>
    /// <param name="Reason">Why; every unit reads it.</param>
    /// <param name="DecisionNumber">Number of the decision, if there is one.</param>
    /// <param name="DecidedOn">Its day.</param>
    public sealed record Command(RoundId Round, string? Reason, string? DecisionNumber, DateOnly? DecidedOn);

    public sealed class Handler(OpenParDb db, RoundSteering steering, TimeProvider time)
    {
        public async Task<Answer<RoundId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var loaded = await steering.LoadAsync(command.Round, RoundEvent.Pause, cancellationToken);
            if (!loaded.Done) return loaded.Refusals.ToList();
            var refusals = new List<Refusal>();
            if (string.IsNullOrWhiteSpace(command.Reason)) refusals.Add(RoundSteering.Refusals.ReasonMissing);
            if (!string.IsNullOrWhiteSpace(command.DecisionNumber) || command.DecidedOn is not null)
                refusals.AddRange(RoundSteering.CheckDecision(command.DecisionNumber, command.DecidedOn, time.Today()));
            if (refusals.Count > 0) return refusals;
            var (round, transition) = loaded.Value;
            steering.Move(round, transition, nameof(PauseRound), command.Reason, command.DecisionNumber, command.DecidedOn);
            await db.SaveChangesAsync(cancellationToken);
            return round.Id;
        }
    }
}
