using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;
using OpenPar.Core.Plans;

namespace OpenPar.App.Features.Plans;

/// <summary>During a review a person says of rows, one or many at once, that they are right, that they stay out, or that they are open again.</summary>
public static class DecidePlanRows
{
    /// <param name="Import">The review.</param>
    /// <param name="Rows">The rows.</param>
    /// <param name="State">What they are.</param>
    public sealed record Command(ImportId Import, IReadOnlyList<int> Rows, ReviewState State);

    /// <summary>All open rows that carry a flag of one kind and none that only a person can settle.</summary>
    public sealed record OfFlag(ImportId Import, PlanFlagKind Flag);

    /// <summary>Flags that ask a question no bulk answer can settle.</summary>
    public static bool OnlyOneByOne(PlanFlagKind flag) => flag is PlanFlagKind.Conflict or PlanFlagKind.Contradiction or PlanFlagKind.GoneFromFile;

    public sealed class Handler(PlanReviewing reviewing)
    {
        public Task<Answer<int>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            return DecideAsync(command.Import, _ => command.Rows, command.State, cancellationToken);
        }

        public Task<Answer<int>> HandleAsync(OfFlag command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            return DecideAsync(command.Import, import => [.. import.Rows
                .Where(row => row.State == ReviewState.Open && PlanJson.Read<List<PlanFlag>>(row.Flags) is var flags
                    && flags.Exists(f => f.Kind == command.Flag) && flags.TrueForAll(f => f.Kind == command.Flag || !OnlyOneByOne(f.Kind)))
                .Select(row => row.Number)], ReviewState.Confirmed, cancellationToken);
        }

        private Task<Answer<int>> DecideAsync(ImportId import, Func<PlanImport, IReadOnlyList<int>> chosen, ReviewState state, CancellationToken cancellationToken) =>
            reviewing.ChangeAsync<int>(import, nameof(DecidePlanRows), review =>
            {
                var numbers = chosen(review.Import).Distinct().Order().ToList();
                if (numbers.Count == 0) return ReviewRefusals.NoRow;
                foreach (var number in numbers)
                {
                    if (review.Touch(number) is not { } row) return ReviewRefusals.RowUnknown(number);
                    row.State = state;
                }

                var rows = numbers.Count == 1 ? $"dòng {numbers[0]}" : $"{numbers.Count} dòng";
                review.What = state switch
                {
                    ReviewState.Confirmed => $"Đã xem {rows}: đúng",
                    ReviewState.LeftOut => $"Bỏ {rows}",
                    _ => $"Mở lại {rows}",
                };
                return numbers.Count;
            }, cancellationToken);
    }
}
