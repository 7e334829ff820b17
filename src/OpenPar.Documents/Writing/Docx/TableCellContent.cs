using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>A column: its share of the width, and how its cells stand.</summary>
/// <param name="Width">Share of the width, any unit.</param>
/// <param name="Align">Where the text of its cells stands.</param>
internal sealed record TableColumn(int Width, HorizontalAlign Align = HorizontalAlign.Left);

/// <summary>Part of a cell that runs over several rows.</summary>
internal enum VerticalPart
{
    /// <summary>A cell of its own.</summary>
    None,

    /// <summary>The first row of the merged cell; holds the text.</summary>
    First,

    /// <summary>A further row of the merged cell; shows nothing.</summary>
    Next,
}

/// <summary>One cell of a ruled table.</summary>
internal sealed record TableCellContent(params IReadOnlyList<Line> Lines)
{
    /// <summary>Columns the cell covers.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Its part in a cell over several rows.</summary>
    public VerticalPart Vertical { get; init; }

    /// <summary>The words of a cell in one look.</summary>
    public static TableCellContent Of(string? text, bool bold = false, bool italic = false, bool keepNext = false) =>
        new(new Line(text ?? "") { Bold = bold, Italic = italic, KeepNext = keepNext });

    internal TableCell ToCell(int width, string style, decimal points, HorizontalAlign align, bool middle)
    {
        var properties = new TableCellProperties(
            new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
        if (Columns > 1) properties.Append(new GridSpan { Val = Columns });
        if (Vertical != VerticalPart.None)
            properties.Append(new VerticalMerge { Val = Vertical == VerticalPart.First ? MergedCellValues.Restart : MergedCellValues.Continue });
        if (middle || Vertical == VerticalPart.First)
            properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var cell = new TableCell(properties);
        IReadOnlyList<Line> shown = Lines.Count == 0 || Vertical == VerticalPart.Next ? [new Line("")] : Lines;
        foreach (var line in shown)
        {
            var placed = line.Align == HorizontalAlign.Inherit ? line with { Align = align } : line;
            cell.Append((placed with { Points = line.Points ?? points }).ToParagraph(style));
        }

        return cell;
    }
}
