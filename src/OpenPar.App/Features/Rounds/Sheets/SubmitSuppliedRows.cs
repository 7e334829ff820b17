using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>A data supplier hands in one criterion for every unit that has its figures, each row with a decision and an audit entry of its own.</summary>
public static class SubmitSuppliedRows
{
    /// <param name="Submitted">Number of rows handed in.</param>
    /// <param name="Left">Units whose row could not be handed in, with what it still needs.</param>
    public sealed record Done(int Submitted, IReadOnlyList<(string Unit, Refusal Needs)> Left);

    public sealed class Handler(ShowSupplyTable.Handler tables, SubmitRow.Handler submit)
    {
        public async Task<Answer<Done>> HandleAsync(RoundId round, CriterionCode? code, CancellationToken cancellationToken)
        {
            if (await tables.HandleAsync(round, code, cancellationToken) is not { } view) return SetUpRound.Refusals.NotFound;
            var (submitted, left) = (0, new List<(string, Refusal)>());
            foreach (var line in view.Lines.Where(Waits))
            {
                var answer = await submit.HandleAsync(line.Row.Id, cancellationToken);
                if (answer.Done) submitted++;
                else left.Add((line.Unit, answer.Refusals[0]));
            }

            return new Done(submitted, left);
        }
    }

    /// <summary>Whether a row of the table has figures and is not handed in.</summary>
    public static bool Waits(ShowFillTable.Line line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Writable && line.Row.State is RowState.InProgress or RowState.Returned;
    }
}
