using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>Who of the own agency fills which rows of a sheet.</summary>
public static class ShowDelegation
{
    public sealed record Person(Guid Id, string Name);

    public sealed record Line(RowId Row, Criterion Criterion, IReadOnlySet<Guid> Delegates);

    /// <param name="Sheet">The sheet.</param>
    /// <param name="People">Contributors of the own agency by name.</param>
    /// <param name="Lines">Rows the agency answers for, in order; surveyed rows are left out.</param>
    public sealed record View(ShowSheet.View Sheet, IReadOnlyList<Person> People, IReadOnlyList<Line> Lines);

    public sealed class Handler(OpenParDb db, ShowSheet.Handler sheets, Actor actor)
    {
        public async Task<View?> HandleAsync(SheetId id, CancellationToken cancellationToken)
        {
            if (actor.Agency is not { } agency || await sheets.HandleAsync(id, cancellationToken) is not { } sheet) return null;
            var people = await DelegateRows.Colleagues(db, agency).AsNoTracking().Select(u => new Person(u.Id, u.FullName)).ToListAsync(cancellationToken);
            var delegates = (await db.RowDelegates.AsNoTracking().Where(d => db.Rows.Any(r => r.Id == d.RowId && r.SheetId == id)).ToListAsync(cancellationToken)).ToLookup(d => d.RowId, d => d.UserId);
            var lines = sheet.InOrder.Where(r => r.Owners.Contains(agency)).Select(r => new Line(r.Id, sheet.Framework.Find(r.Code)!, delegates[r.Id].ToHashSet()))
                .Where(l => l.Criterion.Method != ScoringMethod.Survey);
            return new View(sheet, [.. people.OrderBy(p => p.Name, VietnameseText.Comparer)], [.. lines]);
        }
    }
}
