using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Rounds;

/// <summary>A word between the people of a row while its round is not approved. It changes nothing and asks nothing.</summary>
public static class WriteNote
{
    /// <summary>Characters of a note at most.</summary>
    public const int Longest = 2_000;

    /// <param name="Row">The row.</param>
    /// <param name="Text">The note.</param>
    /// <param name="Internal">True when only people of the author's agency read it.</param>
    public sealed record Command(RowId Row, string? Text, bool Internal);

    public static class Refusals
    {
        public static Refusal TextMissing => Refusal.Of("note-missing", "Ghi nội dung trao đổi.", "Write the note.", "note");

        public static Refusal TooLong(int length) => Refusal.Of("note-too-long",
            $"Nội dung dài {length} ký tự, tối đa {Longest}. Chưa gửi; nội dung bạn viết vẫn còn.",
            $"The note has {length} characters, at most {Longest} are taken. It was not sent; what you wrote is still here.", "note");

        public static Refusal Over => Refusal.Of("note-over",
            "Kỳ đánh giá chưa mở hoặc đã phê duyệt, hoặc phiếu đã là lịch sử, nên không trao đổi thêm; nội dung bạn viết chưa được gửi.",
            "The round is not open yet or is approved, or the sheet is history, so no more notes are taken; what you wrote was not sent.", "note");

        public static Refusal NotAmongYourselves => Refusal.Of("not-internal",
            "Chỉ người của đơn vị hoặc cơ quan chịu trách nhiệm dòng này trao đổi nội bộ được. Chọn gửi mọi người làm việc với dòng.",
            "Only people of the unit or of an agency that answers for the row write internal notes. Choose everybody who works on the row.", "reach");
    }

    public sealed class Handler(OpenParDb db, RowAccess access, RowNotes notes, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RowId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (await RowQueries.RowToShow(db, command.Row, cancellationToken) is not { Row: var row }) return RowAccess.Refusals.NotFound;
            var ground = await RowQueries.GroundToShow(db, command.Row, cancellationToken);
            var (sheet, round) = (ground.Sheet, ground.Round);
            if (!access.Mine(row, sheet, Permission.ViewRounds)) return RowAccess.Refusals.NotFound;
            if (!RowNotes.IsOpen(round, sheet)) return Refusals.Over;
            if (await notes.AuthorAsync(round, sheet, row, cancellationToken) is not { } role) return RowAccess.Refusals.NotYours;
            if (command.Internal && !access.Own(row, sheet)) return Refusals.NotAmongYourselves;
            var text = command.Text?.Trim() ?? "";
            if (text.Length == 0) return Refusals.TextMissing;
            if (text.Length > Longest) return Refusals.TooLong(text.Length);
            await using var transaction = await access.HoldRowAsync(row.Id, cancellationToken);
            var kind = command.Internal ? RowMessageKind.InternalNote : RowMessageKind.Note;
            var before = await db.Messages.Where(m => m.RowId == row.Id).OrderByDescending(m => m.Id).Select(m => new { m.AuthorId, m.Kind, m.Text }).FirstOrDefaultAsync(cancellationToken);
            // Sent twice: the note stands there already.
            if (before is not null && (before.AuthorId, before.Kind, before.Text) == (actor.UserId, kind, text)) return row.Id;
            db.Messages.Add(new RowMessage { Id = default, RowId = row.Id, Kind = kind, Author = actor.Name, AuthorId = actor.UserId, AuthorRole = role, AuthorAgencyId = actor.Agency, Text = text, At = time.GetUtcNow() });
            // The log is read by more people than an internal note: of such a note it keeps that it was written.
            db.Record(actor, time, nameof(WriteNote), $"row/{row.Id.Value}", after: new { Kind = kind, Text = command.Internal ? null : text });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return row.Id;
        }
    }
}
