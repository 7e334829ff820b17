using System.Text.Json;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;
using OpenPar.Core.Rules;

namespace OpenPar.App.Data.Model.Frameworks;

/// <summary>Where a draft stands.</summary>
public enum DraftState
{
    /// <summary>Being written.</summary>
    Open,

    /// <summary>Taken over as a framework; the draft stays readable.</summary>
    Published,

    /// <summary>Set aside.</summary>
    Discarded,
}

/// <summary>A framework being written. Keeps everything typed, also what is not valid yet.</summary>
public sealed class FrameworkDraft
{
    public required DraftId Id { get; init; }

    /// <summary>What was typed about the whole, as JSON of <see cref="DraftHead"/>.</summary>
    public required string Head { get; set; }

    /// <summary>What it was begun from: a framework, a file; null for an empty draft.</summary>
    public string? BeganFrom { get; init; }

    public required DraftState State { get; set; }

    public FrameworkId? PublishedAs { get; set; }

    /// <summary>Number of the next row; numbers are never used again.</summary>
    public required int NextNumber { get; set; }

    /// <summary>Counts every change of the draft.</summary>
    public required int Version { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    public List<FrameworkDraftRow> Rows { get; init; } = [];
}

/// <summary>A row of a draft.</summary>
public sealed class FrameworkDraftRow
{
    public required DraftId DraftId { get; init; }

    /// <summary>Identity within the draft; stays when the row moves or gets another code.</summary>
    public required int Number { get; init; }

    public required int SortOrder { get; set; }

    public required int Level { get; set; }

    /// <summary>What was typed, as JSON of <see cref="DraftText"/>.</summary>
    public required string Text { get; set; }

    /// <summary>Counts the changes of the text; moving the row leaves it.</summary>
    public required int Version { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    public DraftRow ToRow() => new(Number, Level, DraftJson.Read<DraftText>(Text));
}

/// <summary>One change of a draft, with what it needs to be undone.</summary>
public sealed class FrameworkDraftChange
{
    public long Id { get; init; }

    public required DraftId DraftId { get; init; }

    /// <summary>What was done, as a person reads it.</summary>
    public required string What { get; init; }

    /// <summary>The draft before, as far as it changed: JSON of <see cref="DraftBefore"/>.</summary>
    public required string Before { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }
}

/// <summary>The part of a draft that a change touched, as it was before.</summary>
/// <param name="Head">The head, null when it stayed.</param>
/// <param name="Rows">Rows that changed, moved or went.</param>
/// <param name="Added">Numbers of rows that came.</param>
public sealed record DraftBefore(string? Head, IReadOnlyList<DraftRowBefore> Rows, IReadOnlyList<int> Added);

/// <summary>A row as it was.</summary>
/// <param name="Number">The row.</param>
/// <param name="SortOrder">Its place.</param>
/// <param name="Level">Its depth.</param>
/// <param name="Text">Its text; null when only its place changed.</param>
public sealed record DraftRowBefore(int Number, int SortOrder, int Level, string? Text);

/// <summary>The written shape of drafts in the database.</summary>
public static class DraftJson
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, RuleJson.Stored);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, RuleJson.Stored)!;
}
