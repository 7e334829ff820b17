using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations.Reorganising.Revoking;

/// <summary>What stands now of everything a reorganisation reached, and what was built on it since.</summary>
public sealed record RevocationState
{
    /// <summary>The day on which it was read.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The whole register.</summary>
    public IReadOnlyList<Agency> Agencies { get; init; } = [];

    /// <summary>All successions.</summary>
    public IReadOnlyList<Succession> Links { get; init; } = [];

    /// <summary>The rounds whose sheets or rows it reached.</summary>
    public IReadOnlyList<RoundNow> Rounds { get; init; } = [];

    /// <summary>Sheets it opened, filled, handed over or made history.</summary>
    public IReadOnlyList<SheetNow> Sheets { get; init; } = [];

    /// <summary>Who answers for the rows that got other owners.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<AgencyId>> Owners { get; init; } = new Dictionary<Guid, IReadOnlyList<AgencyId>>();

    /// <summary>Who is assigned to the criteria that moved.</summary>
    public IReadOnlyList<DutyPlace> Duties { get; init; } = [];

    /// <summary>Who stands in the places of plans that moved.</summary>
    public IReadOnlyList<PlanPlace> Plans { get; init; } = [];

    /// <summary>Documents that moved, and all those of agencies that began.</summary>
    public IReadOnlyList<DocumentNow> Documents { get; init; } = [];

    /// <summary>Accounts that moved, and all those of agencies that began.</summary>
    public IReadOnlyList<AccountPlace> Accounts { get; init; } = [];

    /// <summary>What else names an agency that began: it was given there since.</summary>
    public IReadOnlyList<UseSince> Uses { get; init; } = [];

    /// <summary>Reorganisations of the same agencies that were carried out afterwards and stand.</summary>
    public IReadOnlyList<LocalText> Later { get; init; } = [];

    /// <summary>The name of an agency; its identity when the register does not have it.</summary>
    public string NameOf(AgencyId id) => Agencies.FirstOrDefault(a => a.Id == id)?.Name ?? id.ToString();
}

/// <summary>A round.</summary>
/// <param name="Id">The round.</param>
/// <param name="Title">Its title.</param>
/// <param name="State">Where it stands.</param>
public sealed record RoundNow(Guid Id, string Title, RoundState State);

/// <summary>A sheet as it stands.</summary>
/// <param name="Id">The sheet.</param>
/// <param name="Round">Its round.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Adjusted">Whether a bonus is claimed on it or bonus or penalty decided.</param>
/// <param name="Rows">Its rows in order.</param>
public sealed record SheetNow(Guid Id, Guid Round, string RoundTitle, AgencyId Unit, SheetState State, bool Adjusted, IReadOnlyList<RowNow> Rows);

/// <summary>A row as it stands.</summary>
/// <param name="Id">The row.</param>
/// <param name="Code">Its leaf.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Surveyed">True for a row whose points come from a survey.</param>
/// <param name="Typed">What people typed.</param>
/// <param name="Citations">The places in documents that prove it.</param>
public sealed record RowNow(Guid Id, CriterionCode Code, RowState State, bool Surveyed, TypedRow Typed, IReadOnlyList<long> Citations);

/// <summary>A document as it stands.</summary>
/// <param name="Id">The document.</param>
/// <param name="Agency">Whose it is.</param>
/// <param name="Name">How it is shown.</param>
/// <param name="AddedBy">Name of the person who added it.</param>
public sealed record DocumentNow(Guid Id, AgencyId? Agency, string Name, string AddedBy);

/// <summary>Something that names an agency that began.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Text">What, and what to do about it.</param>
public sealed record UseSince(AgencyId Agency, LocalText Text);
