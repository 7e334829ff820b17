using OpenPar.Documents.Writing.Xlsx;

namespace OpenPar.Documents.Writing.Offline;

/// <summary>The looks of the form that is filled.</summary>
internal static class OfflineLooks
{
    /// <summary>Ground of a required input while it is empty.</summary>
    public const string Missing = "FFFFF0B3";

    /// <summary>Ground of a figure that exceeds the one it may not exceed.</summary>
    public const string Exceeding = "FFF8B4B4";

    /// <summary>Ground of an input.</summary>
    public const string Open = "FFE6F1E0";

    private const string Grey = "FF595959";

    public static CellLook Field { get; } = new() { Ruled = true, Bold = true, Points = 12, Ground = "FFC9D7E8" };

    public static CellLook Criterion { get; } = new() { Ruled = true, Bold = true, Ground = "FFE4ECF5" };

    public static CellLook Leaf { get; } = new() { Ruled = true, Bold = true, Ground = "FFF3F6FA", Indent = 1 };

    public static CellLook Requirement { get; } = new() { Ruled = true, Italic = true, Points = 10, Ink = Grey, Indent = 1 };

    public static CellLook Label { get; } = new() { Ruled = true, Indent = 1 };

    public static CellLook Unit { get; } = new() { Ruled = true, Align = CellAlign.Center };

    public static CellLook Name { get; } = new() { Ruled = true, Italic = true, Align = CellAlign.Center, Ink = Grey };

    public static CellLook Hint { get; } = new() { Ruled = true, Italic = true, Points = 9, Ink = Grey, Indent = 1 };

    public static CellLook Note { get; } = new() { Points = 10, Italic = true, Ink = Grey };

    public static CellLook Input { get; } = new() { Ruled = true, Ground = Open, Unlocked = true };

    public static CellLook Closed { get; } = new() { Ruled = true, Ground = "FFEFEFEF" };

    /// <summary>A look with the number of the points of a row.</summary>
    public static CellLook Points(this CellLook look) => look with { Align = CellAlign.Center };

    /// <summary>The look of a node.</summary>
    public static CellLook Of(int level) => level == 1 ? Field : Criterion;
}
