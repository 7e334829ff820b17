using OpenPar.Core.Frameworks;

namespace OpenPar.App.Data.Model.Plans;

/// <summary>An uploaded plan with what the reader made of it and what people decided so far.</summary>
public sealed class PlanImport : ReviewedImport
{
    /// <summary>Year of the plan, as read or as chosen at upload; times without a year are read with it.</summary>
    public int? Year { get; init; }

    /// <summary>Agency that issued the plan, as written.</summary>
    public string? Issuer { get; init; }

    /// <summary>Tables of the file, as JSON.</summary>
    public required string Annexes { get; init; }

    /// <summary>The set whose criteria an improvement plan numbers.</summary>
    public FrameworkId? FrameworkId { get; init; }

    /// <summary>The plan this file corrects; once a new plan is accepted, that plan.</summary>
    public PlanId? PlanId { get; set; }

    public List<PlanImportRow> Rows { get; init; } = [];
}

/// <summary>What a person made of a row under review.</summary>
public enum ReviewState
{
    /// <summary>Nobody has looked.</summary>
    Open,

    /// <summary>Looked at and right as it stands.</summary>
    Confirmed,

    /// <summary>Not to be taken over, or to be taken out of the plan.</summary>
    LeftOut,
}

/// <summary>One row of an uploaded plan under review.</summary>
public sealed class PlanImportRow
{
    public required ImportId ImportId { get; init; }

    /// <summary>Ordinal in the review, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Ordinal of the annex in its file, from 1.</summary>
    public required int Annex { get; init; }

    /// <summary>What the file says, as JSON by field; null for a row of the plan that the file no longer has.</summary>
    public string? Read { get; init; }

    /// <summary>What will be taken over, as JSON by field.</summary>
    public required string Words { get; set; }

    /// <summary>Guesses and repairs of the reader, as JSON.</summary>
    public required string Flags { get; init; }

    /// <summary>Where the row stands in the file, as JSON; null where the file does not have it.</summary>
    public string? Source { get; init; }

    /// <summary>The row of the plan it corrects.</summary>
    public PlanRowId? PlanRowId { get; init; }

    /// <summary>What that row said in the file before, as JSON by field.</summary>
    public string? Old { get; init; }

    /// <summary>What stood in the plan when this file was read, as JSON by field.</summary>
    public string? Decided { get; init; }

    public required ReviewState State { get; set; }

    /// <summary>True when a person changed a text of the row.</summary>
    public bool Edited { get; set; }

    public uint Version { get; init; }
}

/// <summary>A step of the review of a plan.</summary>
public sealed class PlanImportStep : ReviewStep;
