using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Keeps the sheets of a round that is being prepared as its groups say: a sheet a unit, a row a leaf, owners by way, assignments and suppliers.</summary>
public sealed class RoundSheets(OpenParDb db, FrameworkCatalog frameworks)
{
    /// <summary>Adds the sheets of units to a group that is part of the round already.</summary>
    public async Task AddAsync(Round round, UnitGroup group, IEnumerable<AgencyId> units, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(units);
        var framework = await frameworks.GetAsync(db, group.FrameworkId, cancellationToken);
        var owners = await OwnersAsync(round.Way, group, cancellationToken);
        foreach (var unit in units) db.Sheets.Add(SheetOf.New(round.Id, group.Id, unit, framework, code => owners(code, unit)));
    }

    /// <summary>Takes the sheets of units out of a group. The round is a draft, so that nothing has been declared on them.</summary>
    public async Task RemoveAsync(UnitGroup group, IReadOnlyCollection<AgencyId> units, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(group);
        var sheets = await db.Sheets.Include(s => s.Rows).ThenInclude(r => r.Owners).AsSplitQuery().Where(s => s.GroupId == group.Id && units.Contains(s.UnitId)).ToListAsync(cancellationToken);
        db.Rows.RemoveRange(sheets.SelectMany(s => s.Rows));
        db.Sheets.RemoveRange(sheets);
    }

    /// <summary>Sets who answers for the rows of all units of a group again, after the way, an assignment or a supplier changed.</summary>
    public async Task AnswerAgainAsync(Round round, UnitGroup group, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(group);
        var owners = await OwnersAsync(round.Way, group, cancellationToken);
        var sheets = await db.Sheets.Include(s => s.Rows).ThenInclude(r => r.Owners).AsSplitQuery().Where(s => s.GroupId == group.Id).ToListAsync(cancellationToken);
        foreach (var (sheet, row) in sheets.SelectMany(s => s.Rows, (s, r) => (s, r)))
        {
            var wanted = owners(row.Code, sheet.UnitId).ToHashSet();
            row.Owners.RemoveAll(o => !wanted.Contains(o.AgencyId));
            row.Owners.AddRange(wanted.Where(w => row.Owners.TrueForAll(o => o.AgencyId != w)).Select(w => new RowOwner { RowId = row.Id, AgencyId = w }).ToList());
        }
    }

    private async Task<Func<CriterionCode, AgencyId, IEnumerable<AgencyId>>> OwnersAsync(ScoringWay way, UnitGroup group, CancellationToken cancellationToken)
    {
        if (way == ScoringWay.ByUnit)
        {
            List<CreateRound.Supply> supplies = [.. group.Suppliers.Select(s => new CreateRound.Supply(s.Code, s.AgencyId))];
            return (code, unit) => [SheetOf.Supplier(supplies, code) ?? unit];
        }

        var assignments = await db.Assignments.AsNoTracking()
            .Where(a => a.FrameworkId == group.FrameworkId && a.Role == AssignmentRole.Lead)
            .Select(a => new { a.Code, a.AgencyId }).ToListAsync(cancellationToken);
        var leads = assignments.ToLookup(a => a.Code, a => a.AgencyId);
        return (code, _) => leads[code];
    }
}
