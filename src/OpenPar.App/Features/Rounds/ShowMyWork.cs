using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>"Việc của tôi": what the person owes in the open rounds, by when, and what came back and why.</summary>
public static class ShowMyWork
{
    public sealed record Item(RowId Row, CriterionCode Code, string Title, decimal? MaxPoints, RowState State, decimal? SelfPoints, DateOnly Due, string? Message);

    public sealed record RoundWork(RoundId Round, string Title, DateOnly SelfScoreDueOn, DateOnly AppraisalDueOn, bool Demonstration,
        IReadOnlyList<Item> ToScore, IReadOnlyList<Item> ToAppraise, IReadOnlyList<Item> ToSurvey, int Done);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, Actor actor)
    {
        public async Task<IReadOnlyList<RoundWork>> HandleAsync(CancellationToken cancellationToken)
        {
            var rounds = await db.Rounds.AsNoTracking().Where(r => r.State == RoundState.Open).OrderBy(r => r.SelfScoreDueOn).ToListAsync(cancellationToken);
            var work = new List<RoundWork>();
            foreach (var round in rounds) work.Add(await WorkOfAsync(round, cancellationToken));
            return work;
        }

        private async Task<RoundWork> WorkOfAsync(Round round, CancellationToken cancellationToken)
        {
            var framework = await frameworks.GetAsync(db, round.FrameworkId, cancellationToken);
            var rows = await db.Rows.AsNoTracking().Where(r => db.Sheets.Any(s => s.Id == r.SheetId && s.RoundId == round.Id))
                .OrderBy(r => r.SortOrder)
                .Select(r => new
                {
                    r.Id,
                    r.Code,
                    r.State,
                    r.SelfPoints,
                    Mine = actor.Agency != null && r.Owners.Any(o => o.AgencyId == actor.Agency),
                    Message = r.State == RowState.Returned ? r.Messages.OrderByDescending(m => m.Id).Select(m => m.Text).FirstOrDefault() : null,
                })
                .ToListAsync(cancellationToken);

            var scores = actor.ScopeOf(Permission.ScoreRows) != Scope.None;
            var appraises = actor.May(Permission.AppraiseRows);
            var surveys = actor.May(Permission.EnterSurveyPoints);
            List<Item> toScore = [], toAppraise = [], toSurvey = [];
            var done = 0;
            foreach (var row in rows)
            {
                var criterion = framework.Find(row.Code)!;
                var surveyed = criterion.Method == ScoringMethod.Survey;
                var due = row.State is RowState.Returned or RowState.Submitted || surveyed ? round.AppraisalDueOn : round.SelfScoreDueOn;
                var item = new Item(row.Id, row.Code, criterion.Title, criterion.MaxPoints, row.State, Rounded(framework, row.SelfPoints), due, row.Message);
                var waits = row.State is RowState.NotStarted or RowState.InProgress or RowState.Returned;
                if (scores && row.Mine && !surveyed && waits) toScore.Add(item);
                else if (scores && row.Mine && !surveyed) done++;
                if (appraises && row.State == RowState.Submitted) toAppraise.Add(item);
                if (surveys && surveyed && row.State == RowState.NotStarted) toSurvey.Add(item);
            }

            return new RoundWork(round.Id, round.Title, round.SelfScoreDueOn, round.AppraisalDueOn, round.Demonstration,
                [.. toScore.OrderBy(i => i.State == RowState.Returned ? 0 : 1)], toAppraise, toSurvey, done);
        }

        private static decimal? Rounded(Framework framework, decimal? points) =>
            framework.Rounding.Apply(points);
    }
}
