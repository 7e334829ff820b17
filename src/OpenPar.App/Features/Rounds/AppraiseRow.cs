using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// The appraiser decides a submitted row: accepts it as declared, corrects figures, or sets points. Every change
/// of a figure or of points carries a written reason; the decision keeps figures, explanation and reason.
/// </summary>
public static class AppraiseRow
{
    /// <param name="Row">The row.</param>
    /// <param name="Version">The version the appraiser was looking at.</param>
    /// <param name="Facts">Typed figures, null to accept those declared.</param>
    /// <param name="Points">Typed points that replace the computed ones; empty to take what the rule gives.</param>
    /// <param name="Reason">Why something was changed.</param>
    public sealed record Command(RowId Row, uint Version, IReadOnlyDictionary<string, string?>? Facts, string? Points, string? Reason);

    public sealed class Handler(OpenParDb db, RowAccess access, RowDeciding deciding)
    {
        public async Task<Answer<decimal?>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var answer = await access.LoadAsync(command.Row, RowEvent.Appraise, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var loaded = answer.Value;
            if (loaded.Round.Settings.Blind) return RowOpinions.Refusals.Blind;
            if (loaded.Row.Version != command.Version) return RowDeciding.Refusals.Changed;
            var judged = await deciding.JudgeAsync(loaded, new Wish(command.Facts, command.Points, command.Reason), cancellationToken);
            if (!judged.Done) return judged.Refusals.ToList();
            await deciding.KeepAsync(loaded, judged.Value, nameof(AppraiseRow), null, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody decided or returned the row in the same moment: the same answer as for an older page.
                db.ChangeTracker.Clear();
                return RowDeciding.Refusals.Changed;
            }

            return judged.Value.Points;
        }
    }
}
