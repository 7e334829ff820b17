using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>"Việc của tôi": what the person owes in the open rounds, by when, and what came back and why.</summary>
public static class ShowMyWork
{
    /// <summary>Rows listed of one kind; the rest is counted and found on its own page.</summary>
    public const int Shown = 50;

    public sealed record Item(RowId Row, string Unit, CriterionCode Code, string Title, decimal? MaxPoints, RowState State, decimal? SelfPoints, DateOnly Due, string? Message);

    /// <summary>Rows of one kind of work.</summary>
    /// <param name="Items">The first of them.</param>
    /// <param name="Count">How many there are.</param>
    public sealed record Heap(IReadOnlyList<Item> Items, int Count);

    /// <summary>A sheet that waits for a signature, that came back from the leader, or on which everything is handed in and nobody has sent it on.</summary>
    public sealed record SheetItem(SheetId Sheet, string Unit, SheetState State, DateOnly Due, string? Message, bool Ready);

    /// <summary>The sheet of the person's own unit, whatever there is to do on it.</summary>
    /// <param name="Sheet">The sheet.</param>
    /// <param name="Unit">The name of the unit.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="HandedIn">Its rows that are handed in.</param>
    /// <param name="Rows">All its rows but those a survey fills.</param>
    public sealed record OwnSheet(SheetId Sheet, string Unit, SheetState State, int HandedIn, int Rows);

    /// <summary>
    /// What a person owes in one round, with the calendar in force for the person's unit, or for all. The unit is named beside a row when the round
    /// has several.
    /// </summary>
    public sealed record RoundWork(RoundId Round, string Title, RoundCalendar Calendar, bool Demonstration, int Units, IReadOnlyList<OwnSheet> Own, IReadOnlyList<SheetItem> Sheets, Heap ToScore, Heap ToAppraise, Heap ToSurvey, int Done)
    {
        public bool Nothing => Sheets.Count + ToScore.Count + ToAppraise.Count + ToSurvey.Count == 0;

        /// <summary>Whether the person has, or had, anything to do in it.</summary>
        public bool Concerns => !Nothing || Done + Own.Count > 0;
    }

    /// <summary>A round that is closed or approved and waits for the person: the council to decide, the administrator to approve or to publish.</summary>
    public sealed record Ending(RoundId Round, string Title, RoundState State, bool Demonstration);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, AppraisalTeams teams, TimeProvider time, Actor actor)
    {
        public async Task<IReadOnlyList<RoundWork>> HandleAsync(CancellationToken cancellationToken)
        {
            var rounds = await db.Rounds.AsNoTracking().Include(r => r.Groups).Include(r => r.Extensions).AsSplitQuery()
                .Where(r => r.State == RoundState.Open).OrderBy(r => r.SelfScoreDueOn).ToListAsync(cancellationToken);
            var work = new List<RoundWork>();
            foreach (var round in rounds) work.Add(await WorkOfAsync(round, cancellationToken));
            return work;
        }

        /// <summary>Rounds past their appraisal in which the person still has to act.</summary>
        public async Task<IReadOnlyList<Ending>> EndingAsync(CancellationToken cancellationToken)
        {
            var (manages, decides) = (actor.May(Permission.ManageRounds), actor.May(Permission.DecideInCouncil));
            if (!manages && !decides) return [];
            var rounds = db.Rounds.AsNoTracking().Where(r => r.State == RoundState.Closed || (manages && r.State == RoundState.Approved));
            // Once the council is named, it is the work of its members alone.
            if (!manages) rounds = rounds.Where(r => db.CouncilMembers.All(m => m.RoundId != r.Id) || db.CouncilMembers.Any(m => m.RoundId == r.Id && m.UserId == actor.UserId));
            return await rounds.OrderBy(r => r.Year).ThenBy(r => r.CreatedAt).Select(r => new Ending(r.Id, r.Title, r.State, r.Demonstration)).ToListAsync(cancellationToken);
        }

        private async Task<RoundWork> WorkOfAsync(Round round, CancellationToken cancellationToken)
        {
            var sets = new Dictionary<GroupId, Framework>();
            foreach (var group in round.Groups) sets[group.Id] = await frameworks.GetAsync(db, group.FrameworkId, cancellationToken);
            var surveyed = Surveyed(sets);
            var scored = Expression.Lambda<Func<Placed, bool>>(Expression.Not(surveyed.Body), surveyed.Parameters);
            var mine = Mine(round.Id).Where(scored);
            var toScore = await HeapAsync(mine.Where(r => RowMachine.WrittenStates.Contains(r.Row.State)), round, sets, cancellationToken);
            var done = await mine.CountAsync(r => !RowMachine.WrittenStates.Contains(r.Row.State), cancellationToken);
            var toAppraise = actor.May(Permission.AppraiseRows) ? await HeapAsync(await ToAppraiseAsync(round, cancellationToken), round, sets, cancellationToken) : new Heap([], 0);
            var toSurvey = actor.May(Permission.EnterSurveyPoints)
                ? await HeapAsync(Of(round.Id).Where(r => r.Row.State == RowState.NotStarted).Where(surveyed), round, sets, cancellationToken)
                : new Heap([], 0);
            var units = await db.LiveSheets.CountAsync(s => s.RoundId == round.Id, cancellationToken);
            var own = await OwnSheetsAsync(round, cancellationToken);
            var calendar = ExtendRound.InForce(round, null, own is [var only] ? only.Sheet : null);
            return new RoundWork(round.Id, round.Title, calendar, round.Demonstration, units, await ProgressAsync(own, Of(round.Id).Where(scored), cancellationToken), await SheetsAsync(round, own, sets, cancellationToken), toScore, toAppraise, toSurvey, done);
        }

        // A code may be surveyed in one group and scored by the unit in another.
        private static Expression<Func<Placed, bool>> Surveyed(Dictionary<GroupId, Framework> sets)
        {
            var row = Expression.Parameter(typeof(Placed), "row");
            Expression any = Expression.Constant(false);
            foreach (var set in sets.GroupBy(s => s.Value.Id))
            {
                var groups = set.Select(s => s.Key).ToList();
                var codes = set.First().Value.Leaves.Where(l => l.Method == ScoringMethod.Survey).Select(l => l.Code).ToList();
                Expression<Func<Placed, bool>> here = r => groups.Contains(r.Sheet.GroupId) && codes.Contains(r.Row.Code);
                any = Expression.OrElse(any, ReplacingExpressionVisitor.Replace(here.Parameters[0], row, here.Body));
            }

            return Expression.Lambda<Func<Placed, bool>>(any, row);
        }

        private async Task<List<(Sheet Sheet, string Unit, SheetHappening? Last)>> OwnSheetsAsync(Round round, CancellationToken cancellationToken)
        {
            if (actor.Agency is not { } agency) return [];
            var own = await (
                from sheet in db.LiveSheets.AsNoTracking()
                where sheet.RoundId == round.Id && sheet.UnitId == agency
                join unit in db.Agencies on sheet.UnitId equals unit.Id
                select new { Sheet = sheet, unit.Name, Last = db.SheetHappenings.Where(h => h.SheetId == sheet.Id).OrderByDescending(h => h.Id).FirstOrDefault() }).ToListAsync(cancellationToken);
            return [.. own.Select(s => (s.Sheet, s.Name, s.Last))];
        }

        private static async Task<List<OwnSheet>> ProgressAsync(
            IReadOnlyList<(Sheet Sheet, string Unit, SheetHappening? Last)> own, IQueryable<Placed> scored, CancellationToken cancellationToken)
        {
            var ids = own.Select(o => o.Sheet.Id).ToList();
            if (ids.Count == 0) return [];
            var rows = await scored.Where(r => ids.Contains(r.Sheet.Id)).GroupBy(r => r.Sheet.Id)
                .Select(g => new { g.Key, All = g.Count(), HandedIn = g.Count(r => !RowMachine.NotHandedInStates.Contains(r.Row.State)) }).ToDictionaryAsync(g => g.Key, cancellationToken);
            return [.. own.Select(o => (o.Sheet, o.Unit, Rows: rows.GetValueOrDefault(o.Sheet.Id))).Select(o => new OwnSheet(o.Sheet.Id, o.Unit, o.Sheet.State, o.Rows?.HandedIn ?? 0, o.Rows?.All ?? 0))];
        }

        // For the leader, sheets to sign; for the focal officer, a sheet the leader sent back, or one that only has to be sent to the leader.
        private async Task<List<SheetItem>> SheetsAsync(
            Round round, IReadOnlyList<(Sheet Sheet, string Unit, SheetHappening? Last)> own, Dictionary<GroupId, Framework> sets, CancellationToken cancellationToken)
        {
            var (signs, scores) = (actor.May(Permission.SignSheets), actor.ScopeOf(Permission.ScoreRows) == Scope.OwnAgency);
            if (round.Way != ScoringWay.ByUnit) return [];
            var items = new List<SheetItem>();
            foreach (var (sheet, unit, last) in own)
            {
                var due = round.DueOn(RoundStep.SelfScore, sheet);
                var filling = scores && sheet.State == SheetState.Filling;
                var ready = filling && time.Today() <= due && (await SendSheetToReview.OpenRowsAsync(db, sheet.Id, sets[sheet.GroupId], cancellationToken)).Count == 0;
                var back = filling && last?.Event is SheetEvent.SendBack or SheetEvent.Unlock;
                if (ready || back || (signs && sheet.State == SheetState.InReview)) items.Add(new SheetItem(sheet.Id, unit, sheet.State, due, back ? last?.Text : null, ready));
            }

            return items;
        }

        private IQueryable<Placed> Of(RoundId round) =>
            from sheet in db.LiveSheets.AsNoTracking()
            where sheet.RoundId == round
            join row in db.Rows on sheet.Id equals row.SheetId
            select new Placed { Sheet = sheet, Row = row };

        private IQueryable<Placed> Mine(RoundId round) => actor.ScopeOf(Permission.ScoreRows) switch
        {
            Scope.OwnAgency => Of(round).Where(r => actor.Agency != null && r.Row.Owners.Any(o => o.AgencyId == actor.Agency)),
            Scope.Delegated => Of(round).Where(r => r.Row.Delegates.Any(d => d.UserId == actor.UserId)),
            _ => Of(round).Where(r => false),
        };

        private async Task<IQueryable<Placed>> ToAppraiseAsync(Round round, CancellationToken cancellationToken)
        {
            var rows = Of(round.Id).Where(r => r.Row.State == RowState.Submitted || r.Row.State == RowState.Explained)
                .Where(r => actor.Agency == null || (r.Sheet.UnitId != actor.Agency && r.Row.Owners.All(o => o.AgencyId != actor.Agency)));
            if (await teams.RowsAsync(round.Id, cancellationToken) is { } covered) rows = rows.Where(r => covered.Contains(r.Row.Id));
            // An opinion of the current pass: nothing has been decided on the row since.
            if (round.Settings.Blind)
                rows = rows.Where(r => !db.Opinions.Any(o => o.RowId == r.Row.Id && o.UserId == actor.UserId && r.Row.Decisions.All(d => d.Id <= o.Pass)));
            return round.Way == ScoringWay.ByUnit ? rows.Where(r => r.Sheet.State == SheetState.Signed || r.Sheet.State == SheetState.Announced) : rows;
        }

        private async Task<Heap> HeapAsync(IQueryable<Placed> rows, Round round, Dictionary<GroupId, Framework> sets, CancellationToken cancellationToken)
        {
            var found = await rows.OrderBy(r => r.Row.State == RowState.Returned || r.Row.State == RowState.Questioned ? 0 : 1).ThenBy(r => r.Row.SortOrder).Take(Shown)
                .Join(db.Agencies, r => r.Sheet.UnitId, a => a.Id, (r, unit) => new
                {
                    r.Row,
                    r.Sheet,
                    Unit = unit.Name,
                    Message = r.Row.Messages.Where(m => m.Kind != RowMessageKind.Note && m.Kind != RowMessageKind.InternalNote).OrderByDescending(m => m.Id).Select(m => m.Text).FirstOrDefault(),
                }).ToListAsync(cancellationToken);
            var count = found.Count < Shown ? found.Count : await rows.CountAsync(cancellationToken);
            return new Heap([.. found.Select(f => ItemOf(round, sets[f.Sheet.GroupId], f.Sheet, f.Row, f.Unit, f.Message))], count);
        }

        private static Item ItemOf(Round round, Framework framework, Sheet sheet, Row row, string unit, string? message)
        {
            var criterion = framework.Find(row.Code)!;
            var answers = row.State is RowState.Returned or RowState.Questioned;
            return new Item(
                row.Id, unit, row.Code, criterion.Title, criterion.MaxPoints, row.State, framework.Rounding.Apply(row.SelfPoints),
                answers && row.AnswerDueOn is { } day ? day : round.DueOn(StepOf(row.State, criterion), sheet), answers ? message : null);
        }

        private static RoundStep StepOf(RowState state, Criterion criterion) => state switch
        {
            RowState.Returned or RowState.Submitted => RoundStep.Appraisal,
            RowState.Questioned => RoundStep.Explanation,
            RowState.Explained => RoundStep.SecondAppraisal,
            _ => criterion.Method == ScoringMethod.Survey ? RoundStep.SecondAppraisal : RoundStep.SelfScore,
        };

        private sealed class Placed
        {
            public required Sheet Sheet { get; init; }

            public required Row Row { get; init; }
        }
    }
}
