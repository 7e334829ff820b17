using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>The completeness check of a sheet: every self-assessed row with what it still lacks, and where points are left.</summary>
public static class CheckSheet
{
    /// <param name="Row">The row as it is stored.</param>
    /// <param name="Criterion">Its leaf.</param>
    /// <param name="Scored">Points from what is declared now.</param>
    /// <param name="Missing">What still keeps it from being handed in; empty when it is complete.</param>
    /// <param name="Citations">Number of documents that prove it.</param>
    /// <param name="Mine">Whether it is the person's to fill and hand in, and not another agency's or a colleague's.</param>
    public sealed record Line(Row Row, Criterion Criterion, ScoredRow Scored, IReadOnlyList<Refusal> Missing, int Citations, bool Mine)
    {
        /// <summary>Whether the person could hand it in and has not yet.</summary>
        public bool Ready => Mine && Missing.Count == 0 && RowMachine.Find(Row.State, RowEvent.Submit) is not null;

        /// <summary>Whether it is out of the unit's hands.</summary>
        public bool Handed => RowMachine.Find(Row.State, RowEvent.Submit) is null && Row.State != RowState.NotStarted;

        /// <summary>Maximum less own points; null while either is unknown.</summary>
        public decimal? Gap => Criterion.MaxPoints - Scored.Score.Points;
    }

    /// <param name="Sheet">The sheet as it is shown.</param>
    /// <param name="Lines">Its self-assessed rows in order.</param>
    public sealed record View(ShowSheet.View Sheet, IReadOnlyList<Line> Lines)
    {
        /// <summary>Rows that lack something, if only somebody else who hands them in.</summary>
        public IEnumerable<Line> Incomplete => Lines.Where(l => !l.Handed && !l.Ready);

        /// <summary>Rows that are complete and only need to be handed in by the person.</summary>
        public IEnumerable<Line> Ready => Lines.Where(l => l.Ready);

        /// <summary>Whether every row is handed in.</summary>
        public bool Complete => Lines.All(l => l.Handed);
    }

    public sealed class Handler(OpenParDb db, ShowSheet.Handler sheets, RowSupply supply, RowAccess access)
    {
        public async Task<View?> HandleAsync(SheetId id, CancellationToken cancellationToken)
        {
            if (await sheets.HandleAsync(id, cancellationToken) is not { } sheet) return null;
            var (round, on) = (await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == sheet.Round.Id, cancellationToken), await db.Sheets.AsNoTracking().SingleAsync(s => s.Id == id, cancellationToken));
            var rows = await db.Rows.AsNoTracking().Include(r => r.Owners).Include(r => r.Delegates).AsSplitQuery().Where(r => r.SheetId == id).OrderBy(r => r.SortOrder).ToListAsync(cancellationToken);
            var lines = new List<Line>();
            foreach (var row in rows.Where(r => sheet.Rows.ContainsKey(r.Code)))
            {
                var criterion = sheet.Framework.Find(row.Code)!;
                if (criterion.Method == ScoringMethod.Survey) continue;
                var figures = await supply.CompleteAsync(row, round, on, criterion, row.Facts, row.Origins, cancellationToken);
                var scored = RowScoring.Score(criterion, figures.Facts, figures.Basis(row.ProposedPoints, row.Explanation));
                var citations = sheet.Rows[row.Code].Citations;
                lines.Add(new Line(row, criterion, scored, SubmitRow.Check(row, criterion, figures, scored, citations > 0), citations, access.Mine(row, on, Permission.ScoreRows)));
            }

            return new View(sheet, lines);
        }
    }
}
