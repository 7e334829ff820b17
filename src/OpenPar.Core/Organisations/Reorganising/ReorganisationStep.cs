using System.Text.Json.Serialization;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Organisations.Reorganising;

/// <summary>One thing a reorganisation does, or its taking back.</summary>
[JsonDerivedType(typeof(CloseAgency), "closeAgency")]
[JsonDerivedType(typeof(OpenAgency), "openAgency")]
[JsonDerivedType(typeof(RenameAgency), "renameAgency")]
[JsonDerivedType(typeof(LinkAgencies), "linkAgencies")]
[JsonDerivedType(typeof(OpenSheet), "openSheet")]
[JsonDerivedType(typeof(FillRow), "fillRow")]
[JsonDerivedType(typeof(HandSheet), "handSheet")]
[JsonDerivedType(typeof(RetireSheet), "retireSheet")]
[JsonDerivedType(typeof(MoveOwner), "moveOwner")]
[JsonDerivedType(typeof(MoveDuty), "moveDuty")]
[JsonDerivedType(typeof(MovePlanDuty), "movePlanDuty")]
[JsonDerivedType(typeof(MoveDocument), "moveDocument")]
[JsonDerivedType(typeof(MoveAccount), "moveAccount")]
[JsonDerivedType(typeof(ResumeAgency), "resumeAgency")]
[JsonDerivedType(typeof(VoidAgency), "voidAgency")]
[JsonDerivedType(typeof(RestoreName), "restoreName")]
[JsonDerivedType(typeof(UnlinkAgencies), "unlinkAgencies")]
[JsonDerivedType(typeof(RestoreSheet), "restoreSheet")]
[JsonDerivedType(typeof(LeaveSheet), "leaveSheet")]
[JsonDerivedType(typeof(RevertRow), "revertRow")]
[JsonDerivedType(typeof(GiveBackRow), "giveBackRow")]
[JsonDerivedType(typeof(NoteRow), "noteRow")]
[JsonDerivedType(typeof(CiteRow), "citeRow")]
[JsonDerivedType(typeof(ReturnOwners), "returnOwners")]
[JsonDerivedType(typeof(ReturnDuty), "returnDuty")]
public abstract record ReorganisationStep;

/// <summary>An agency ends.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="LastDay">Its last day.</param>
public sealed record CloseAgency(AgencyId Agency, DateOnly LastDay) : ReorganisationStep;

/// <summary>An agency begins.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Parent">The agency above it, that of the first agency it continues.</param>
/// <param name="FirstDay">Its first day.</param>
public sealed record OpenAgency(AgencyId Agency, string Name, AgencyKind Kind, AgencyId? Parent, DateOnly FirstDay) : ReorganisationStep;

/// <summary>An agency takes a new name; the former one stays an alias and is the name of earlier days.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Former">The name until then.</param>
/// <param name="Name">The name from then on.</param>
/// <param name="LastDay">Last day of the former name.</param>
public sealed record RenameAgency(AgencyId Agency, string Former, string Name, DateOnly LastDay) : ReorganisationStep;

/// <summary>The register says what became of an agency.</summary>
/// <param name="Predecessor">The agency before.</param>
/// <param name="Successor">The agency after.</param>
/// <param name="On">First day of the new order.</param>
/// <param name="Kind">What happened.</param>
public sealed record LinkAgencies(AgencyId Predecessor, AgencyId Successor, DateOnly On, SuccessionKind Kind) : ReorganisationStep;

/// <summary>A row of a sheet that is opened.</summary>
/// <param name="Code">Its leaf.</param>
/// <param name="Owners">Who answers for it.</param>
public sealed record OpenedRow(CriterionCode Code, IReadOnlyList<AgencyId> Owners);

/// <summary>A successor gets a sheet in a group where an agency before it had one.</summary>
/// <param name="Round">The round.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="Group">The group.</param>
/// <param name="Unit">The successor.</param>
/// <param name="Rows">Its rows in order.</param>
public sealed record OpenSheet(Guid Round, string RoundTitle, Guid Group, AgencyId Unit, IReadOnlyList<OpenedRow> Rows) : ReorganisationStep;

/// <summary>What becomes of rows of several sheets in the one that continues them.</summary>
public enum RowMaking
{
    /// <summary>The row of one sheet is taken over as it stands.</summary>
    Take,

    /// <summary>Counts and amounts of money are added up.</summary>
    Sum,

    /// <summary>Only the evidence is taken over; the figures are entered anew.</summary>
    Empty,
}

/// <summary>A row of the successor's sheet is made from rows of the sheets before. Evidence of all of them is cited on it.</summary>
/// <param name="Round">The round.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="Unit">The successor.</param>
/// <param name="Code">The leaf.</param>
/// <param name="Making">How.</param>
/// <param name="Taken">The row whose words, absence and points stand; null unless it is taken.</param>
/// <param name="From">All rows of the sheets before, in the order of the agencies.</param>
/// <param name="Facts">The figures.</param>
public sealed record FillRow(
    Guid Round, string RoundTitle, AgencyId Unit, CriterionCode Code, RowMaking Making, Guid? Taken, IReadOnlyList<Guid> From,
    IReadOnlyDictionary<string, FactValue> Facts) : ReorganisationStep;

/// <summary>A sheet goes to the successor as it stands, with its rows, decisions and state.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="From">The unit until then.</param>
/// <param name="To">The unit from then on.</param>
public sealed record HandSheet(Guid Sheet, string RoundTitle, AgencyId From, AgencyId To) : ReorganisationStep;

/// <summary>A sheet becomes history: nobody owes it, it is not ranked, and it is read as it stood.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Round">Its round.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Successors">The units whose sheets continue it.</param>
public sealed record RetireSheet(Guid Sheet, Guid Round, string RoundTitle, AgencyId Unit, IReadOnlyList<AgencyId> Successors) : ReorganisationStep;

/// <summary>A row gets another agency to answer for it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Code">Its leaf.</param>
/// <param name="Unit">The unit of its sheet.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="From">Who answered.</param>
/// <param name="To">Who answers.</param>
public sealed record MoveOwner(Guid Row, CriterionCode Code, AgencyId Unit, string RoundTitle, AgencyId From, AgencyId To) : ReorganisationStep;

/// <summary>A criterion is assigned to another agency.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Code">The leaf.</param>
/// <param name="Leads">True for the lead.</param>
/// <param name="From">Who had it.</param>
/// <param name="To">Who has it.</param>
public sealed record MoveDuty(FrameworkId Framework, CriterionCode Code, bool Leads, AgencyId From, AgencyId To) : ReorganisationStep;

/// <summary>A row of a plan goes to another agency.</summary>
/// <param name="Row">The row.</param>
/// <param name="Leads">True for a lead.</param>
/// <param name="Order">Place among those of the row.</param>
/// <param name="PlanTitle">Title of the plan.</param>
/// <param name="From">Who had it.</param>
/// <param name="To">Who has it.</param>
public sealed record MovePlanDuty(Guid Row, bool Leads, int Order, string PlanTitle, AgencyId From, AgencyId To) : ReorganisationStep;

/// <summary>A document of evidence goes to another agency.</summary>
/// <param name="Document">The document.</param>
/// <param name="Name">How it is shown.</param>
/// <param name="From">Whose it was.</param>
/// <param name="To">Whose it is.</param>
public sealed record MoveDocument(Guid Document, string Name, AgencyId From, AgencyId To) : ReorganisationStep;

/// <summary>A person works for another agency.</summary>
/// <param name="Account">The account.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="From">The agency before.</param>
/// <param name="To">The agency after.</param>
public sealed record MoveAccount(Guid Account, string Name, AgencyId From, AgencyId To) : ReorganisationStep;
