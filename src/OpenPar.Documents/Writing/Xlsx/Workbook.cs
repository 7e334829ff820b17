namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>A workbook to be written: sheets of typed cells, printable on A4.</summary>
/// <param name="Sheets">At least one sheet.</param>
/// <param name="Properties">Title, subject and author of the file.</param>
public sealed record Workbook(IReadOnlyList<Sheet> Sheets, PaperProperties Properties);

/// <summary>One sheet. Rows are counted from 1.</summary>
/// <param name="Name">Name of the tab; what Excel forbids in it is replaced.</param>
/// <param name="Widths">Width of each column in characters.</param>
/// <param name="Rows">The rows.</param>
public sealed record Sheet(string Name, IReadOnlyList<double> Widths, IReadOnlyList<Row> Rows)
{
    /// <summary>Rows that stay in sight while scrolling; 0 for none.</summary>
    public int FrozenRows { get; init; }

    /// <summary>First and last row printed again on each page; null for none.</summary>
    public (int First, int Last)? PrintTitles { get; init; }

    /// <summary>Areas merged into one cell.</summary>
    public IReadOnlyList<Area> Merged { get; init; } = [];

    /// <summary>True when the tab is not shown.</summary>
    public bool Hidden { get; init; }

    /// <summary>Columns that are not shown, from 1.</summary>
    public IReadOnlyList<int> HiddenColumns { get; init; } = [];

    /// <summary>Only unlocked cells take input; there is no password.</summary>
    public bool Protected { get; init; }

    /// <summary>What cells accept, and what is said when they are entered.</summary>
    public IReadOnlyList<CellCheck> Checks { get; init; } = [];

    /// <summary>Cells that change their colour by what stands in them.</summary>
    public IReadOnlyList<CellHighlight> Highlights { get; init; } = [];

    /// <summary>Shrunk to one printed page; otherwise only to the width of a page.</summary>
    public bool OnePage { get; init; }

    /// <summary>Text above each printed page in bold red, such as the mark of invented figures; null for none.</summary>
    public string? Mark { get; init; }

    /// <summary>Text below each printed page on the left.</summary>
    public string FooterLeft { get; init; } = "";

    /// <summary>Text below each printed page in the middle.</summary>
    public string FooterCenter { get; init; } = "";

    /// <summary>Text below each printed page on the right.</summary>
    public string FooterRight { get; init; } = "";
}

/// <summary>A rectangle of cells, rows and columns from 1, ends included.</summary>
/// <param name="FirstRow">Uppermost row.</param>
/// <param name="FirstColumn">Leftmost column.</param>
/// <param name="LastRow">Lowest row.</param>
/// <param name="LastColumn">Rightmost column.</param>
public readonly record struct Area(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>One cell.</summary>
    public static Area Of(int row, int column) => new(row, column, row, column);

    /// <summary>Name of the first cell, such as "A1".</summary>
    public string FirstName => CellName.Of(FirstRow, FirstColumn);

    /// <summary>The area as Excel writes it, such as "A1:J3".</summary>
    public override string ToString() => $"{CellName.Of(FirstRow, FirstColumn)}:{CellName.Of(LastRow, LastColumn)}";
}

/// <summary>One row of cells from the first column on.</summary>
/// <param name="Cells">The cells.</param>
public sealed record Row(params IReadOnlyList<Cell> Cells)
{
    /// <summary>Height in points; null leaves it to the program.</summary>
    public double? Height { get; init; }
}
