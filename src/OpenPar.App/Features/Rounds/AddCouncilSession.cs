using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Evidence;
using OpenPar.Core;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Records a session of the council with the number of its minutes; decisions by item then name it.</summary>
public static class AddCouncilSession
{
    public sealed record Command(RoundId Round, DateOnly? HeldOn, string? MinutesNumber, string? Note, DocumentId? Document);

    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy kỳ đánh giá.", "There is no such round.");

        public static Refusal NotClosed => Refusal.Of("not-closed", "Hội đồng họp sau khi kết thúc thẩm định và trước khi phê duyệt; không có gì được lưu.", "The council meets after the round is closed and before the approval; nothing was saved.");

        public static Refusal DayMissing => Refusal.Of("day-missing", "Ghi ngày họp theo dạng dd/MM/yyyy.", "Give the day of the session as dd/MM/yyyy.", "heldOn");

        public static Refusal DayAhead => Refusal.Of("day-ahead", "Ngày họp không được sau hôm nay.", "The day of the session must not be in the future.", "heldOn");

        public static Refusal NumberMissing => Refusal.Of("number-missing", "Ghi số biên bản, ví dụ 12/BB-HĐTĐ.", "Give the number of the minutes, such as 12/BB-HĐTĐ.", "minutesNumber");

        public static Refusal NumberTaken => Refusal.Of("number-taken", "Đã có phiên họp với số biên bản này.", "There is a session with this number already.", "minutesNumber");

        public static Refusal NoDocument => Refusal.Of("no-document", "Không tìm thấy tài liệu biên bản.", "There is no such document.", "document");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<long>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == command.Round, cancellationToken);
            if (round is null) return Refusals.NotFound;
            if (round.State != RoundState.Closed) return Refusals.NotClosed;
            var number = VietnameseText.Clean(command.MinutesNumber);
            var refusals = new List<Refusal>();
            if (command.HeldOn is not { } day) refusals.Add(Refusals.DayMissing);
            else if (day > time.Today()) refusals.Add(Refusals.DayAhead);
            if (number.Length == 0) refusals.Add(Refusals.NumberMissing);
            else if (await db.CouncilSessions.AnyAsync(s => s.RoundId == round.Id && s.MinutesNumber == number, cancellationToken)) refusals.Add(Refusals.NumberTaken);
            if (command.Document is { } document && !await ListDocuments.Visible(db, actor).AnyAsync(d => d.Id == document, cancellationToken)) refusals.Add(Refusals.NoDocument);
            if (refusals.Count > 0) return refusals;

            var session = new CouncilSession
            {
                Id = default,
                RoundId = round.Id,
                HeldOn = command.HeldOn!.Value,
                MinutesNumber = number,
                Note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim(),
                DocumentId = command.Document,
                EnteredBy = actor.Name,
                EnteredAt = time.GetUtcNow(),
            };
            db.CouncilSessions.Add(session);
            db.Record(actor, time, nameof(AddCouncilSession), $"round/{round.Id.Value}", after: new { session.HeldOn, session.MinutesNumber, Document = command.Document?.Value });
            await db.SaveChangesAsync(cancellationToken);
            return session.Id;
        }
    }
}
