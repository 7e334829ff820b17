using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Removes an appraisal team; what it has decided stays.</summary>
public static class RemoveTeam
{
    public sealed record Command(RoundId Round, TeamId Team);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RoundId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var round = await db.Rounds.SingleOrDefaultAsync(r => r.Id == command.Round, cancellationToken);
            var team = await db.Teams.Include(t => t.Members).SingleOrDefaultAsync(t => t.Id == command.Team && t.RoundId == command.Round, cancellationToken);
            if (round is null || team is null) return SaveTeam.Refusals.NotFound;
            if (round.State is not (RoundState.Draft or RoundState.Open or RoundState.Paused)) return SaveTeam.Refusals.Over(round.State);
            db.Teams.Remove(team);
            db.Record(actor, time, nameof(RemoveTeam), $"round/{command.Round.Value}", SaveTeam.Told(team));
            await db.SaveChangesAsync(cancellationToken);
            return command.Round;
        }
    }
}
