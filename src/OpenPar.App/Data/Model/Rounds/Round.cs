using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Data.Model.Rounds;

/// <summary>A round (kỳ đánh giá): one framework, one year, the units scored in it, its calendar.</summary>
public sealed class Round
{
    public required RoundId Id { get; init; }

    public required string Title { get; set; }

    /// <summary>The year that is assessed.</summary>
    public required int Year { get; init; }

    public required FrameworkId FrameworkId { get; init; }

    public required RoundState State { get; set; }

    public required DateOnly OpensOn { get; set; }

    /// <summary>Last day of self-scoring, inclusive.</summary>
    public required DateOnly SelfScoreDueOn { get; set; }

    /// <summary>Last day of appraisal, inclusive.</summary>
    public required DateOnly AppraisalDueOn { get; set; }

    /// <summary>True when its declared figures are invented for the demonstration.</summary>
    public bool Demonstration { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public uint Version { get; init; }

    public List<Sheet> Sheets { get; init; } = [];
}

/// <summary>A score sheet (phiếu chấm điểm): one unit in one round.</summary>
public sealed class Sheet
{
    public required SheetId Id { get; init; }

    public required RoundId RoundId { get; init; }

    /// <summary>The unit that is scored.</summary>
    public required AgencyId UnitId { get; init; }

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

    public List<RowDecision> Decisions { get; init; } = [];

    public List<RowMessage> Messages { get; init; } = [];
}

/// <summary>An agency that answers for a row.</summary>
public sealed class RowOwner
{
    public required RowId RowId { get; init; }

    public required AgencyId AgencyId { get; init; }
}
