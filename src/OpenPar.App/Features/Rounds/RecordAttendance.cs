using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Enters who came to a session of the council, when and where it met. Entered again it replaces what was entered before, which stays in the records.</summary>
public static class RecordAttendance
{
    /// <summary>Characters of a text at most.</summary>
    public const int Longest = 500;

    private static readonly string[] Hours = ["H:mm", "HH:mm", "H'h'mm", "H'h'", "H'g'mm", "H' giờ 'mm", "H' giờ'"];

    /// <param name="Round">The round.</param>
    /// <param name="Session">Its session.</param>
    /// <param name="Seen">What was entered last when the person opened the page; 0 for nothing.</param>
    /// <param name="StartsAt">Typed hour of the beginning, such as 8:30 or 8h30.</param>
    /// <param name="EndsAt">Typed hour of the end.</param>
    /// <param name="Place">Where.</param>
    /// <param name="Secretary">Who wrote the minutes.</param>
    /// <param name="Guests">Who else came.</param>
    /// <param name="Present">Members who came.</param>
    /// <param name="Reasons">Why others did not, by member.</param>
    public sealed record Command(
        RoundId Round, long Session, long Seen, string? StartsAt, string? EndsAt, string? Place, string? Secretary, string? Guests, IReadOnlyList<Guid> Present, IReadOnlyDictionary<Guid, string?> Reasons);

    /// <param name="Id">The account.</param>
    /// <param name="Name">The member.</param>
    /// <param name="Chair">Whether it is the chair.</param>
    /// <param name="Present">Whether the member came; before anything is entered, everybody did.</param>
    /// <param name="Reason">Why not.</param>
    public sealed record Person(Guid Id, string Name, bool Chair, bool Present, string? Reason);

    /// <param name="Round">The round.</param>
    /// <param name="Session">The session.</param>
    /// <param name="Last">What was entered last; null for nothing.</param>
    /// <param name="People">The members, the chair first; where none are named, whoever holds the role.</param>
    public sealed record View(Round Round, CouncilSession Session, CouncilAttendance? Last, IReadOnlyList<Person> People);

    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy phiên họp này.", "There is no such session.");

        public static Refusal NotClosed => Refusal.Of("not-closed",
            "Chỉ ghi người dự khi kỳ đánh giá đã kết thúc và chưa phê duyệt; không có gì được lưu.",
            "Who came is entered after the round is closed and before the approval; nothing was saved.");

        public static Refusal Changed => Refusal.Of("changed-meanwhile",
            "Người khác vừa ghi người dự của phiên họp này. Chưa lưu; những gì bạn nhập vẫn còn: so với bản vừa ghi rồi lưu lại.",
            "Somebody else has just entered who came to this session. Nothing was saved, what you typed is still here: compare and save again.");

        public static Refusal HourUnreadable(string field) => Refusal.Of("hour-unreadable", "Viết giờ và phút, ví dụ 8:30 hoặc 8h30.", "Write hours and minutes, such as 8:30.", field);

        public static Refusal EndsBefore => Refusal.Of("ends-before", "Giờ kết thúc phải sau giờ bắt đầu.", "The session ends after it begins.", "endsAt");

        public static Refusal NobodyCame => Refusal.Of("nobody-came", "Đánh dấu ít nhất một thành viên có mặt.", "Mark at least one member who came.", "present");

        public static Refusal NotMember => Refusal.Of("not-member", "Có người không còn trong danh sách Hội đồng; tải lại trang rồi đánh dấu lại.", "Somebody is not in the council any more; load the page again.", "present");

        public static Refusal TooLong(string field) => Refusal.Of("text-too-long", $"Dài quá {Longest} ký tự; hãy rút gọn.", $"Longer than {Longest} characters; shorten it.", field);
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        /// <summary>What stands of a session; null when there is none.</summary>
        public async Task<View?> ShowAsync(RoundId round, long session, CancellationToken cancellationToken)
        {
            if (await db.CouncilSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == session && s.RoundId == round, cancellationToken) is not { } held) return null;
            var its = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == round, cancellationToken);
            var last = await CouncilAttendances.LastAsync(db, session, cancellationToken);
            var came = last?.People.ToDictionary(p => p.UserId) ?? [];
            var people = await PeopleAsync(round, cancellationToken);
            return new View(its, held, last, [.. people.Select(p => came.TryGetValue(p.Id, out var known) ? p with { Present = known.Present, Reason = known.Reason } : p with { Present = last is null })]);
        }

        public async Task<Answer<long>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // One after the other, so that nobody replaces what they have not seen.
            await db.Database.ExecuteSqlAsync($"select from rounds.council_sessions where id = {command.Session} for update", cancellationToken);
            if (await ShowAsync(command.Round, command.Session, cancellationToken) is not { } view) return Refusals.NotFound;
            if (view.Round.State != RoundState.Closed) return Refusals.NotClosed;
            if ((view.Last?.Id ?? 0) != command.Seen) return Refusals.Changed;
            var (startsAt, endsAt) = (HourOf(command.StartsAt), HourOf(command.EndsAt));
            var refusals = Problems(command, view, startsAt, endsAt).ToList();
            if (refusals.Count > 0) return refusals;

            var attendance = new CouncilAttendance
            {
                Id = default,
                SessionId = command.Session,
                StartsAt = startsAt,
                EndsAt = endsAt,
                Place = TextOf(command.Place),
                Secretary = TextOf(command.Secretary),
                Guests = TextOf(command.Guests),
                People = [.. view.People.Select(p => Attendee(p, command))],
                EnteredBy = actor.Name,
                EnteredAt = time.GetUtcNow(),
            };
            db.CouncilAttendances.Add(attendance);
            db.Record(actor, time, nameof(RecordAttendance), $"round/{command.Round.Value}", Kept(view.Last), Kept(attendance));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return attendance.Id;
        }

        private static IEnumerable<Refusal> Problems(Command command, View view, TimeOnly? startsAt, TimeOnly? endsAt)
        {
            if (startsAt is null && !string.IsNullOrWhiteSpace(command.StartsAt)) yield return Refusals.HourUnreadable("startsAt");
            if (endsAt is null && !string.IsNullOrWhiteSpace(command.EndsAt)) yield return Refusals.HourUnreadable("endsAt");
            if (endsAt <= startsAt) yield return Refusals.EndsBefore;
            foreach (var (field, text) in new[] { ("place", command.Place), ("secretary", command.Secretary), ("guests", command.Guests) })
                if (text?.Length > Longest) yield return Refusals.TooLong(field);
            foreach (var (member, reason) in command.Reasons)
                if (reason?.Length > Longest) yield return Refusals.TooLong($"reason.{member}");
            if (command.Present.Except(view.People.Select(p => p.Id)).Any()) yield return Refusals.NotMember;
            else if (command.Present.Count == 0) yield return Refusals.NobodyCame;
        }

        private static CouncilAttendee Attendee(Person person, Command command)
        {
            var present = command.Present.Contains(person.Id);
            return new CouncilAttendee { UserId = person.Id, Name = person.Name, Chair = person.Chair, Present = present, Reason = present ? null : TextOf(command.Reasons.GetValueOrDefault(person.Id)) };
        }

        private static object? Kept(CouncilAttendance? entered) => entered is null ? null : new { entered.SessionId, entered.StartsAt, entered.EndsAt, entered.Place, entered.Secretary, entered.Guests, entered.People };

        private static TimeOnly? HourOf(string? typed) =>
            TimeOnly.TryParseExact(typed?.Trim(), Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

        private static string? TextOf(string? typed) => VietnameseText.Clean(typed) is { Length: > 0 } text ? text : null;

        private async Task<List<Person>> PeopleAsync(RoundId round, CancellationToken cancellationToken)
        {
            var named = await db.CouncilMembers.AsNoTracking().Where(m => m.RoundId == round).Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new Person(u.Id, u.FullName, m.Chair, true, null)).ToListAsync(cancellationToken);
            var people = named.Count > 0
                ? named
                : await db.Users.AsNoTracking().Where(u => !u.Disabled && u.Grants.Any(g => g.Role == Role.CouncilMember)).Select(u => new Person(u.Id, u.FullName, false, true, null)).ToListAsync(cancellationToken);
            return [.. people.OrderByDescending(p => p.Chair).ThenBy(p => p.Name, VietnameseText.Comparer)];
        }
    }
}
