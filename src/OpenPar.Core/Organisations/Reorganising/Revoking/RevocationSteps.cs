using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.Core.Organisations.Reorganising.Revoking;

/// <summary>An agency that had ended goes on.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="LastDay">The last day it had before; null for none.</param>
public sealed record ResumeAgency(AgencyId Agency, DateOnly? LastDay) : ReorganisationStep;

/// <summary>An agency that was to begin did not: it stays in the register for the sake of what names it and exists on no day.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Heirs">Those who read what was written there.</param>
public sealed record VoidAgency(AgencyId Agency, IReadOnlyList<AgencyId> Heirs) : ReorganisationStep;

/// <summary>An agency bears its former name again.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Name">The name it bore.</param>
/// <param name="Former">The name it has again.</param>
/// <param name="LastDay">The last day of the former name as it was recorded.</param>
/// <param name="WasAlias">Whether the former name was an alias before already.</param>
public sealed record RestoreName(AgencyId Agency, string Name, string Former, DateOnly LastDay, bool WasAlias) : ReorganisationStep;

/// <summary>The register no longer says that one agency continues another.</summary>
/// <param name="Predecessor">The agency before.</param>
/// <param name="Successor">The agency after.</param>
public sealed record UnlinkAgencies(AgencyId Predecessor, AgencyId Successor) : ReorganisationStep;

/// <summary>A sheet that became history stands where it stood.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="To">Where it stood.</param>
public sealed record RestoreSheet(Guid Sheet, string RoundTitle, AgencyId Unit, SheetState To) : ReorganisationStep;

/// <summary>A sheet that was opened becomes history, with everything written on it.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Continued">The sheets that stand in its place.</param>
public sealed record LeaveSheet(Guid Sheet, string RoundTitle, AgencyId Unit, IReadOnlyList<Guid> Continued) : ReorganisationStep;

/// <summary>A row of a sheet that stood already says again what it said before others were taken into it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Code">Its leaf.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Copied">Citations that were copied to it and go.</param>
public sealed record RevertRow(Guid Row, CriterionCode Code, string RoundTitle, AgencyId Unit, IReadOnlyList<long> Copied) : ReorganisationStep;

/// <summary>What was typed since goes back with the row it belongs to.</summary>
/// <param name="Row">The row that takes it.</param>
/// <param name="Code">Its leaf.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="Unit">The unit of that row.</param>
/// <param name="From">The row it was typed into.</param>
/// <param name="Typist">The unit of that one.</param>
/// <param name="Typed">What was typed.</param>
public sealed record GiveBackRow(Guid Row, CriterionCode Code, string RoundTitle, AgencyId Unit, Guid From, AgencyId Typist, TypedRow Typed) : ReorganisationStep;

/// <summary>What was typed since for several units together cannot be parted: it is written as a note on the row of each.</summary>
/// <param name="Row">The row that is noted on.</param>
/// <param name="Code">Its leaf.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="Unit">The unit of that row.</param>
/// <param name="From">The row it was typed into.</param>
/// <param name="Typist">The unit of that one.</param>
/// <param name="Typed">What was typed.</param>
public sealed record NoteRow(Guid Row, CriterionCode Code, string RoundTitle, AgencyId Unit, Guid From, AgencyId Typist, TypedRow Typed) : ReorganisationStep;

/// <summary>Evidence that was named since proves the row that goes back too.</summary>
/// <param name="Row">The row.</param>
/// <param name="Code">Its leaf.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="Unit">The unit of that row.</param>
/// <param name="Citations">The citations that are copied to it.</param>
public sealed record CiteRow(Guid Row, CriterionCode Code, string RoundTitle, AgencyId Unit, IReadOnlyList<long> Citations) : ReorganisationStep;

/// <summary>A row gets the agencies back that answered for it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Code">Its leaf.</param>
/// <param name="Unit">The unit of its sheet.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="From">Who answers for it.</param>
/// <param name="To">Who answers for it again.</param>
public sealed record ReturnOwners(
    Guid Row, CriterionCode Code, AgencyId Unit, string RoundTitle, IReadOnlyList<AgencyId> From, IReadOnlyList<AgencyId> To) : ReorganisationStep;

/// <summary>A criterion is assigned again as it was.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Code">The leaf.</param>
/// <param name="Leads">True for the lead.</param>
/// <param name="From">Who has it.</param>
/// <param name="Keeps">Whether that agency keeps it, because it had it before too.</param>
/// <param name="To">Who has it again.</param>
public sealed record ReturnDuty(FrameworkId Framework, CriterionCode Code, bool Leads, AgencyId From, bool Keeps, IReadOnlyList<AgencyId> To) : ReorganisationStep;
