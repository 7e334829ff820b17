using OpenPar.App.Data.Model;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Results;

/// <summary>The decision that publishes the result, as a paper.</summary>
public static class ExportResultsDecision
{
    public sealed class Handler(ReadRoundScores.Handler read)
    {
        public async Task<PaperSource?> HandleAsync(RoundId round, CancellationToken cancellationToken) =>
            await read.HandleAsync(round, Permission.ViewResults, cancellationToken) is { Scores: { Units.Count: > 0 } scores, OnlyFor: var own }
                ? new PaperSource(Core.Results.Papers.ResultsDecision.Of(scores), $"round/{round.Value}", own, $"{scores.Year}")
                : null;
    }
}
