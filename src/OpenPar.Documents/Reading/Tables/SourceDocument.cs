using OpenPar.Core.Findings;

namespace OpenPar.Documents.Reading.Tables;

/// <summary>
/// What a reader found in a file of any kind, before anything is understood: texts and tables in their order, each with its place.
/// </summary>
/// <param name="File">File name without folder.</param>
/// <param name="Blocks">Texts and tables in order of reading.</param>
/// <param name="Findings">What is wrong or doubtful with the file itself; an error means that it was not read.</param>
public sealed record SourceDocument(string File, IReadOnlyList<Block> Blocks, IReadOnlyList<Finding> Findings)
{
    /// <summary>True when nothing in the file forbids its use.</summary>
    public bool Usable => Blocks.Count > 0 && Findings.All(f => f.Severity != Severity.Error);
}

/// <summary>A part of a document.</summary>
/// <param name="Place">Where it begins.</param>
public abstract record Block(Place Place);

/// <summary>A paragraph, heading or line outside every table, with the number Word or Excel would show before it.</summary>
/// <param name="Text">The text, composed, otherwise as written.</param>
/// <param name="Place">Where it stands.</param>
public sealed record TextBlock(string Text, Place Place) : Block(Place);

/// <summary>A table as a grid: every place is covered by exactly one cell.</summary>
/// <param name="Rows">Rows of the grid.</param>
/// <param name="Columns">Columns of the grid.</param>
/// <param name="Cells">Cells by row, then column, of their upper left corner.</param>
/// <param name="Place">Where the table begins.</param>
public sealed record Table(int Rows, int Columns, IReadOnlyList<Cell> Cells, Place Place) : Block(Place);

/// <summary>A cell with what it covers.</summary>
/// <param name="Row">First row, from 0.</param>
/// <param name="Column">First column, from 0.</param>
/// <param name="RowSpan">Rows covered, at least 1.</param>
/// <param name="ColumnSpan">Columns covered, at least 1.</param>
/// <param name="Text">Text, composed; paragraphs and line breaks of the source are parted by '\n'.</param>
/// <param name="Place">Where the cell stands in the file.</param>
public sealed record Cell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, Place Place)
{
    /// <summary>Repairs a reader made to the text of this cell, each to be shown.</summary>
    public IReadOnlyList<CellMark> Marks { get; init; } = [];
}

/// <summary>Where something stands, as a person looks it up; what a kind of file does not have is null.</summary>
/// <param name="Line">Line, paragraph or row of the file, from 1.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Cell">Name of the cell, such as B7.</param>
public sealed record Place(int Line, int? Page = null, string? Sheet = null, string? Cell = null);
