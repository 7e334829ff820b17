using OpenPar.App.Data.Model;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Accounts;
using OpenPar.Core.Results.Papers;

namespace OpenPar.App.Features.Results;

/// <summary>Where points were lost and who answers for them, as a paper.</summary>
public static class ExportLosses
{
    public sealed class Handler(ReadRoundScores.Handler read)
    {
        public async Task<PaperSource?> HandleAsync(RoundId round, CancellationToken cancellationToken) =>
            await read.HandleAsync(round, Permission.ViewResults, cancellationToken) is { Scores: { Units.Count: > 0 } scores, OnlyFor: var own }
                ? new PaperSource(LostPoints.Of(scores), $"round/{round.Value}", own, $"{scores.Year}")
                : null;
    }
}
