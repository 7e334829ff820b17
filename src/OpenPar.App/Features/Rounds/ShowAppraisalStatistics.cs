using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The appraisal from above: own minus appraised points by unit, leniency by appraiser, rows most changed, returned and explained rows.</summary>
public static class ShowAppraisalStatistics
{
    /// <summary>Most changed rows that are listed.</summary>
    public const int Listed = 20;

    /// <param name="Row">The row.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Code">Its code.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Self">The own points.</param>
    /// <param name="Final">The decided points.</param>
    public sealed record ChangedRow(RowId Row, string Unit, CriterionCode Code, string Title, decimal Self, decimal Final);

    /// <summary>Rows sent back to a unit.</summary>
    public sealed record Answers(string Unit, int Returned, int Questioned, int Objected, int Explained);

    public sealed record View(Round Round, IReadOnlyList<UnitDifference> Units, IReadOnlyList<Leniency> Appraisers, IReadOnlyList<ChangedRow> Changed, IReadOnlyList<Answers> Answered, int Decided);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks)
    {
        private sealed record Placed(RowId Id, CriterionCode Code, GroupId Group, string Unit, decimal? FinalPoints, bool ByHand);

        private sealed record Told(long Id, RowId Row, DecisionStage Stage, decimal? Points, string By);

        private sealed record Judgement(JudgedRow Judged, Placed Row);

        public async Task<View?> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null) return null;
            var states = RowMachine.DecidedStates;
            var rows = (await (
                from sheet in db.LiveSheets
                where sheet.RoundId == id
                join unit in db.Agencies on sheet.UnitId equals unit.Id
                join row in db.Rows on sheet.Id equals row.SheetId
                where states.Contains(row.State)
                select new Placed(row.Id, row.Code, sheet.GroupId, unit.Name, row.FinalPoints, row.ProposedPoints != null)).AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(r => r.Id);
            var told = (await Rows(id).Join(db.Decisions, r => r.Id, d => d.RowId, (r, d) => d).Select(d => new Told(d.Id, d.RowId, d.Stage, d.Points, d.DecidedBy)).ToListAsync(cancellationToken))
                .Where(t => rows.ContainsKey(t.Row)).ToLookup(t => t.Row);
            var last = rows.Values.Select(r => Last(r, told[r.Id])).OfType<Judgement>().ToList();
            var appraised = round.Settings.Blind ? await OpinionsAsync(id, rows, told, cancellationToken) : rows.Values.SelectMany(r => Each(r, told[r.Id]));
            var changed = last.Where(j => j.Judged.Self != j.Judged.Judged).OrderByDescending(j => Math.Abs(j.Judged.Self - j.Judged.Judged)).ThenBy(j => j.Row.Unit, StringComparer.Ordinal).Take(Listed).ToList();
            var lines = new List<ChangedRow>();
            foreach (var j in changed)
            {
                var framework = await frameworks.OfGroupAsync(db, j.Row.Group, cancellationToken);
                lines.Add(new ChangedRow(j.Row.Id, j.Row.Unit, j.Row.Code, framework.Find(j.Row.Code)?.Title ?? "", j.Judged.Self, j.Judged.Judged));
            }

            return new View(round, AppraisalStatistics.ByUnit(last.Select(j => j.Judged)), AppraisalStatistics.ByAppraiser(appraised), lines, await AnswersAsync(id, cancellationToken), last.Count);
        }

        private IQueryable<Row> Rows(RoundId id) => db.LiveSheets.AsNoTracking().Where(s => s.RoundId == id).Join(db.Rows.AsNoTracking(), s => s.Id, r => r.SheetId, (s, r) => r);

        private static bool Appraises(Told told) => told.Stage is DecisionStage.Appraisal1 or DecisionStage.Appraisal2;

        // The own points are those the unit had handed in when the first appraisal decided, not what it corrected afterwards.
        private static Judgement? Last(Placed row, IEnumerable<Told> told)
        {
            var all = told.OrderBy(t => t.Id).ToList();
            return all.FindLast(t => t.Stage != DecisionStage.Self) is { Points: { } points } last && all.Exists(Appraises)
                && all.TakeWhile(t => !Appraises(t)).LastOrDefault(t => t.Stage == DecisionStage.Self) is { Points: { } self }
                ? new Judgement(new JudgedRow(row.Unit, last.By, self, row.ByHand ? null : self, points), row) : null;
        }

        // The last decision of each stage, by who made it, against what had been handed in before it.
        private static IEnumerable<JudgedRow> Each(Placed row, IEnumerable<Told> told)
        {
            var all = told.OrderBy(t => t.Id).ToList();
            foreach (var stage in all.Where(Appraises).GroupBy(t => t.Stage))
            {
                var decision = stage.Last();
                if (decision.Points is { } points && all.FindLast(t => t.Stage == DecisionStage.Self && t.Id < decision.Id) is { Points: { } self })
                    yield return new JudgedRow(row.Unit, decision.By, self, row.ByHand ? null : self, points);
            }
        }

        // Of rows that are decided: an opinion that waits for the other is nobody's to see, also not in a mean.
        private async Task<List<JudgedRow>> OpinionsAsync(RoundId id, Dictionary<RowId, Placed> rows, ILookup<RowId, Told> told, CancellationToken cancellationToken)
        {
            var opinions = await Rows(id).Join(db.Opinions, r => r.Id, o => o.RowId, (r, o) => new { o.RowId, o.Pass, o.Appraiser, o.Points }).ToListAsync(cancellationToken);
            return [.. from opinion in opinions
                       where opinion.Points is not null && rows.ContainsKey(opinion.RowId) && told[opinion.RowId].Any(t => Appraises(t) && t.Id > opinion.Pass)
                       let self = told[opinion.RowId].Where(t => t.Stage == DecisionStage.Self && t.Id <= opinion.Pass).MaxBy(t => t.Id)?.Points
                       where self is not null
                       select new JudgedRow(rows[opinion.RowId].Unit, opinion.Appraiser, self.Value, rows[opinion.RowId].ByHand ? null : self, opinion.Points!.Value)];
        }

        private async Task<List<Answers>> AnswersAsync(RoundId id, CancellationToken cancellationToken)
        {
            var messages = await (
                from sheet in db.LiveSheets
                where sheet.RoundId == id
                join unit in db.Agencies on sheet.UnitId equals unit.Id
                join row in db.Rows on sheet.Id equals row.SheetId
                join message in db.Messages on row.Id equals message.RowId
                select new { Unit = unit.Name, row.Id, message.Kind }).Distinct().ToListAsync(cancellationToken);
            return [.. messages.GroupBy(m => m.Unit).OrderBy(g => g.Key, Core.Text.VietnameseText.Comparer).Select(g => new Answers(
                g.Key, g.Count(m => m.Kind == RowMessageKind.Return), g.Count(m => m.Kind == RowMessageKind.Question),
                g.Count(m => m.Kind == RowMessageKind.Objection), g.Count(m => m.Kind == RowMessageKind.Explanation)))];
        }
    }
}
