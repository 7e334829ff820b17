using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Frameworks;

/// <summary>What accepting an import would do to one leaf.</summary>
public enum PlannedChange
{
    /// <summary>The leaf has no lead yet.</summary>
    New,

    /// <summary>Other agencies take over.</summary>
    Changed,

    /// <summary>The same agencies.</summary>
    Same,

    /// <summary>A person decided otherwise before; that decision stays.</summary>
    KeptDecision,

    /// <summary>The file names no agency; what is there stays.</summary>
    NotInFile,
}

/// <summary>One leaf of the plan.</summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Wanted">Leads according to the import.</param>
/// <param name="ByPerson">True when a person chose them during the review.</param>
/// <param name="Present">Leads as they stand.</param>
/// <param name="Change">What accepting does.</param>
public sealed record PlannedLeaf(Criterion Leaf, IReadOnlyList<AgencyId> Wanted, bool ByPerson, IReadOnlyList<Lead> Present, PlannedChange Change);

/// <summary>Brings the rows of an import down to the leaves of its framework and compares them with the assignment.</summary>
public static class ImportEffect
{
    /// <summary>The plan, one entry a leaf, in order.</summary>
    public static IReadOnlyList<PlannedLeaf> Of(Framework framework, IReadOnlyCollection<AssignmentImportRow> rows, ILookup<CriterionCode, Lead> present)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(present);
        var byCode = rows.ToDictionary(r => r.Code);
        return [.. framework.Leaves.Select(leaf =>
        {
            var row = RowFor(leaf.Code, byCode);
            IReadOnlyList<AgencyId> wanted = row is null ? [] : [.. row.LeadIds.Select(AgencyId.Parse)];
            IReadOnlyList<Lead> there = [.. present[leaf.Code]];
            return new PlannedLeaf(leaf, wanted, row?.DecidedByPerson == true, there, Change(wanted, row?.DecidedByPerson == true, there));
        })];
    }

    /// <summary>The row that speaks for a leaf: its own, or the nearest above that names agencies or was decided by a person.</summary>
    public static AssignmentImportRow? RowFor(CriterionCode leaf, IReadOnlyDictionary<CriterionCode, AssignmentImportRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        for (CriterionCode? code = leaf; code is { } at; code = at.Parent)
        {
            if (rows.TryGetValue(at, out var row) && (row.LeadIds.Length > 0 || row.WrittenLead.Length > 0 || row.DecidedByPerson)) return row;
        }

        return rows.GetValueOrDefault(leaf);
    }

    private static PlannedChange Change(IReadOnlyList<AgencyId> wanted, bool byPerson, IReadOnlyList<Lead> present)
    {
        if (wanted.Count == 0) return PlannedChange.NotInFile;
        if (present.Count == 0) return PlannedChange.New;
        if (present.Select(p => p.Id).ToHashSet().SetEquals(wanted)) return PlannedChange.Same;
        return present.Any(p => p.ByPerson) && !byPerson ? PlannedChange.KeptDecision : PlannedChange.Changed;
    }
}
