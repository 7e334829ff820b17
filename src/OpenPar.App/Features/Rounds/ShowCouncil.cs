using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The council of a round: who is in it, its sessions, what it decided, and which rows are worth its time.</summary>
public static class ShowCouncil
{
    /// <summary>Rows proposed at most.</summary>
    public const int Proposed = 50;

    public sealed record Person(Guid Id, string Name, bool Member, bool Chair);

    /// <summary>A session, with how many of the members there were then came to it; null while that was not entered.</summary>
    public sealed record SessionLine(long Id, DateOnly HeldOn, string MinutesNumber, string? Note, DocumentId? Document, string? DocumentSubject, int Decisions, int? Present, int? Members);

    public sealed record DocumentChoice(DocumentId Id, string Name);

    /// <param name="Row">The row.</param>
    /// <param name="Unit">The unit.</param>
    /// <param name="Criterion">Its leaf.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="SelfPoints">Points the unit gave itself.</param>
    /// <param name="FinalPoints">Points of the last decision.</param>
    /// <param name="Objected">Whether the unit objected to a decision.</param>
    /// <param name="Minutes">Number of the minutes of the last council decision; null while the council has not decided.</param>
    /// <param name="Reason">Reason of the last decision.</param>
    public sealed record RowLine(RowId Row, string Unit, Criterion Criterion, RowState State, decimal? SelfPoints, decimal? FinalPoints, bool Objected, string? Minutes, string? Reason)
    {
        /// <summary>How far the last decision is from the self-score.</summary>
        public decimal? Difference => FinalPoints - SelfPoints;
    }

    /// <param name="Round">The round.</param>
    /// <param name="People">Who holds the role, members first.</param>
    /// <param name="Sessions">The sessions, the last first.</param>
    /// <param name="Decided">Rows the council decided.</param>
    /// <param name="Rows">Rows proposed: objected to, or far from the self-score; the greatest difference first.</param>
    /// <param name="Documents">Documents that may hold minutes, the newest first.</param>
    public sealed record View(
        Round Round, IReadOnlyList<Person> People, IReadOnlyList<SessionLine> Sessions, IReadOnlyList<RowLine> Decided, IReadOnlyList<RowLine> Rows, IReadOnlyList<DocumentChoice> Documents);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, Actor actor)
    {
        private sealed record Found(RowId Row, GroupId Group, string Unit, CriterionCode Code, RowState State, decimal? SelfPoints, decimal? FinalPoints, bool Objected, string? Minutes, string? Reason);

        public async Task<View?> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.AsNoTracking().Include(r => r.Groups).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null) return null;
            var sets = new Dictionary<GroupId, Framework>();
            foreach (var group in round.Groups) sets[group.Id] = await frameworks.GetAsync(db, group.FrameworkId, cancellationToken);
            var decided = await FindAsync(Rows(id).Where(r => r.State == RowState.Decided).OrderBy(r => r.SheetId).ThenBy(r => r.SortOrder).Take(500), cancellationToken);
            var proposed = await FindAsync(
                Rows(id).Where(r => r.State == RowState.Appraised || r.State == RowState.Reappraised)
                    .Where(r => r.Messages.Any(m => m.Kind == RowMessageKind.Objection) || (r.SelfPoints != null && r.FinalPoints != null && r.SelfPoints != r.FinalPoints))
                    .OrderByDescending(r => r.Messages.Any(m => m.Kind == RowMessageKind.Objection)).ThenByDescending(r => Math.Abs((r.SelfPoints ?? 0) - (r.FinalPoints ?? 0))).Take(Proposed),
                cancellationToken);
            return new View(
                round, await PeopleAsync(id, cancellationToken), await SessionsAsync(id, cancellationToken), [.. decided.Select(f => Line(f, sets))],
                [.. proposed.OrderByDescending(f => f.Objected).ThenByDescending(f => Math.Abs((f.SelfPoints ?? 0) - (f.FinalPoints ?? 0))).Select(f => Line(f, sets))],
                await DocumentsAsync(cancellationToken));
        }

        private IQueryable<Row> Rows(RoundId round) => db.Rows.AsNoTracking().Where(r => db.Sheets.Any(s => s.Id == r.SheetId && s.RoundId == round));

        private async Task<List<Found>> FindAsync(IQueryable<Row> rows, CancellationToken cancellationToken) => await (
            from row in rows
            join sheet in db.LiveSheets on row.SheetId equals sheet.Id
            join unit in db.Agencies on sheet.UnitId equals unit.Id
            select new Found(
                row.Id, sheet.GroupId, unit.Name, row.Code, row.State, row.SelfPoints, row.FinalPoints, row.Messages.Any(m => m.Kind == RowMessageKind.Objection),
                row.Decisions.Where(d => d.Stage == DecisionStage.Council).OrderByDescending(d => d.Id).Select(d => db.CouncilSessions.Where(s => s.Id == d.SessionId).Select(s => s.MinutesNumber).FirstOrDefault()).FirstOrDefault(),
                row.Decisions.Where(d => d.Stage != DecisionStage.Self).OrderByDescending(d => d.Id).Select(d => d.Reason).FirstOrDefault())).ToListAsync(cancellationToken);

        private async Task<List<Person>> PeopleAsync(RoundId round, CancellationToken cancellationToken)
        {
            var members = (await db.CouncilMembers.AsNoTracking().Where(m => m.RoundId == round).ToListAsync(cancellationToken)).ToDictionary(m => m.UserId, m => m.Chair);
            var people = await db.Users.AsNoTracking().Where(u => members.Keys.Contains(u.Id) || (!u.Disabled && u.Grants.Any(g => g.Role == Role.CouncilMember)))
                .Select(u => new { u.Id, u.FullName }).ToListAsync(cancellationToken);
            return [.. people.Select(p => new Person(p.Id, p.FullName, members.ContainsKey(p.Id), members.GetValueOrDefault(p.Id)))
                .OrderByDescending(p => p.Chair).ThenByDescending(p => p.Member).ThenBy(p => p.Name, Core.Text.VietnameseText.Comparer)];
        }

        private async Task<List<SessionLine>> SessionsAsync(RoundId round, CancellationToken cancellationToken)
        {
            var sessions = await db.CouncilSessions.AsNoTracking().Where(s => s.RoundId == round).OrderByDescending(s => s.HeldOn).ThenByDescending(s => s.Id)
                .Select(s => new SessionLine(
                    s.Id, s.HeldOn, s.MinutesNumber, s.Note, s.DocumentId, db.Documents.Where(d => d.Id == s.DocumentId).Select(d => d.Subject).FirstOrDefault(),
                    db.Decisions.Count(d => d.SessionId == s.Id), null, null)).ToListAsync(cancellationToken);
            var came = await CouncilAttendances.LastAsync(db, [.. sessions.Select(s => s.Id)], cancellationToken);
            return [.. sessions.Select(s => came.TryGetValue(s.Id, out var entered) ? s with { Present = entered.People.Count(p => p.Present), Members = entered.People.Count } : s)];
        }

        private async Task<List<DocumentChoice>> DocumentsAsync(CancellationToken cancellationToken) =>
            actor.May(Permission.DecideInCouncil) ? await DocumentChoices.OfAsync(db, actor, cancellationToken) : [];

        private static RowLine Line(Found found, Dictionary<GroupId, Framework> sets) =>
            new(found.Row, found.Unit, sets[found.Group].Find(found.Code)!, found.State, found.SelfPoints, found.FinalPoints, found.Objected, found.Minutes, found.Reason);
    }
}
