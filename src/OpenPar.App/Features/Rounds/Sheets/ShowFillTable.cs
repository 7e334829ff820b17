using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>All rows of a sheet with their figures as one table to be typed or pasted into.</summary>
public static class ShowFillTable
{
    /// <param name="Row">The row as it is stored.</param>
    /// <param name="Unit">Name of the unit.</param>
    /// <param name="Criterion">Its leaf.</param>
    /// <param name="Writable">Whether the person may write it now.</param>
    /// <param name="SelfPoints">Own points as the framework shows them.</param>
    public sealed record Line(Row Row, string Unit, Criterion Criterion, bool Writable, decimal? SelfPoints)
    {
        /// <summary>The figures that are typed: those the group or another row gives are left out, and so are lists, which have a page of their own.</summary>
        public IReadOnlyList<FactDefinition> Typed
        {
            get
            {
                var compared = GroupPass.In(Criterion.Rule).SelectMany(r => new[] { r.Best, r.Worst, r.Rank, r.Units }).ToHashSet();
                return [.. (Criterion.Rule?.Needs ?? []).Where(f => f.From is null && f.Type != FactType.List && !compared.Contains(f.Name))];
            }
        }
    }

    /// <param name="Sheet">The sheet.</param>
    /// <param name="Lines">Its self-assessed rows in order.</param>
    public sealed record View(ShowSheet.View Sheet, IReadOnlyList<Line> Lines);

    public sealed class Handler(OpenParDb db, ShowSheet.Handler sheets, RowAccess access)
    {
        public async Task<View?> HandleAsync(SheetId id, CancellationToken cancellationToken)
        {
            if (await sheets.HandleAsync(id, cancellationToken) is not { } sheet) return null;
            var round = await db.Rounds.AsNoTracking().Include(r => r.Extensions).SingleAsync(r => r.Id == sheet.Round.Id, cancellationToken);
            var on = await db.Sheets.AsNoTracking().SingleAsync(s => s.Id == id, cancellationToken);
            var rows = await db.Rows.AsNoTracking().Include(r => r.Owners).Include(r => r.Delegates).AsSplitQuery().Where(r => r.SheetId == id).OrderBy(r => r.SortOrder).ToListAsync(cancellationToken);
            var lines = rows.Where(r => sheet.Rows.ContainsKey(r.Code)).Select(r => new Line(r, sheet.Round.UnitName, sheet.Framework.Find(r.Code)!, access.MayWrite(r, on, round), sheet.Framework.Rounding.Apply(r.SelfPoints)))
                .Where(l => l.Criterion.Method != ScoringMethod.Survey);
            return new View(sheet, [.. lines]);
        }
    }
}
