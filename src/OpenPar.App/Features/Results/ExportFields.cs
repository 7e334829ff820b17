using OpenPar.App.Data.Model;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Results.Papers;

namespace OpenPar.App.Features.Results;

/// <summary>The rows of one field, or of all, with the points of every unit, as a paper.</summary>
public static class ExportFields
{
    /// <param name="Round">The round.</param>
    /// <param name="Field">The field; null takes all.</param>
    public sealed record Query(RoundId Round, CriterionCode? Field);

    public sealed class Handler(ReadRoundScores.Handler read)
    {
        public async Task<PaperSource?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            if (await read.HandleAsync(query.Round, Permission.ViewResults, cancellationToken) is not { Scores: { Units.Count: > 0 } scores }) return null;
            var field = query.Field is { } code ? scores.Framework.Fields.FirstOrDefault(f => f.Code == code) : null;
            return query.Field is not null && field is null ? null : new PaperSource(FieldSheet.Of(scores, field), $"round/{query.Round.Value}", null, field is null ? $"{scores.Year}" : $"{scores.Year}-{field.Code}");
        }
    }
}
