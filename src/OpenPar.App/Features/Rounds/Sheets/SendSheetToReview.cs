using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>The focal officer hands the complete sheet to the unit's leader.</summary>
public static class SendSheetToReview
{
    public static class Refusals
    {
        public static Refusal RowsLeft(int count, string codes) => Refusal.Of("rows-left",
            $"Còn {count} dòng chưa nộp: {codes}. Hoàn thiện và nộp các dòng này rồi trình lãnh đạo.",
            $"{count} rows are not handed in: {codes}. Complete them first.");
    }

    public sealed class Handler(OpenParDb db, SheetAccess access)
    {
        public async Task<Answer<SheetId>> HandleAsync(SheetId id, CancellationToken cancellationToken)
        {
            await using var transaction = await access.HoldAsync(id, cancellationToken);
            var answer = await access.LoadAsync(id, SheetEvent.SendToReview, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var open = await OpenRowsAsync(db, id, answer.Value.Framework, cancellationToken);
            if (open.Count > 0) return Refusals.RowsLeft(open.Count, string.Join(", ", open.Take(20)) + (open.Count > 20 ? ", …" : ""));
            access.Move(answer.Value, nameof(SendSheetToReview));
            var saved = await access.SaveAsync(answer.Value, cancellationToken);
            if (saved.Done) await transaction.CommitAsync(cancellationToken);
            return saved;
        }
    }

    /// <summary>Self-assessed rows that are not handed in, in order.</summary>
    public static async Task<List<CriterionCode>> OpenRowsAsync(OpenParDb db, SheetId id, Framework framework, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(framework);
        var written = RowMachine.NotHandedInStates;
        var open = await db.Rows.Where(r => r.SheetId == id && written.Contains(r.State)).OrderBy(r => r.SortOrder).Select(r => r.Code).ToListAsync(cancellationToken);
        return [.. open.Where(code => framework.Find(code)?.Method != ScoringMethod.Survey)];
    }
}
