using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Papers;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;
using OpenPar.Core.Results;
using OpenPar.Core.Results.Papers;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Results;

/// <summary>Draws the minutes of a session of a round's council.</summary>
public static class DrawCouncilMinutes
{
    /// <param name="Round">The round.</param>
    /// <param name="Session">The session; null takes the last one.</param>
    public sealed record Query(RoundId Round, long? Session);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, TimeProvider time)
    {
        private sealed record Entry(Adjustment Adjustment, GroupId Group, string Unit, Document? Document);

        private sealed record Found(RowDecision Decision, GroupId Group, string Unit, CriterionCode Code, decimal? SelfPoints, decimal? Before);

        /// <summary>The paper; null when there is no such round or session.</summary>
        public async Task<PaperSource?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var round = await db.Rounds.AsNoTracking().Include(r => r.Groups).SingleOrDefaultAsync(r => r.Id == query.Round, cancellationToken);
            var session = await db.CouncilSessions.AsNoTracking().Where(s => s.RoundId == query.Round && (query.Session == null || s.Id == query.Session))
                .OrderByDescending(s => s.HeldOn).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
            if (round is null || session is null) return null;
            var members = await db.CouncilMembers.AsNoTracking().Where(m => m.RoundId == round.Id)
                .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { m.Chair, u.FullName }).ToListAsync(cancellationToken);
            var province = await db.Agencies.AsNoTracking().Where(a => a.Kind == AgencyKind.Province).OrderBy(a => a.Id).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken);
            var sets = new Dictionary<GroupId, (int Order, Framework Framework)>();
            foreach (var group in round.Groups) sets[group.Id] = (group.SortOrder, await frameworks.GetAsync(db, group.FrameworkId, cancellationToken));
            var found = await DecisionsAsync(session.Id, cancellationToken);
            var entries = (await AdjustmentsAsync(round.Id, cancellationToken)).ToLookup(e => StoodOn(e.Adjustment, session.HeldOn));
            var came = await CouncilAttendances.LastAsync(db, session.Id, cancellationToken);
            var meeting = new CouncilMeeting
            {
                Round = round.Title,
                Year = round.Year,
                Issuer = province ?? "…",
                MinutesNumber = session.MinutesNumber,
                HeldOn = session.HeldOn,
                Note = session.Note,
                Presence = came is null ? null : PresenceOf(came),
                Chair = members.Find(m => m.Chair)?.FullName,
                // A round without a list leaves the council to whoever holds the role: then those who were to come.
                Members = [.. (members.Count > 0 ? members.Where(m => !m.Chair).Select(m => m.FullName) : came?.People.Select(p => p.Name) ?? []).Order(VietnameseText.Comparer)],
                Items = [.. found.OrderBy(f => sets[f.Group].Order).ThenBy(f => f.Unit, VietnameseText.Comparer).ThenBy(f => f.Code).Select(f => ItemOf(f, sets[f.Group].Framework))],
                Adjustments = [.. entries[true].OrderBy(e => sets[e.Group].Order).ThenBy(e => e.Unit, VietnameseText.Comparer).ThenBy(e => e.Adjustment.Kind).ThenBy(e => e.Adjustment.Id).Select(AdjustmentOf)],
                LaterAdjustments = entries[false].Count(),
                BonusCap = round.Settings.BonusCap,
                PenaltyCap = round.Settings.PenaltyCap,
                Rounding = sets.Values.OrderBy(s => s.Order).Select(s => s.Framework.Rounding).FirstOrDefault() ?? OutputRounding.Published,
                Trace = new PaperTrace($"Kỳ đánh giá: {round.Title}, phiên họp {session.MinutesNumber}", time.Today(), null, round.Demonstration),
            };
            return new PaperSource(CouncilMinutes.Of(meeting), $"round/{round.Id.Value}", null, $"{round.Year}-{session.Id}");
        }

        private static CouncilPresence PresenceOf(CouncilAttendance entered) => new(
            entered.StartsAt, entered.EndsAt, entered.Place, entered.People.Count(p => p.Present),
            [.. entered.People.Where(p => !p.Present).Select(p => p.Reason is { } why ? $"{p.Name} ({why})" : p.Name)], entered.Guests, entered.Secretary);

        // The last decision of the session on each row, beside the last one from before the session.
        private async Task<List<Found>> DecisionsAsync(long session, CancellationToken cancellationToken) => await (
            from decision in db.Decisions.AsNoTracking()
            where decision.SessionId == session && !db.Decisions.Any(d => d.RowId == decision.RowId && d.SessionId == session && d.Id > decision.Id)
            join row in db.Rows on decision.RowId equals row.Id
            join sheet in db.LiveSheets on row.SheetId equals sheet.Id
            join unit in db.Agencies on sheet.UnitId equals unit.Id
            select new Found(
                decision, sheet.GroupId, unit.Name, row.Code, row.SelfPoints,
                db.Decisions.Where(d => d.RowId == row.Id && d.Stage != DecisionStage.Self && d.Id < db.Decisions.Where(s => s.RowId == row.Id && s.SessionId == session).Min(s => s.Id))
                    .OrderByDescending(d => d.Id).Select(d => d.Points).FirstOrDefault())).ToListAsync(cancellationToken);

        private async Task<List<Entry>> AdjustmentsAsync(RoundId round, CancellationToken cancellationToken) => await (
            from entry in db.Adjustments.AsNoTracking()
            where entry.State != AdjustmentState.Withdrawn
            join sheet in db.LiveSheets on entry.SheetId equals sheet.Id
            where sheet.RoundId == round
            join unit in db.Agencies on sheet.UnitId equals unit.Id
            select new Entry(entry, sheet.GroupId, unit.Name, db.Documents.FirstOrDefault(d => d.Id == entry.DocumentId))).ToListAsync(cancellationToken);

        // An entry keeps its last decision only. What was decided anew afterwards is not what the council saw.
        private static bool StoodOn(Adjustment entry, DateOnly day) => DayOf(entry.EnteredAt) <= day && (entry.DecidedAt is not { } decided || DayOf(decided) <= day);

        private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToVietnam());

        private static CouncilAdjustment AdjustmentOf(Entry found)
        {
            var (entry, penalty, document) = (found.Adjustment, found.Adjustment.Kind == AdjustmentKind.Penalty, found.Document);
            return new CouncilAdjustment(
                found.Unit, penalty, entry.Title, penalty ? null : entry.ClaimedPoints, entry.DecidedPoints, entry.Reason,
                document is null ? null : new ScoreSheetEvidence(string.Join('/', new[] { document.Number, document.Symbol }.OfType<string>()), document.IssuedOn, document.Subject),
                entry.DecidedBy, entry.DecidedAt is { } decided ? DayOf(decided) : null);
        }

        private static CouncilItem ItemOf(Found found, Framework framework)
        {
            var criterion = framework.Find(found.Code)!;
            var (points, decision) = (found.Decision.Points, found.Decision);
            return new CouncilItem(found.Unit, found.Code, criterion.Title, criterion.MaxPoints, found.SelfPoints, found.Before, points, decision.Reason, decision.DecidedBy, decision.Votes);
        }
    }
}
