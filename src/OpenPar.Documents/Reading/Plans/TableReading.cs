using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>What a cell of any table says.</summary>
public enum CellValueKind
{
    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>Words.</summary>
    Text,

    /// <summary>A number: points, a count, a value of an index.</summary>
    Number,

    /// <summary>A share in hundredths; 85,5 % is 85.5.</summary>
    Percent,

    /// <summary>Names of agencies.</summary>
    Agencies,

    /// <summary>A time, as plans write it.</summary>
    Time,
}

/// <summary>A cell with its typed value; the text stays as written.</summary>
/// <param name="Text">As written, lines kept.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Number">The number of <see cref="CellValueKind.Number"/> and <see cref="CellValueKind.Percent"/>.</param>
/// <param name="Names">The names of <see cref="CellValueKind.Agencies"/>.</param>
public sealed record TypedCell(string Text, CellValueKind Kind, decimal? Number, IReadOnlyList<string> Names)
{
    /// <summary>What a reader did to the cell, or could not be sure of.</summary>
    public IReadOnlyList<CellMark> Flags { get; init; } = [];
}

/// <summary>A row with its place.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Cells">One cell a column.</param>
public sealed record TypedRow(Place Place, IReadOnlyList<TypedCell> Cells);

/// <summary>A table of any kind: what it is, its heads, its rows.</summary>
/// <param name="Number">Ordinal in the document, from 1.</param>
/// <param name="Title">Its heading; null when none was recognised.</param>
/// <param name="Recognition">What it was taken for.</param>
/// <param name="Heads">Text over each column.</param>
/// <param name="Rows">Rows under the head.</param>
public sealed record TypedTable(int Number, string? Title, TableRecognition Recognition, IReadOnlyList<string> Heads, IReadOnlyList<TypedRow> Rows);

/// <summary>All tables of a file.</summary>
/// <param name="Tables">The tables, put together again where pages broke them.</param>
/// <param name="Findings">What is wrong or doubtful.</param>
public sealed record TableReading(IReadOnlyList<TypedTable> Tables, IReadOnlyList<Finding> Findings);
