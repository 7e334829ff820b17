using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// The second appraisal of a row the unit has explained, or was asked to and did not: the first decision stands with a reason, the row is
/// taken as it is declared now, or it is decided anew.
/// </summary>
public static class ReappraiseRow
{
    /// <param name="Row">The row.</param>
    /// <param name="Version">The version the appraiser was looking at.</param>
    /// <param name="Uphold">True when the first decision stands.</param>
    /// <param name="Wish">What is decided otherwise.</param>
    public sealed record Command(RowId Row, uint Version, bool Uphold, Wish Wish);

    public static class Refusals
    {
        public static Refusal UpholdReason => Refusal.Of("reason-missing",
            "Đơn vị đã giải trình: ghi lý do giữ nguyên kết quả lần 1.", "The unit has explained: say why the first result stands.", "reason");
    }

    public sealed class Handler(OpenParDb db, RowAccess access, RowDeciding deciding)
    {
        public async Task<Answer<decimal?>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var answer = await access.LoadAsync(command.Row, RowEvent.Reappraise, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var loaded = answer.Value;
            if (loaded.Round.Settings.Blind) return RowOpinions.Refusals.Blind;
            if (loaded.Row.Version != command.Version) return RowDeciding.Refusals.Changed;
            var judged = command.Uphold
                ? await UpholdAsync(db, deciding, loaded, command.Wish.Reason, cancellationToken)
                : await deciding.JudgeAsync(loaded, command.Wish, cancellationToken);
            if (!judged.Done) return judged.Refusals.ToList();
            await deciding.KeepAsync(loaded, judged.Value, nameof(ReappraiseRow), null, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                return RowDeciding.Refusals.Changed;
            }

            return judged.Value.Points;
        }
    }

    /// <summary>The first decision once more. Where the unit has explained, the reason has to be written.</summary>
    public static async Task<Answer<Judged>> UpholdAsync(OpenParDb db, RowDeciding deciding, LoadedRow loaded, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(deciding);
        ArgumentNullException.ThrowIfNull(loaded);
        if (string.IsNullOrWhiteSpace(reason) && loaded.Row.State == RowState.Explained) return Refusals.UpholdReason;
        var id = loaded.Row.Id;
        var first = await db.Decisions.AsNoTracking().Where(d => d.RowId == id && d.Stage == DecisionStage.Appraisal1).OrderByDescending(d => d.Id).FirstAsync(cancellationToken);
        var set = first.Basis is { } stored ? DecisionBasis.Read(stored).SetPoints : first.Points;
        var why = string.IsNullOrWhiteSpace(reason) ? "Giữ nguyên kết quả lần 1: đơn vị không giải trình trong hạn." : reason;
        return await deciding.JudgeAgainAsync(loaded, first.Facts, set, why, cancellationToken);
    }
}
