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

/// <summary>Where the review of an imported annex stands.</summary>
public enum ImportState
{
    /// <summary>A person is looking at it; nothing has been taken over.</summary>
    InReview,

    /// <summary>Taken over into the assignment.</summary>
    Accepted,

    /// <summary>Set aside.</summary>
    Discarded,
}

/// <summary>An uploaded assignment annex with what the reader made of it and what people decided.</summary>
public sealed class AssignmentImport
{
    public required ImportId Id { get; init; }

    public required FrameworkId FrameworkId { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    public string? Title { get; init; }

    /// <summary>The file as lines of text, shown beside the result; null for files without a text form.</summary>
    public string? SourceText { get; init; }

    /// <summary>The day whose register the names of agencies are looked up in.</summary>
    public required DateOnly NamesOn { get; init; }

    /// <summary>Agencies a person chose for names the register does not know, as JSON: name as written → agency.</summary>
    public required string NameChoices { get; set; }

    /// <summary>Findings of the reader, as JSON.</summary>
    public required string Findings { get; init; }

    public required ImportState State { get; set; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required string UploadedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    public uint Version { get; init; }

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

    /// <summary>Lead agencies as written.</summary>
    public string[] WrittenLead { get; init; } = [];

    /// <summary>Lead agencies of the register: found by name, or chosen by a person.</summary>
    public string[] LeadIds { get; set; } = [];

    /// <summary>Flags of the reader, as JSON.</summary>
    public required string Flags { get; init; }

    /// <summary>True when a person chose the agencies of this row.</summary>
    public bool DecidedByPerson { get; set; }
}
