using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Makes the empty sheet of a unit: a row for every leaf, with the agencies that answer for it.</summary>
public static class SheetOf
{
    public static Sheet New(RoundId round, GroupId group, AgencyId unit, Framework framework, Func<CriterionCode, IEnumerable<AgencyId>> owners)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(owners);
        var sheet = new Sheet { Id = SheetId.New(), RoundId = round, GroupId = group, UnitId = unit, State = SheetState.Filling };
        sheet.Rows.AddRange(framework.Leaves.Select((leaf, index) => NewRow(sheet.Id, leaf.Code, index, owners(leaf.Code))));
        return sheet;
    }

    /// <summary>The supplier named nearest to a leaf; null when the unit fills it itself.</summary>
    public static AgencyId? Supplier(IEnumerable<CreateRound.Supply> supplies, CriterionCode leaf) =>
        supplies.Where(s => s.Code == leaf || leaf.IsBelow(s.Code)).OrderByDescending(s => s.Code.Level).Select(s => (AgencyId?)s.Agency).FirstOrDefault();

    private static Row NewRow(SheetId sheet, CriterionCode code, int index, IEnumerable<AgencyId> owners)
    {
        var id = RowId.New();
        return new Row
        {
            Id = id,
            SheetId = sheet,
            Code = code,
            SortOrder = index,
            State = RowState.NotStarted,
            Owners = [.. owners.Select(agency => new RowOwner { RowId = id, AgencyId = agency })],
        };
    }
}
