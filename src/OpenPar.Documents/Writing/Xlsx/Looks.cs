namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>The looks of official sheets.</summary>
internal static class Looks
{
    public static CellLook Mark { get; } = new() { Bold = true, Red = true, Points = 14, Align = CellAlign.Center };

    public static CellLook Title { get; } = new() { Bold = true, Points = 14, Align = CellAlign.Center };

    public static CellLook Strong { get; } = new() { Bold = true, Points = 13, Align = CellAlign.Center };

    public static CellLook Middle { get; } = new() { Points = 13, Align = CellAlign.Center };

    public static CellLook Slanted { get; } = new() { Italic = true, Points = 13, Align = CellAlign.Center };

    public static CellLook Body { get; } = new() { Points = 13 };

    public static CellLook Header { get; } = new() { Bold = true, Header = true, Ruled = true, Align = CellAlign.Center };

    public static CellLook HeaderNumber { get; } = new() { Italic = true, Header = true, Ruled = true, Align = CellAlign.Center };

    public static CellLook Text { get; } = new() { Ruled = true };

    public static CellLook Number { get; } = new() { Ruled = true, Align = CellAlign.Right };
}
