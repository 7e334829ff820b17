using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Rows on which two appraisers differ, the largest difference first, for the leaders of the teams that cover them.</summary>
public static class ShowVariances
{
    /// <param name="Row">The row.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Criterion">Its leaf.</param>
    /// <param name="SelfPoints">The own points.</param>
    /// <param name="One">The first opinion.</param>
    /// <param name="Other">The second.</param>
    public sealed record Line(RowId Row, string Unit, Criterion Criterion, decimal? SelfPoints, RowOpinion One, RowOpinion Other)
    {
        /// <summary>How far the two are apart; null when one leaves the row out of the maximum, which stands before any number.</summary>
        public decimal? Variance => One.Points is { } a && Other.Points is { } b ? Math.Abs(a - b) : null;
    }

    /// <param name="Round">The round.</param>
    /// <param name="Lines">Rows to decide.</param>
    /// <param name="Leads">Whether the person leads a team of the round.</param>
    public sealed record View(Round Round, IReadOnlyList<Line> Lines, bool Leads);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, AppraisalTeams teams, Actor actor)
    {
        public async Task<View?> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null) return null;
            var led = (await teams.OfAsync(id, cancellationToken)).Where(t => t.IsLedBy(actor.UserId)).ToList();
            var states = new[] { RowState.Submitted, RowState.Returned, RowState.Explained, RowState.Questioned };
            var agency = actor.Agency;
            var found = await (
                from sheet in db.LiveSheets
                where sheet.RoundId == id && (agency == null || sheet.UnitId != agency)
                join unit in db.Agencies on sheet.UnitId equals unit.Id
                join row in db.Rows on sheet.Id equals row.SheetId
                where states.Contains(row.State) && (agency == null || row.Owners.All(o => o.AgencyId != agency))
                join opinion in db.Opinions on row.Id equals opinion.RowId
                where opinion.Pass == (db.Decisions.Where(d => d.RowId == row.Id).Max(d => (long?)d.Id) ?? 0)
                select new { row.Id, sheet.GroupId, row.Code, row.SelfPoints, unit.Name, Opinion = opinion }).AsNoTracking().ToListAsync(cancellationToken);
            var lines = new List<Line>();
            foreach (var row in found.GroupBy(f => f.Id).Where(g => g.Count() >= RowOpinions.Asked))
            {
                var first = row.First();
                if (!led.Exists(t => t.Covers(first.GroupId, first.Code))) continue;
                var framework = await frameworks.OfGroupAsync(db, first.GroupId, cancellationToken);
                var both = row.Select(r => r.Opinion).OrderBy(o => o.Id).ToList();
                lines.Add(new Line(first.Id, first.Name, framework.Find(first.Code)!, framework.Rounding.Apply(first.SelfPoints), both[0], both[1]));
            }

            return new View(round, [.. lines.OrderByDescending(l => l.Variance ?? decimal.MaxValue).ThenBy(l => l.Unit, StringComparer.Ordinal).ThenBy(l => l.Criterion.Code)], led.Count > 0);
        }
    }
}
