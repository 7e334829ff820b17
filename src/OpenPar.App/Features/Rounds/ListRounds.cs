using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>All rounds, newest first, with how far their rows are.</summary>
public static class ListRounds
{
    public sealed record Item(
        RoundId Id, string Title, int Year, IReadOnlyList<FrameworkId> Frameworks, int Units, RoundState State, DateOnly OpensOn, DateOnly SelfScoreDueOn,
        DateOnly AppraisalDueOn, bool Demonstration, int Rows, int Submitted, int Appraised);

    public sealed class Handler(OpenParDb db)
    {
        public async Task<IReadOnlyList<Item>> HandleAsync(CancellationToken cancellationToken)
        {
            var decided = RowMachine.DecidedStates;
            return await db.Rounds.AsNoTracking().OrderByDescending(r => r.Year).ThenByDescending(r => r.CreatedAt)
                .Select(r => new Item(
                    r.Id, r.Title, r.Year, r.Groups.OrderBy(g => g.SortOrder).Select(g => g.FrameworkId).ToList(), r.Sheets.Count(s => s.State != SheetState.Retired), r.State, r.OpensOn, r.SelfScoreDueOn, r.AppraisalDueOn, r.Demonstration,
                    r.Sheets.Where(s => s.State != SheetState.Retired).SelectMany(s => s.Rows).Count(),
                    r.Sheets.Where(s => s.State != SheetState.Retired).SelectMany(s => s.Rows).Count(w => w.State == RowState.Submitted),
                    r.Sheets.Where(s => s.State != SheetState.Retired).SelectMany(s => s.Rows).Count(w => decided.Contains(w.State))))
                .ToListAsync(cancellationToken);
        }
    }
}
