using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Organisations.Reorganising;

/// <summary>A change in who there is, as a decision orders it: which agencies end, which continue them, and what goes where.</summary>
/// <param name="Kind">Merge, split, rename or transfer.</param>
/// <param name="On">First day of the new order; agencies that end do so on the day before.</param>
/// <param name="Sources">The agencies before, in the order they were named; figures of the first are shown first.</param>
/// <param name="Successors">The agencies after. Of a split the first is the main heir: what is named nowhere goes to it.</param>
public sealed record Reorganisation(SuccessionKind Kind, DateOnly On, IReadOnlyList<AgencyId> Sources, IReadOnlyList<Successor> Successors)
{
    /// <summary>Whether an agency takes a new name and keeps its identity.</summary>
    public bool KeepsIdentity => Kind == SuccessionKind.Rename && Sources.Count == 1 && Successors.Count == 1 && Sources[0] == Successors[0].Id;

    /// <summary>Who answers for a criterion from the first day on; null when it stays where it is.</summary>
    public AgencyId? HeirOf(CriterionCode code)
    {
        if (KeepsIdentity) return null;
        var named = Successors.Where(s => s.Covers(code)).Select(s => (AgencyId?)s.Id).FirstOrDefault();
        return named ?? (Kind == SuccessionKind.Transfer ? null : Successors[0].Id);
    }

    /// <summary>Where a person works from the first day on; null when the account stays.</summary>
    public AgencyId? HeirOf(Guid person)
    {
        if (KeepsIdentity) return null;
        var named = Successors.Where(s => s.People.Contains(person)).Select(s => (AgencyId?)s.Id).FirstOrDefault();
        return named ?? MainHeir;
    }

    /// <summary>Who takes over what belongs to no criterion and no person; null when it stays where it is.</summary>
    public AgencyId? MainHeir => KeepsIdentity || Kind == SuccessionKind.Transfer ? null : Successors[0].Id;
}

/// <summary>An agency that continues others.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Its name; the new one when it is renamed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Opens">True when the register does not have it yet.</param>
public sealed record Successor(AgencyId Id, string Name, AgencyKind Kind, bool Opens)
{
    /// <summary>Leaves or nodes that go to it, each node with all below; used by splits and transfers.</summary>
    public IReadOnlyList<CriterionCode> Codes { get; init; } = [];

    /// <summary>Accounts that go to it; used by splits and transfers.</summary>
    public IReadOnlyList<Guid> People { get; init; } = [];

    /// <summary>Whether a leaf was named for it, by itself or by a node above.</summary>
    public bool Covers(CriterionCode code) => Codes.Any(c => c == code || code.IsBelow(c));
}
