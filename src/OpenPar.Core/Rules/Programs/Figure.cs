namespace OpenPar.Core.Rules.Programs;

/// <summary>
/// One figure of a row, read once. Most figures of administrative work are whole and small: those are reckoned with as 64-bit integers,
/// exactly and without decimal arithmetic; the others keep their decimal.
/// </summary>
internal readonly struct Figure
{
    /// <summary>Largest absolute value reckoned with as an integer; products with scaled bounds stay within 64 bits.</summary>
    public const long Small = 2_000_000_000;

    private const long Never = long.MinValue;

    private Figure(decimal number, long whole) => (Number, Whole) = (number, whole);

    /// <summary>The figure; 0 for a figure that is no number.</summary>
    public decimal Number { get; }

    /// <summary>The figure as an integer when it is whole and small, the index of a chosen option, or 1 for yes.</summary>
    public long Whole { get; }

    /// <summary>True when <see cref="Whole"/> holds the figure.</summary>
    public bool IsWhole => Whole != Never;

    /// <summary>A number.</summary>
    public static Figure Of(decimal number) =>
        new(number, Math.Abs(number) <= Small && number == decimal.Truncate(number) ? (long)number : Never);

    /// <summary>An index, or yes (1) and no (0).</summary>
    public static Figure Of(int index) => new(index, index);
}
