using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>What carrying out a reorganisation replaced, as it is stored.</summary>
/// <param name="Trace">What decides how it is taken back.</param>
/// <param name="Rows">Rows of sheets that stood already, as they were before others were taken into them.</param>
/// <param name="Duties">Assignments that were removed.</param>
public sealed record StoredTrace(ReorganisationTrace Trace, IReadOnlyList<RowBefore> Rows, IReadOnlyList<DutyBefore> Duties);

/// <summary>A row as it was.</summary>
public sealed record RowBefore(
    RowId Row, RowState State, Dictionary<string, FactValue> Facts, Dictionary<string, FigureOrigin> Origins, Dictionary<string, string> Unread, decimal? ProposedPoints,
    RowAbsence? Absence, DateOnly? AnswerDueOn, string? Explanation, decimal? SelfPoints, DateTimeOffset? SavedAt, string? SavedBy, IReadOnlyList<Guid> Delegates);

/// <summary>An assignment that was removed.</summary>
public sealed record DutyBefore(
    FrameworkId Framework, CriterionCode Code, AgencyId Agency, AssignmentRole Role, AssignmentOrigin Origin, ImportId? Import, string? Note, DateTimeOffset DecidedAt, string DecidedBy);
