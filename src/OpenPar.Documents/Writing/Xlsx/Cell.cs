namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>A cell: a text, a number or a date, and its look. A text is never taken for a formula.</summary>
public readonly record struct Cell
{
    /// <summary>The text of a text cell.</summary>
    public string? Text { get; private init; }

    /// <summary>The number of a number cell.</summary>
    public decimal? Number { get; private init; }

    /// <summary>The date of a date cell.</summary>
    public DateOnly? Date { get; private init; }

    /// <summary>The formula behind the number, without "="; null for a plain cell.</summary>
    public string? Formula { get; private init; }

    /// <summary>How it looks.</summary>
    public CellLook Look { get; private init; }

    /// <summary>A text; null or empty gives an empty cell in the look.</summary>
    public static Cell Of(string? text, CellLook look) => new() { Text = text, Look = look };

    /// <summary>A number; null gives an empty cell in the look.</summary>
    public static Cell Of(decimal? number, CellLook look) => new() { Number = number, Look = look with { Format = look.Format ?? NumberFormat.TwoDecimals } };

    /// <summary>A formula of our own over numbers, with the number it gives now.</summary>
    public static Cell Computed(string formula, decimal now, CellLook look) => Of(now, look) with { Formula = formula };

    /// <summary>A date; null gives an empty cell in the look.</summary>
    public static Cell Of(DateOnly? date, CellLook look) => new() { Date = date, Look = look with { Format = NumberFormat.Date } };
}

/// <summary>Number formats in the notation of the file; the program shows them in the reader's own language.</summary>
public static class NumberFormat
{
    /// <summary>Two decimals and grouped thousands.</summary>
    public const string TwoDecimals = "#,##0.00";

    /// <summary>Whole numbers, thousands grouped.</summary>
    public const string Whole = "#,##0";

    /// <summary>Day, month and year.</summary>
    public const string Date = "dd/mm/yyyy";

    /// <summary>As typed: nothing is taken for a number, a date or a formula.</summary>
    public const string Text = "@";

    /// <summary>A number as it was typed.</summary>
    public const string General = "General";

    /// <summary>Grouped thousands and the given number of decimals, 0–6.</summary>
    public static string Decimals(int digits) => digits == 0 ? Whole : "#,##0." + new string('0', digits);
}

/// <summary>Where a text stands in its cell.</summary>
public enum CellAlign
{
    /// <summary>At the left edge.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right edge.</summary>
    Right,
}

/// <summary>The look of a cell: Times New Roman, wrapped, at the top of the cell unless it is a header.</summary>
public readonly record struct CellLook
{
    /// <summary>Bold.</summary>
    public bool Bold { get; init; }

    /// <summary>Italic.</summary>
    public bool Italic { get; init; }

    /// <summary>Size in points; 0 is 11.</summary>
    public int Points { get; init; }

    /// <summary>Where the text stands.</summary>
    public CellAlign Align { get; init; }

    /// <summary>Thin rules around the cell.</summary>
    public bool Ruled { get; init; }

    /// <summary>Grey ground, text in the middle of the height.</summary>
    public bool Header { get; init; }

    /// <summary>Red text, for the mark of invented figures.</summary>
    public bool Red { get; init; }

    /// <summary>Colour of the ground as ARGB, such as FFFFF2CC; null for none.</summary>
    public string? Ground { get; init; }

    /// <summary>Colour of the letters as ARGB; null for black.</summary>
    public string? Ink { get; init; }

    /// <summary>Steps the text is moved in from its edge.</summary>
    public int Indent { get; init; }

    /// <summary>Open for input where the sheet is protected.</summary>
    public bool Unlocked { get; init; }

    /// <summary>Number format; null is general.</summary>
    public string? Format { get; init; }

    /// <summary>Set by the writer for texts that a spreadsheet might take for a formula when they are edited.</summary>
    internal bool Quoted { get; init; }
}
