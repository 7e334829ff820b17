using OpenPar.Core.Findings;

namespace OpenPar.Documents.Reading.Tables;

/// <summary>What a file turned out to be by its content.</summary>
public enum SourceKind
{
    /// <summary>Not recognised, or refused.</summary>
    Unknown,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Word.</summary>
    Word,

    /// <summary>Excel.</summary>
    Excel,

    /// <summary>PDF with a text layer or recognised text.</summary>
    Pdf,

    /// <summary>A web page or a table from the clipboard.</summary>
    Html,
}

/// <summary>
/// What a reader found in a file of any kind, before anything is understood: texts and tables in their order, each with its place.
/// </summary>
/// <param name="File">File name without folder.</param>
/// <param name="Blocks">Texts and tables in order of reading.</param>
/// <param name="Findings">What is wrong or doubtful with the file itself; an error means that it was not read, or not to its end.</param>
public sealed record SourceDocument(string File, IReadOnlyList<Block> Blocks, IReadOnlyList<Finding> Findings)
{
    /// <summary>What the file is; a .doc that holds HTML is HTML.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>True when nothing in the file forbids its use.</summary>
    public bool Usable => Blocks.Count > 0 && Findings.All(f => f.Severity != Severity.Error);
}

/// <summary>A part of a document.</summary>
/// <param name="Place">Where it begins.</param>
public abstract record Block(Place Place);

/// <summary>A paragraph, heading or line outside every table, with the number Word would show before it.</summary>
/// <param name="Text">The text, composed, otherwise as written.</param>
/// <param name="Place">Where it stands.</param>
public sealed record TextBlock(string Text, Place Place) : Block(Place)
{
    /// <summary>Blank lines before it, in a file of lines.</summary>
    public int Gap { get; init; }

    /// <summary>True when a page is known to begin with it.</summary>
    public bool NewPage { get; init; }

    /// <summary>True for the text of a footnote; it stands after the block that refers to it.</summary>
    public bool Footnote { get; init; }

    /// <summary>Repairs a reader made to the text, each to be shown.</summary>
    public IReadOnlyList<CellMark> Marks { get; init; } = [];
}

/// <summary>Where something stands, as a person looks it up; what a kind of file does not have is null.</summary>
/// <param name="Line">Line of a text, paragraph of a Word file, row of a sheet or of a page, from 1.</param>
/// <param name="Page">Page, from 1; in Word files the page of the last printing, which is a hint.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Cell">Name of the cell, such as B7.</param>
public sealed record Place(int Line, int? Page = null, string? Sheet = null, string? Cell = null)
{
    /// <summary>The stretch of the page it covers; null where the kind of file knows none.</summary>
    public PageBand? Band { get; init; }
}
