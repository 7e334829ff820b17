using System.Globalization;
using System.Numerics;

namespace OpenPar.Core.Rules.Feel;

/// <summary>
/// A FEEL number: 34 significant decimal digits, rounding half to even, exponents as in IEEE 754 decimal128
/// (DMN 1.5, 10.3.2.3.1). What fits in <see cref="decimal"/> is kept there; the rest has a big coefficient.
/// Trailing zeros carry no meaning: 1.0 and 1 are the same value.
/// </summary>
public readonly partial struct FeelNumber : IEquatable<FeelNumber>, IComparable<FeelNumber>, IComparable
{
    private readonly decimal small;

    // Set exactly when the value cannot be held by System.Decimal, so each value has one form.
    private readonly WideNumber? wide;

    private FeelNumber(decimal small) => this.small = small;

    private FeelNumber(WideNumber wide) => this.wide = wide;

    /// <summary>Zero.</summary>
    public static FeelNumber Zero => default;

    /// <summary>One.</summary>
    public static FeelNumber One => new(1m);

    /// <summary>The number as a <see cref="decimal"/>, rounded half to even to what that type can hold.</summary>
    /// <exception cref="OverflowException">The number is beyond ±7.9 × 10^28.</exception>
    public decimal ToDecimal() => wide is null ? small : wide.ToDecimal();

    /// <summary>The number as a whole number of 32 bits; false when it has a fraction or is too large.</summary>
    public bool TryToInt32(out int value)
    {
        value = 0;
        if (wide is not null || small < int.MinValue || small > int.MaxValue || small != decimal.Truncate(small)) return false;
        value = (int)small;
        return true;
    }

    /// <summary>The number as a whole number of any size; false when it has a fraction.</summary>
    public bool TryToInteger(out BigInteger value)
    {
        var (coefficient, exponent) = Parts();
        if (exponent >= 0)
        {
            value = coefficient * Tens.Power(exponent);
            return true;
        }

        value = BigInteger.DivRem(coefficient, Tens.Power(-exponent), out var rest);
        return rest.IsZero;
    }

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => wide is null ? Math.Sign(small) : wide.Coefficient.Sign;

    /// <summary>True when there is no fraction.</summary>
    public bool IsInteger => wide is null ? small == decimal.Truncate(small) : wide.Exponent >= 0;

    /// <summary>True when the number is a multiple of 2.</summary>
    public bool IsEven
    {
        get
        {
            var (coefficient, exponent) = Parts();
            if (exponent > 0) return true;
            return IsInteger && (coefficient / Tens.Power(-exponent)).IsEven;
        }
    }

    /// <summary>Coefficient and power of ten.</summary>
    internal (BigInteger Coefficient, int Exponent) Parts()
    {
        if (wide is not null) return (wide.Coefficient, wide.Exponent);
        var scale = small.Scale;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(small, bits);
        var coefficient = (((BigInteger)(uint)bits[2] << 32) | (uint)bits[1]) << 32 | (uint)bits[0];
        return (bits[3] < 0 ? -coefficient : coefficient, -scale);
    }

    /// <summary>The value of coefficient × 10^exponent rounded to 34 digits; null when it is beyond the range of decimal128.</summary>
    internal static FeelNumber? Of(BigInteger coefficient, int exponent) => WideNumber.Normal(coefficient, exponent) switch
    {
        { } number when number.TryNarrow(out var narrow) => new FeelNumber(narrow),
        { } number => new FeelNumber(number),
        null => null,
    };

    /// <summary>A decimal is a FEEL number as it stands.</summary>
    public static implicit operator FeelNumber(decimal value) => new(value);

    /// <summary>A whole number is a FEEL number.</summary>
    public static implicit operator FeelNumber(int value) => new(value);

    /// <summary>A whole number is a FEEL number.</summary>
    public static implicit operator FeelNumber(long value) => new(value);

    /// <inheritdoc/>
    public bool Equals(FeelNumber other) => wide is null
        ? other.wide is null && small == other.small
        : other.wide is not null && wide.Exponent == other.wide.Exponent && wide.Coefficient == other.wide.Coefficient;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FeelNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => wide is null ? small.GetHashCode() : HashCode.Combine(wide.Coefficient, wide.Exponent);

    /// <inheritdoc/>
    public int CompareTo(FeelNumber other) => wide is null && other.wide is null
        ? decimal.Compare(small, other.small)
        : WideNumber.Compare(Parts(), other.Parts());

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj is FeelNumber other ? CompareTo(other) : throw new ArgumentException("Not a FEEL number.", nameof(obj));

    /// <summary>Equal values, whatever their written form.</summary>
    public static bool operator ==(FeelNumber left, FeelNumber right) => left.Equals(right);

    /// <summary>Different values.</summary>
    public static bool operator !=(FeelNumber left, FeelNumber right) => !left.Equals(right);

    /// <summary>Less than.</summary>
    public static bool operator <(FeelNumber left, FeelNumber right) => left.CompareTo(right) < 0;

    /// <summary>Greater than.</summary>
    public static bool operator >(FeelNumber left, FeelNumber right) => left.CompareTo(right) > 0;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(FeelNumber left, FeelNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(FeelNumber left, FeelNumber right) => left.CompareTo(right) >= 0;

    /// <summary>Canonical form: no exponent, no trailing zeros, a point as decimal sign ("0.5", "-12", "1000").</summary>
    public override string ToString() => wide is null
        ? (small / 1.000000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
        : wide.ToString();
}
