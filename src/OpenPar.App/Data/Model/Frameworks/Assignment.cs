using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Data.Model.Frameworks;

/// <summary>What an agency is to a criterion.</summary>
public enum AssignmentRole
{
    /// <summary>Cơ quan chủ trì.</summary>
    Lead,

    /// <summary>Cơ quan phối hợp.</summary>
    Coordinating,
}

/// <summary>How an assignment came to be.</summary>
public enum AssignmentOrigin
{
    /// <summary>Accepted from an imported annex.</summary>
    Imported,

    /// <summary>Carried over from another framework.</summary>
    CarriedOver,

    /// <summary>Entered by a person.</summary>
    Entered,

    /// <summary>Invented for the demonstration province.</summary>
    Demonstration,
}

/// <summary>An agency that answers for a criterion of a framework.</summary>
public sealed class Assignment
{
    public required FrameworkId FrameworkId { get; init; }

    public required CriterionCode Code { get; init; }

    public required AgencyId AgencyId { get; init; }

    public required AssignmentRole Role { get; init; }

    public required AssignmentOrigin Origin { get; init; }

    /// <summary>The import it was accepted from.</summary>
    public ImportId? ImportId { get; init; }

    /// <summary>What a reader of the assignment should know, such as "Thay Sở A (kết thúc 28/02/2025)".</summary>
    public string? Note { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Name of the person who decided.</summary>
    public required string DecidedBy { get; init; }
}

/// <summary>An uploaded assignment annex with what the reader made of it and what people decided.</summary>
public sealed class AssignmentImport : ReviewedImport
{
    public required FrameworkId FrameworkId { get; init; }

    /// <summary>The file as lines of text, shown beside the result; null for files without a text form.</summary>
    public string? SourceText { get; init; }

    public List<AssignmentImportRow> Rows { get; init; } = [];
}

/// <summary>One criterion of an imported annex under review.</summary>
public sealed class AssignmentImportRow
{
    public required ImportId ImportId { get; init; }

    public required CriterionCode Code { get; init; }

    public required int SortOrder { get; init; }

    public required string Title { get; init; }

    /// <summary>Line of the source, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Where the row stands in its file, as JSON; null for reviews begun before it was kept.</summary>
    public string? Source { get; init; }

    /// <summary>Lead agencies as written.</summary>
    public string[] WrittenLead { get; init; } = [];

    /// <summary>Lead agencies of the register: found by name, or chosen by a person.</summary>
    public string[] LeadIds { get; set; } = [];

    /// <summary>Flags of the reader, as JSON.</summary>
    public required string Flags { get; init; }

    /// <summary>True when a person chose the agencies of this row.</summary>
    public bool DecidedByPerson { get; set; }
}

/// <summary>A step of the review of an assignment annex.</summary>
public sealed class AssignmentImportStep : ReviewStep;
