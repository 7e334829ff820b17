using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Organisations.Reorganising.Revoking;

/// <summary>What carrying out a reorganisation left behind and its steps alone do not say. Kept with it, so that it can be taken back.</summary>
/// <param name="Rows">The rows it filled.</param>
/// <param name="Owners">Who answered for rows before they got other owners.</param>
/// <param name="Duties">Criteria that were assigned anew.</param>
public sealed record ReorganisationTrace(IReadOnlyList<FilledRow> Rows, IReadOnlyList<OwnersBefore> Owners, IReadOnlyList<DutyMade> Duties);

/// <summary>A row that was filled.</summary>
/// <param name="Row">The row.</param>
/// <param name="Left">What stood in it when everything was done.</param>
/// <param name="Copied">The citations that were copied to it.</param>
public sealed record FilledRow(Guid Row, TypedRow Left, IReadOnlyList<long> Copied);

/// <summary>Who answered for a row before.</summary>
/// <param name="Row">The row.</param>
/// <param name="Agencies">The agencies.</param>
public sealed record OwnersBefore(Guid Row, IReadOnlyList<AgencyId> Agencies);

/// <summary>A criterion that was assigned to another agency.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Code">The leaf.</param>
/// <param name="Leads">True for the lead.</param>
/// <param name="To">Who has it since.</param>
/// <param name="Added">False when that agency had it before already.</param>
public sealed record DutyMade(FrameworkId Framework, CriterionCode Code, bool Leads, AgencyId To, bool Added);
