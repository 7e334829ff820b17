using OpenPar.App.Data.Model;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Accounts;
using OpenPar.Core.Results.Papers;

namespace OpenPar.App.Features.Results;

/// <summary>The explanations with their evidence, as a paper; a focal officer gets the rows of the own agency.</summary>
public static class ExportExplanations
{
    public sealed class Handler(ReadRoundScores.Handler read)
    {
        public async Task<PaperSource?> HandleAsync(RoundId round, CancellationToken cancellationToken) =>
            await read.HandleAsync(round, Permission.ViewRounds, cancellationToken) is { Scores: { Units.Count: > 0 } scores, OnlyFor: var own }
                ? new PaperSource(ExplanationFile.Of(scores), $"round/{round.Value}", own, $"{scores.Year}")
                : null;
    }
}
