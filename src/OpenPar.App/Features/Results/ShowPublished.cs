using OpenPar.App.Data.Model;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Results;

/// <summary>A published result, for everybody who is signed in. Before the publication there is nothing to see.</summary>
public static class ShowPublished
{
    public sealed class Handler(ShowStandings.Handler standings)
    {
        /// <summary>The standings of a group; null while the round is not published.</summary>
        public async Task<ShowStandings.View?> HandleAsync(RoundId round, GroupId? group, CancellationToken cancellationToken) =>
            await standings.HandleAsync(new ShowStandings.Query(round, group), cancellationToken) is { State: RoundState.Published } view ? view : null;
    }
}
