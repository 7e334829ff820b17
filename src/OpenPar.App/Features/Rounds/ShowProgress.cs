using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Provisional points of every unit on any day, where they will end, and which units will be late. People of an agency see their own unit.</summary>
public static class ShowProgress
{
    /// <param name="Round">The round.</param>
    /// <param name="Group">Only this group.</param>
    /// <param name="Risk">Only units of this risk.</param>
    public sealed record Query(RoundId Round, GroupId? Group = null, PaceRisk? Risk = null);

    /// <param name="Sheet">The sheet.</param>
    /// <param name="Unit">Name of the unit.</param>
    /// <param name="Group">Name of its group.</param>
    /// <param name="Handed">Rows handed in.</param>
    /// <param name="Rows">Rows it must hand in.</param>
    /// <param name="LastDay">Its last day of self-scoring.</param>
    /// <param name="Pace">When it will be done.</param>
    /// <param name="Points">Where its points will end.</param>
    /// <param name="Rounding">How its points are shown.</param>
    public sealed record UnitLine(
        SheetId Sheet, string Unit, string Group, int Handed, int Rows, DateOnly LastDay, PaceForecast Pace, PointsForecast Points, OutputRounding Rounding);

    /// <param name="Round">The round with its groups.</param>
    /// <param name="Units">Units, those at risk first.</param>
    /// <param name="Counts">How many units of each risk, whatever is filtered.</param>
    /// <param name="Calendar">What the working days are counted by.</param>
    /// <param name="LastYear">Whether last year's points of some unit are known.</param>
    public sealed record View(Round Round, IReadOnlyList<UnitLine> Units, IReadOnlyDictionary<PaceRisk, int> Counts, string Calendar, bool LastYear);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, LastYearShares lastYear, TimeProvider time, Actor actor)
    {
        private sealed record Counted(SheetId Sheet, CriterionCode Code, RowState State, decimal? Points, DateTimeOffset? HandedAt);

        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var round = await db.Rounds.AsNoTracking().Include(r => r.Groups).Include(r => r.Extensions).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == query.Round, cancellationToken);
            if (round is null) return null;
            var working = await db.WorkingAsync(round.Calendar, cancellationToken);
            var rows = (await RowsAsync(round.Id, cancellationToken)).ToLookup(r => r.Sheet);
            var lines = new List<UnitLine>();
            var remembered = false;
            foreach (var group in round.Groups.OrderBy(g => g.SortOrder))
            {
                var framework = await frameworks.GetAsync(db, group.FrameworkId, cancellationToken);
                var sheets = await Visible(group.Id).Join(db.Agencies, s => s.UnitId, a => a.Id, (s, a) => new { Sheet = s, a.Name }).ToListAsync(cancellationToken);
                var shares = await lastYear.OfAsync(round, framework, [.. sheets.Select(s => s.Sheet.UnitId)], cancellationToken);
                remembered |= shares.Count > 0;
                foreach (var sheet in sheets)
                    lines.Add(Line(round, group, framework, sheet.Sheet, sheet.Name, [.. rows[sheet.Sheet.Id]], shares.GetValueOrDefault(sheet.Sheet.UnitId), working));
            }

            var shown = lines.Where(l => (query.Risk is null || l.Pace.Risk == query.Risk) && (query.Group is not { } only || l.Group == round.Groups.Find(g => g.Id == only)?.Name));
            return new View(round, [.. shown.OrderBy(l => l.Pace.Risk).ThenBy(l => l.LastDay).ThenBy(l => l.Rows == 0 ? 1 : (double)l.Handed / l.Rows).ThenBy(l => l.Unit, VietnameseText.Comparer)],
                lines.CountBy(l => l.Pace.Risk).ToDictionary(), working.Name, remembered);
        }

        private IQueryable<Sheet> Visible(GroupId group)
        {
            var sheets = db.LiveSheets.AsNoTracking().Where(s => s.GroupId == group);
            return actor.ScopeOf(Permission.ViewRounds) == Scope.Province ? sheets : sheets.Where(s => actor.Agency != null && s.UnitId == actor.Agency);
        }

        private async Task<List<Counted>> RowsAsync(RoundId round, CancellationToken cancellationToken) =>
            await db.Rows.AsNoTracking().Where(r => db.LiveSheets.Any(s => s.Id == r.SheetId && s.RoundId == round))
                .Select(r => new Counted(r.SheetId, r.Code, r.State, r.FinalPoints ?? r.SelfPoints,
                    r.Decisions.Where(d => d.Stage == DecisionStage.Self).OrderByDescending(d => d.Id).Select(d => (DateTimeOffset?)d.DecidedAt).FirstOrDefault()))
                .ToListAsync(cancellationToken);

        private UnitLine Line(
            Round round, UnitGroup group, Framework framework, Sheet sheet, string name, List<Counted> rows, IReadOnlyDictionary<CriterionCode, decimal>? shares, Core.Rules.WorkingCalendar working)
        {
            var own = rows.Where(r => framework.Find(r.Code)?.Method != ScoringMethod.Survey).ToList();
            var handed = own.Where(r => RowMachine.IsHandedIn(r.State)).ToList();
            var due = round.DueOn(RoundStep.SelfScore, sheet);
            var pace = PaceForecast.Of(own.Count - handed.Count, handed.Select(r => r.HandedAt).OfType<DateTimeOffset>().Select(at => DateOnly.FromDateTime(at.ToVietnam())), round.OpensOn, time.Today(), due, working);
            var points = PointsForecast.Of([.. rows.Select(r => new RowOutlook(framework.Find(r.Code)?.MaxPoints, r.Points, shares is not null && shares.TryGetValue(r.Code, out var share) ? share : null))]);
            return new UnitLine(sheet.Id, name, group.Name, handed.Count, own.Count, due, pace, points, framework.Rounding);
        }
    }
}
