using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Rounds.Offline;

/// <summary>What a filled file says: where it was taken from, what it said then, and what stands in it now.</summary>
/// <param name="Base">The sheet as it was taken out.</param>
/// <param name="Entries">One entry an input found in the file, in order of the file; an input found twice has two.</param>
public sealed record OfflineAnswer(OfflineCopy Base, IReadOnlyList<OfflineEntry> Entries);

/// <summary>The text of one input.</summary>
/// <param name="Key">Names the input.</param>
/// <param name="Text">What stands there; empty when the cell is empty.</param>
/// <param name="Place">Sheet and cell.</param>
public sealed record OfflineEntry(OfflineKey Key, string Text, SourcePlace Place);

/// <summary>The sheet as it was when the file was taken out, kept inside the file.</summary>
public sealed record OfflineCopy
{
    /// <summary>Identity of the sheet.</summary>
    public required string SheetId { get; init; }

    /// <summary>Title of the round.</summary>
    public required string Round { get; init; }

    /// <summary>The assessment year.</summary>
    public required int Year { get; init; }

    /// <summary>Name of the unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The framework.</summary>
    public required FrameworkId Framework { get; init; }

    /// <summary>The moment it was taken out.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Identity and version of each leaf.</summary>
    public required IReadOnlyDictionary<CriterionCode, OfflineVersion> Versions { get; init; }

    /// <summary>Typed text of each input; those too long for a cell are left out.</summary>
    public required IReadOnlyDictionary<OfflineKey, string> Texts { get; init; }

    /// <summary>What is kept of a sheet that is taken out.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="kept">Which inputs stand in the file.</param>
    public static OfflineCopy Of(OfflineSheet sheet, Func<OfflineField, bool> kept)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(kept);
        return new OfflineCopy
        {
            SheetId = sheet.Id,
            Round = sheet.Round,
            Year = sheet.Year,
            Unit = sheet.Unit,
            Framework = sheet.Framework,
            TakenAt = sheet.TakenAt,
            Versions = sheet.Rows.Where(row => row.Leaf is not null).ToDictionary(row => row.Code, row => new OfflineVersion(row.Leaf!.RowId, row.Leaf.Version)),
            Texts = sheet.Fields.Where(kept).ToDictionary(field => field.Key, field => OfflineText.Plain(field.Text)),
        };
    }
}

/// <summary>Which row a leaf was, and at which version.</summary>
/// <param name="RowId">Identity of the row as text.</param>
/// <param name="Version">Version of the row.</param>
public sealed record OfflineVersion(string RowId, uint Version);
