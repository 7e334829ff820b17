namespace OpenPar.Core.Papers;

/// <summary>What the cells of a column hold.</summary>
public enum PaperColumnKind
{
    /// <summary>Text at the left edge.</summary>
    Text,

    /// <summary>A short text in the middle, such as a number of the tree.</summary>
    Mark,

    /// <summary>Points, shown as the framework rounds them.</summary>
    Points,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A place in an order, such as a rank: a whole number in the middle.</summary>
    Ordinal,

    /// <summary>A percentage with two decimals; 12.5 is 12,50 %.</summary>
    Percent,

    /// <summary>A day.</summary>
    Date,
}

/// <summary>A column of a table on paper.</summary>
/// <param name="Name">Name in templates and in the recorded state, such as <c>diem_toi_da</c>.</param>
/// <param name="Head">Head as printed.</param>
/// <param name="Width">Share of the width, any unit.</param>
/// <param name="Kind">What its cells hold.</param>
public sealed record PaperColumn(string Name, string Head, int Width, PaperColumnKind Kind = PaperColumnKind.Text)
{
    /// <summary>A head above this and its neighbours with the same one; null without.</summary>
    public string? Group { get; init; }
}

/// <summary>How a row of a table is printed.</summary>
public enum PaperRowLook
{
    /// <summary>A scored row.</summary>
    Plain,

    /// <summary>A field or criterion over other rows: bold, on one page with what follows.</summary>
    Heading,

    /// <summary>A sum: bold, at the end.</summary>
    Total,
}

/// <summary>One row: a cell a column.</summary>
/// <param name="Look">How it is printed.</param>
/// <param name="Cells">The cells, as many as the table has columns.</param>
public sealed record PaperRow(PaperRowLook Look, params IReadOnlyList<PaperCell> Cells)
{
    /// <summary>A scored row.</summary>
    public static PaperRow Of(params IReadOnlyList<PaperCell> cells) => new(PaperRowLook.Plain, cells);
}

/// <summary>A ruled table with named columns.</summary>
/// <param name="Name">Name in templates and in the recorded state, such as <c>tieu_chi</c>.</param>
/// <param name="Title">Title above it and name of its sheet; empty for none.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows.</param>
public sealed record PaperTable(string Name, string Title, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<PaperRow> Rows)
{
    /// <summary>What is printed instead of a table without rows.</summary>
    public string WhenEmpty { get; init; } = "Không có.";
}
