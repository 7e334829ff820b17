using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Organisations.Reorganising;

/// <summary>Everything a reorganisation may touch, as it stood at one moment. Kept with what was carried out, so that it can be replayed.</summary>
public sealed record ReorganisationState
{
    /// <summary>The day on which it was read.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The whole register.</summary>
    public IReadOnlyList<Agency> Agencies { get; init; } = [];

    /// <summary>All successions.</summary>
    public IReadOnlyList<Succession> Links { get; init; } = [];

    /// <summary>Sheets of the agencies named, in rounds that have not ended; retired ones are not among them.</summary>
    public IReadOnlyList<SheetPlace> Sheets { get; init; } = [];

    /// <summary>Rows of such rounds that the agencies before answer for, on whatever sheet.</summary>
    public IReadOnlyList<OwnedPlace> Owned { get; init; } = [];

    /// <summary>Criteria assigned to the agencies before.</summary>
    public IReadOnlyList<DutyPlace> Duties { get; init; } = [];

    /// <summary>Rows of plans that name them.</summary>
    public IReadOnlyList<PlanPlace> Plans { get; init; } = [];

    /// <summary>Documents of evidence they added.</summary>
    public IReadOnlyList<DocumentPlace> Documents { get; init; } = [];

    /// <summary>Accounts of their people.</summary>
    public IReadOnlyList<AccountPlace> Accounts { get; init; } = [];

    /// <summary>The name of an agency; its identity when the register does not have it.</summary>
    public string NameOf(AgencyId id) => Agencies.FirstOrDefault(a => a.Id == id)?.Name ?? id.ToString();
}

/// <summary>A sheet of a unit.</summary>
/// <param name="Id">Identity of the sheet.</param>
/// <param name="Round">Its round.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="Group">The group it is ranked in.</param>
/// <param name="GroupName">Name of the group.</param>
/// <param name="Framework">Framework of the group.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Unit">The unit.</param>
/// <param name="SelfScoreDueOn">Last day of self-scoring of this sheet.</param>
/// <param name="Rows">Its rows in order.</param>
public sealed record SheetPlace(
    Guid Id, Guid Round, string RoundTitle, Guid Group, string GroupName, FrameworkId Framework, SheetState State, AgencyId Unit,
    DateOnly SelfScoreDueOn, IReadOnlyList<RowPlace> Rows);

/// <summary>A row of a sheet.</summary>
/// <param name="Id">Identity of the row.</param>
/// <param name="Code">Its leaf.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Facts">Figures the unit declared; brought and computed ones are left out.</param>
/// <param name="Summable">Names of those that are counts or amounts of money.</param>
/// <param name="ProposedPoints">Points the unit proposes; null without.</param>
/// <param name="Surveyed">True for a row whose points come from a survey.</param>
/// <param name="Owners">Who answers for it.</param>
/// <param name="Evidence">How many places in documents prove it.</param>
public sealed record RowPlace(
    Guid Id, CriterionCode Code, RowState State, IReadOnlyDictionary<string, FactValue> Facts, IReadOnlyList<string> Summable,
    decimal? ProposedPoints, bool Surveyed, IReadOnlyList<AgencyId> Owners, int Evidence)
{
    /// <summary>Whether the unit has begun it. Points of a survey are nobody's declaration.</summary>
    public bool Filled => !Surveyed && State != RowState.NotStarted;
}

/// <summary>A row somebody answers for.</summary>
/// <param name="Row">The row.</param>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Unit">The unit of the sheet.</param>
/// <param name="Code">Its leaf.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="Owner">Who answers.</param>
public sealed record OwnedPlace(Guid Row, Guid Sheet, AgencyId Unit, CriterionCode Code, string RoundTitle, AgencyId Owner);

/// <summary>An assigned criterion.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Code">The leaf.</param>
/// <param name="Leads">True for the lead, false for a coordinating agency.</param>
/// <param name="Agency">The agency.</param>
public sealed record DutyPlace(FrameworkId Framework, CriterionCode Code, bool Leads, AgencyId Agency);

/// <summary>A lead or coordinating agency of a row of a plan.</summary>
/// <param name="Row">The row.</param>
/// <param name="Leads">True for a lead.</param>
/// <param name="Order">Place among those of the row.</param>
/// <param name="Agency">The agency.</param>
/// <param name="PlanTitle">Title of the plan.</param>
/// <param name="DueOn">Last day of the task; null where it has none.</param>
public sealed record PlanPlace(Guid Row, bool Leads, int Order, AgencyId Agency, string PlanTitle, DateOnly? DueOn);

/// <summary>A document of the evidence library.</summary>
/// <param name="Id">The document.</param>
/// <param name="Agency">Whose it is.</param>
/// <param name="Name">How it is shown.</param>
public sealed record DocumentPlace(Guid Id, AgencyId Agency, string Name);

/// <summary>An account.</summary>
/// <param name="Id">The account.</param>
/// <param name="Agency">Where the person works.</param>
/// <param name="Name">Name of the person.</param>
public sealed record AccountPlace(Guid Id, AgencyId Agency, string Name);
