using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>Takes rows copied from Excel or Word into a draft: after the chosen row, at the depth their codes say.</summary>
public static class PasteDraftRows
{
    /// <param name="Draft">The draft.</param>
    /// <param name="After">The row they come after, with all below it; null for the end.</param>
    /// <param name="Pasted">The block as the clipboard gives it.</param>
    public sealed record Command(DraftId Draft, int? After, string? Pasted);

    /// <param name="First">Number of the first row.</param>
    /// <param name="Count">How many came.</param>
    public sealed record Taken(int First, int Count);

    public static class Refusals
    {
        public static Refusal Nothing => Refusal.Of("nothing-pasted",
            "Không đọc được dòng nào. Sao chép các ô trong Excel (mã, tên, điểm tối đa, cách chấm; có thể kèm dòng tiêu đề) rồi dán lại.",
            "No row could be read. Copy cells from Excel (code, title, maximum, scoring text, a heading if you like) and paste again.", "pasted");
    }

    public sealed class Handler(DraftEditing editing)
    {
        public Task<Answer<Taken>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var rows = PastedRows.Read(command.Pasted);
            return editing.ChangeAsync<Taken>(command.Draft, nameof(PasteDraftRows), open => Take(open, command.After, rows), cancellationToken);
        }

        private static Answer<Taken> Take(OpenDraft open, int? after, IReadOnlyList<DraftText> rows)
        {
            if (rows.Count == 0) return Refusals.Nothing;
            if (open.Rows.Count + rows.Count > OpenDraft.MostRows) return DraftRefusals.TooManyRows(OpenDraft.MostRows);
            var beside = after is { } number ? open.Find(number) : null;
            var numbers = new List<int>();
            foreach (var row in rows)
            {
                var level = CriterionCode.TryParse(row.Code, out var code) ? code.Level : beside?.Level ?? 1;
                // One after the other: the second row stands after the first, not before it.
                var place = numbers.Count == 0 ? beside?.Number : numbers[^1];
                numbers.Add(open.Add(DraftInput.Clean(row with { Method = ScoringMethod.Unknown }), level, place));
            }

            open.Arrange(DraftTree.Sound(open.Tree));
            open.What = $"Dán {rows.Count} dòng";
            open.AuditAfter = new { open.What, Codes = string.Join(", ", rows.Select(r => r.Code)) };
            return new Taken(numbers[0], rows.Count);
        }
    }
}
