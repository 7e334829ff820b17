using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>The unit's leader signs the complete sheet: everything on it is frozen with its hash, and the appraisers take over.</summary>
public static class SignSheet
{
    /// <param name="Sheet">The sheet.</param>
    /// <param name="Seen">Hash of the content the leader looked at.</param>
    /// <param name="Factor">How the leader has just proved to be there a second time.</param>
    public sealed record Command(SheetId Sheet, string? Seen, SecondFactor Factor);

    public static class Refusals
    {
        public static Refusal ChangedSinceSeen => Refusal.Of("changed-since-seen",
            "Nội dung phiếu đã khác với lúc bạn mở trang này; chưa ký. Xem lại nội dung mới bên dưới rồi ký.",
            "The sheet is not what you opened any more; it is not signed. Look at it again below, then sign.");
    }

    public sealed class Handler(OpenParDb db, SheetAccess access, TimeProvider time, Actor actor)
    {
        /// <summary>Whether the person may sign now; asked before the second factor is spent.</summary>
        public async Task<Answer<SheetContent>> CheckAsync(SheetId id, string? seen, CancellationToken cancellationToken)
        {
            var answer = await LoadAsync(id, seen, cancellationToken);
            return answer.Done ? answer.Value.Content : answer.Refusals.ToList();
        }

        public async Task<Answer<SheetId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await access.HoldAsync(command.Sheet, cancellationToken);
            var answer = await LoadAsync(command.Sheet, command.Seen, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (loaded, content) = answer.Value;
            db.Closings.Add(new Closing
            {
                Id = default,
                SheetId = command.Sheet,
                Content = content.Json,
                Sha256 = content.Sha256,
                Factor = command.Factor.ToString(),
                SignedBy = actor.Name,
                SignerId = actor.UserId,
                SignedAt = time.GetUtcNow(),
            });
            access.Move(loaded, nameof(SignSheet), content.Sha256);
            var saved = await access.SaveAsync(loaded, cancellationToken);
            if (saved.Done) await transaction.CommitAsync(cancellationToken);
            return saved;
        }

        private async Task<Answer<(LoadedSheet Loaded, SheetContent Content)>> LoadAsync(SheetId id, string? seen, CancellationToken cancellationToken)
        {
            var answer = await access.LoadAsync(id, SheetEvent.Sign, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var open = await SendSheetToReview.OpenRowsAsync(db, id, answer.Value.Framework, cancellationToken);
            if (open.Count > 0) return SendSheetToReview.Refusals.RowsLeft(open.Count, string.Join(", ", open.Take(20)));
            var content = await SheetContent.ReadAsync(db, answer.Value.Round, answer.Value.Sheet, answer.Value.FrameworkHash, cancellationToken);
            return seen is not null && seen != content.Sha256 ? Refusals.ChangedSinceSeen : (answer.Value, content);
        }
    }
}
