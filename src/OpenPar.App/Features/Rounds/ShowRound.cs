using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>A round at a look: its calendar, its groups, and how far every unit is. People of an agency see the sheets they have to do with.</summary>
public static class ShowRound
{
    /// <param name="Sheet">The sheet.</param>
    /// <param name="Unit">The unit.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="State">Where the sheet stands.</param>
    /// <param name="Rows">Number of self-assessed rows.</param>
    /// <param name="Handed">Of these, handed in or further.</param>
    /// <param name="Decided">Of all rows, decided.</param>
    /// <param name="Waiting">Rows that wait for an answer of the unit.</param>
    /// <param name="SelfPoints">Sum of the own points.</param>
    /// <param name="FinalPoints">Sum of the decided points.</param>
    /// <param name="SelfScoreDueOn">Last day of self-scoring for this unit.</param>
    public sealed record UnitLine(
        SheetId Sheet, AgencyId Unit, string Name, SheetState State, int Rows, int Handed, int Decided, int Waiting, decimal? SelfPoints, decimal? FinalPoints, DateOnly SelfScoreDueOn);

    /// <summary>A sheet that is history, with the names of the units that continue it.</summary>
    public sealed record RetiredLine(SheetId Sheet, string Name, IReadOnlyList<string> Successors);

    /// <param name="Group">The group.</param>
    /// <param name="Framework">Its framework.</param>
    /// <param name="Units">Its units by name.</param>
    public sealed record GroupLine(UnitGroup Group, Framework Framework, IReadOnlyList<UnitLine> Units);

    /// <param name="Round">The round with its extensions.</param>
    /// <param name="Groups">Its groups in order.</param>
    /// <param name="Unowned">Codes of self-assessed rows nobody answers for.</param>
    public sealed record View(Round Round, IReadOnlyList<GroupLine> Groups, IReadOnlyList<CriterionCode> Unowned)
    {
        /// <summary>Sheets of units that were reorganised during the round, by name.</summary>
        public IReadOnlyList<RetiredLine> Retired { get; init; } = [];

        /// <summary>All units.</summary>
        public IEnumerable<UnitLine> Units => Groups.SelectMany(g => g.Units);
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, Actor actor)
    {
        private sealed record Counted(SheetId Sheet, CriterionCode Code, RowState State, decimal? SelfPoints, decimal? FinalPoints, bool Owned);

        public async Task<View?> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.AsNoTracking().Include(r => r.Groups).Include(r => r.Extensions).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null) return null;
            var sheets = await Visible(id).Join(db.Agencies, s => s.UnitId, a => a.Id, (s, a) => new { Sheet = s, a.Name }).ToListAsync(cancellationToken);
            var rows = (await db.Rows.AsNoTracking().Where(r => db.Sheets.Any(s => s.Id == r.SheetId && s.RoundId == id))
                .Select(r => new Counted(r.SheetId, r.Code, r.State, r.SelfPoints, r.FinalPoints, r.Owners.Count > 0)).ToListAsync(cancellationToken)).ToLookup(r => r.Sheet);
            var groups = new List<GroupLine>();
            var unowned = new SortedSet<CriterionCode>();
            foreach (var group in round.Groups.OrderBy(g => g.SortOrder))
            {
                var framework = await frameworks.GetAsync(db, group.FrameworkId, cancellationToken);
                var units = sheets.Where(s => s.Sheet.GroupId == group.Id).OrderBy(s => s.Name, VietnameseText.Comparer).Select(s => Line(round, framework, s.Sheet, s.Name, [.. rows[s.Sheet.Id]])).ToList();
                unowned.UnionWith(sheets.Where(s => s.Sheet.GroupId == group.Id).SelectMany(s => rows[s.Sheet.Id]).Where(r => !r.Owned && !Surveyed(framework, r.Code)).Select(r => r.Code));
                if (units.Count > 0) groups.Add(new GroupLine(group, framework, units));
            }

            return new View(round, groups, [.. unowned]) { Retired = await RetiredAsync(id, cancellationToken) };
        }

        private async Task<List<RetiredLine>> RetiredAsync(RoundId round, CancellationToken cancellationToken)
        {
            if (actor.ScopeOf(Permission.ViewRounds) != Scope.Province) return [];
            var retired = await db.Sheets.AsNoTracking().Where(s => s.RoundId == round && s.State == SheetState.Retired).Join(db.Agencies, s => s.UnitId, a => a.Id, (s, a) => new { s.Id, a.Name }).ToListAsync(cancellationToken);
            if (retired.Count == 0) return [];
            var after = await (
                from link in db.SheetSuccessors
                join sheet in db.Sheets on link.SuccessorId equals sheet.Id
                where sheet.RoundId == round
                join unit in db.Agencies on sheet.UnitId equals unit.Id
                select new { link.SheetId, unit.Name }).ToListAsync(cancellationToken);
            return [.. retired.OrderBy(r => r.Name, VietnameseText.Comparer).Select(r => new RetiredLine(r.Id, r.Name, [.. after.Where(a => a.SheetId == r.Id).Select(a => a.Name).Order(VietnameseText.Comparer)]))];
        }

        private IQueryable<Sheet> Visible(RoundId round)
        {
            var sheets = db.LiveSheets.AsNoTracking().Where(s => s.RoundId == round);
            if (actor.ScopeOf(Permission.ViewRounds) == Scope.Province) return sheets;
            return actor.Agency is { } agency ? sheets.Where(s => s.UnitId == agency || s.Rows.Any(r => r.Owners.Any(o => o.AgencyId == agency))) : sheets.Where(s => false);
        }

        private static bool Surveyed(Framework framework, CriterionCode code) => framework.Find(code)?.Method == ScoringMethod.Survey;

        private static UnitLine Line(Round round, Framework framework, Sheet sheet, string name, List<Counted> rows)
        {
            var own = rows.Where(r => !Surveyed(framework, r.Code)).ToList();
            return new UnitLine(
                sheet.Id, sheet.UnitId, name, sheet.State, own.Count,
                own.Count(r => RowMachine.IsHandedIn(r.State)),
                rows.Count(r => RowMachine.IsDecided(r.State)),
                rows.Count(r => r.State is RowState.Returned or RowState.Questioned),
                Sum(rows, r => r.SelfPoints), Sum(rows, r => r.FinalPoints), round.DueOn(RoundStep.SelfScore, sheet));
        }

        private static decimal? Sum(List<Counted> rows, Func<Counted, decimal?> points) => rows.Any(r => points(r) is not null) ? rows.Sum(points) : null;
    }
}
