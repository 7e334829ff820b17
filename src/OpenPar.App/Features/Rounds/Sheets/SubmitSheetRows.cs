using OpenPar.App.Data.Model;
using OpenPar.Core;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>Hands in every row of a sheet that is complete and the person's to hand in, each with a decision and an audit entry of its own.</summary>
public static class SubmitSheetRows
{
    /// <param name="Submitted">Number of rows handed in.</param>
    /// <param name="Left">Number of rows that are still incomplete.</param>
    public sealed record Done(int Submitted, int Left);

    public sealed class Handler(CheckSheet.Handler check, SubmitRow.Handler submit)
    {
        public async Task<Answer<Done>> HandleAsync(SheetId id, CancellationToken cancellationToken)
        {
            if (await check.HandleAsync(id, cancellationToken) is not { } view) return SheetAccess.Refusals.NotFound;
            var (submitted, left, first) = (0, view.Incomplete.Count(), (IReadOnlyList<Refusal>?)null);
            foreach (var line in view.Ready)
            {
                var answer = await submit.HandleAsync(line.Row.Id, cancellationToken);
                if (answer.Done) submitted++;
                else
                {
                    left++;
                    first ??= answer.Refusals;
                }
            }

            return submitted == 0 && first is not null ? first.ToList() : new Done(submitted, left);
        }
    }
}
