using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Data.Model.Rounds;

/// <summary>A round (kỳ đánh giá): one year, groups of units with a framework each, its calendar and settings.</summary>
public sealed class Round
{
    public required RoundId Id { get; init; }

    public required string Title { get; set; }

    /// <summary>The year that is assessed.</summary>
    public required int Year { get; set; }

    public required ScoringWay Way { get; set; }

    public required RoundState State { get; set; }

    public required DateOnly OpensOn { get; set; }

    /// <summary>Last day of self-scoring, inclusive.</summary>
    public required DateOnly SelfScoreDueOn { get; set; }

    /// <summary>Last day of appraisal, inclusive.</summary>
    public required DateOnly AppraisalDueOn { get; set; }

    /// <summary>Last day of explanations, inclusive.</summary>
    public required DateOnly ExplanationDueOn { get; set; }

    /// <summary>Last day of the second appraisal, inclusive.</summary>
    public required DateOnly SecondAppraisalDueOn { get; set; }

    /// <summary>Grades, caps and policies, as JSON of <see cref="RoundSettings"/>.</summary>
    public RoundSettings Settings { get; set; } = new();

    /// <summary>True when its declared figures are invented for the demonstration.</summary>
    public bool Demonstration { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public uint Version { get; init; }

    public List<UnitGroup> Groups { get; init; } = [];

    public List<Sheet> Sheets { get; init; } = [];

    public List<RoundExtension> Extensions { get; init; } = [];

    public RoundCalendar Calendar => new(OpensOn, SelfScoreDueOn, AppraisalDueOn, ExplanationDueOn, SecondAppraisalDueOn);

    /// <summary>Last day of a step for one sheet; <see cref="Extensions"/> must be loaded.</summary>
    public DateOnly DueOn(RoundStep step, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return Calendar.DueOn(step, Extensions.Where(e => e.Reaches(sheet.GroupId, sheet.Id)).Select(e => e.ToExtension()));
    }
}

/// <summary>Units of a round that are scored by one framework and ranked among themselves.</summary>
public sealed class UnitGroup
{
    public required GroupId Id { get; init; }

    public required RoundId RoundId { get; init; }

    public required string Name { get; set; }

    public required int SortOrder { get; set; }

    public required FrameworkId FrameworkId { get; set; }

    public List<GroupSupplier> Suppliers { get; init; } = [];
}

/// <summary>A later last day of a step, for all, for a group or for one unit.</summary>
public sealed class RoundExtension
{
    public required long Id { get; init; }

    public required RoundId RoundId { get; init; }

    /// <summary>The group it is for; null for all.</summary>
    public GroupId? GroupId { get; init; }

    /// <summary>The sheet it is for; null for all or a group.</summary>
    public SheetId? SheetId { get; init; }

    public required RoundStep Step { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string Reason { get; init; }

    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The outage record that gave it; null when it was given by itself.</summary>
    public OutageId? OutageId { get; init; }

    public bool Reaches(GroupId group, SheetId sheet) => SheetId is { } one ? one == sheet : GroupId is not { } some || some == group;

    public Extension ToExtension() => new(Step, DueOn);
}

/// <summary>A score sheet (phiếu chấm điểm): one unit in one round.</summary>
public sealed class Sheet
{
    public required SheetId Id { get; init; }

    public required RoundId RoundId { get; init; }

    public required GroupId GroupId { get; init; }

    /// <summary>The unit that is scored; another identity only when it was renamed.</summary>
    public required AgencyId UnitId { get; set; }

    public required SheetState State { get; set; }

    public uint Version { get; init; }

    public List<Row> Rows { get; init; } = [];
}

/// <summary>One leaf of the framework on one sheet.</summary>
public sealed class Row
{
    public required RowId Id { get; init; }

    public required SheetId SheetId { get; init; }

    public required CriterionCode Code { get; init; }

    public required int SortOrder { get; init; }

    public required RowState State { get; set; }

    /// <summary>Declared figures by name.</summary>
    public Dictionary<string, FactValue> Facts { get; set; } = [];

    /// <summary>Origins of figures that were brought here or have a typed source, by name.</summary>
    public Dictionary<string, FigureOrigin> Origins { get; set; } = [];

    /// <summary>What was typed into a field and could not be read, kept until it is corrected.</summary>
    public Dictionary<string, string> Unread { get; set; } = [];

    /// <summary>Points the agency proposes where no rule computes them.</summary>
    public decimal? ProposedPoints { get; set; }

    /// <summary>Why there is nothing to declare, as the agency says; the explanation gives the reason. Null for an ordinary row.</summary>
    public RowAbsence? Absence { get; set; }

    /// <summary>Last day of an answer to a returned row or a wanted explanation; null when the calendar's day counts.</summary>
    public DateOnly? AnswerDueOn { get; set; }

    /// <summary>Explanation of the agency (giải trình).</summary>
    public string? Explanation { get; set; }

    /// <summary>Points from the declared figures, unrounded; null while they cannot be computed.</summary>
    public decimal? SelfPoints { get; set; }

    /// <summary>Points of the last decision, unrounded; null while nothing is decided.</summary>
    public decimal? FinalPoints { get; set; }

    public DateTimeOffset? SavedAt { get; set; }

    public string? SavedBy { get; set; }

    public uint Version { get; init; }

    public List<RowOwner> Owners { get; init; } = [];

    public List<RowDelegate> Delegates { get; init; } = [];

    public List<RowDecision> Decisions { get; init; } = [];

    public List<RowMessage> Messages { get; init; } = [];
}

/// <summary>An agency that answers for a row.</summary>
public sealed class RowOwner
{
    public required RowId RowId { get; init; }

    public required AgencyId AgencyId { get; init; }
}

/// <summary>A person of the unit to whom a row is delegated.</summary>
public sealed class RowDelegate
{
    public required RowId RowId { get; init; }

    public required Guid UserId { get; init; }

    public required string DelegatedBy { get; init; }

    public required DateTimeOffset DelegatedAt { get; init; }
}
