using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Lets a stopped round go on. Days that passed while it was stopped are given back by an extension, not by themselves.</summary>
public static class ResumeRound
{
    public sealed class Handler(OpenParDb db, RoundSteering steering)
    {
        public async Task<Answer<RoundId>> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var loaded = await steering.LoadAsync(id, RoundEvent.Resume, cancellationToken);
            if (!loaded.Done) return loaded.Refusals.ToList();
            steering.Move(loaded.Value.Round, loaded.Value.Transition, nameof(ResumeRound));
            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
    }
}
