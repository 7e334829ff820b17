using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>After one row changed, computes again the rows of the sheet that take from it, and no others.</summary>
public sealed class RowsAfter(OpenParDb db, FrameworkCatalog frameworks, RowSupply supply)
{
    /// <summary>Rows that are submitted or decided keep what was submitted or decided. Saves nothing itself.</summary>
    public async Task RecomputeAsync(LoadedRow changed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changed);
        foreach (var code in frameworks.GraphOf(changed.Framework).After(changed.Row.Code).Where(c => c != changed.Row.Code))
        {
            var row = await db.Rows.SingleOrDefaultAsync(r => r.SheetId == changed.Row.SheetId && r.Code == code, cancellationToken);
            if (row is null || !RowMachine.IsWritten(row.State) || RowMachine.IsDecided(row.State)) continue;
            await RecomputeAsync(row, changed, changed.Framework.Find(code)!, cancellationToken);
        }
    }

    private async Task RecomputeAsync(Row row, LoadedRow changed, Criterion criterion, CancellationToken cancellationToken)
    {
        var figures = await supply.CompleteAsync(row, changed.Round, changed.Sheet, criterion, row.Facts, row.Origins, cancellationToken);
        row.Facts = figures.Facts;
        row.Origins = figures.Origins;
        row.SelfPoints = RowScoring.Score(criterion, figures.Facts, figures.Basis(row.ProposedPoints, row.Explanation)).Score.Points;
    }
}
