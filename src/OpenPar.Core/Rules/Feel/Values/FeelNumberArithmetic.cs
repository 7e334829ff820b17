using System.Numerics;

namespace OpenPar.Core.Rules.Feel;

/// <summary>The four operations. Exact within 34 digits; a fast way where System.Decimal is exact too.</summary>
public readonly partial struct FeelNumber
{
    /// <summary>Sum; exact, then rounded to 34 digits.</summary>
    /// <exception cref="OverflowException">Beyond the range of decimal128.</exception>
    public static FeelNumber operator +(FeelNumber left, FeelNumber right) => Add(left, right) ?? throw new OverflowException();

    /// <summary>Difference; exact, then rounded to 34 digits.</summary>
    /// <exception cref="OverflowException">Beyond the range of decimal128.</exception>
    public static FeelNumber operator -(FeelNumber left, FeelNumber right) => Add(left, -right) ?? throw new OverflowException();

    /// <summary>Product; exact, then rounded to 34 digits.</summary>
    /// <exception cref="OverflowException">Beyond the range of decimal128.</exception>
    public static FeelNumber operator *(FeelNumber left, FeelNumber right) => Multiply(left, right) ?? throw new OverflowException();

    /// <summary>The same number with the other sign.</summary>
    public static FeelNumber operator -(FeelNumber value) => value.wide is null
        ? new FeelNumber(-value.small)
        : new FeelNumber(value.wide with { Coefficient = -value.wide.Coefficient });

    /// <summary>Sum, or null beyond the range.</summary>
    public static FeelNumber? Add(FeelNumber left, FeelNumber right)
    {
        // Two coefficients below 2^64 whose scales lie within nine places have an exact sum in 96 bits.
        if (left.wide is null && right.wide is null && Fits64(left.small) && Fits64(right.small)
            && Math.Abs(left.small.Scale - right.small.Scale) <= 9)
            return new FeelNumber(left.small + right.small);
        var (a, x) = left.Parts();
        var (b, y) = right.Parts();
        if (a.IsZero) return right;
        if (b.IsZero) return left;

        // A term too small to be seen in 34 digits is reduced to a sign, which still decides rounding.
        if (x - y > 80 && Digits(a) + x > Digits(b) + y + 75) (b, y) = (b.Sign, x - 40);
        else if (y - x > 80 && Digits(b) + y > Digits(a) + x + 75) (a, x) = (a.Sign, y - 40);
        var low = Math.Min(x, y);
        return Of((a * Tens.Power(x - low)) + (b * Tens.Power(y - low)), low);
    }

    /// <summary>Product, or null beyond the range.</summary>
    public static FeelNumber? Multiply(FeelNumber left, FeelNumber right)
    {
        if (left.wide is null && right.wide is null && Bits(left.small) + Bits(right.small) <= 96 && left.small.Scale + right.small.Scale <= 28)
            return new FeelNumber(left.small * right.small);
        var (a, x) = left.Parts();
        var (b, y) = right.Parts();
        return Of(a * b, x + y);
    }

    /// <summary>Quotient rounded half to even to 34 digits; null when the divisor is zero or the result is beyond the range.</summary>
    public static FeelNumber? Divide(FeelNumber left, FeelNumber right)
    {
        if (right.Sign == 0) return null;
        if (left.wide is null && right.wide is null && Quick(left.small, right.small) is { } quick) return quick;
        var (a, x) = left.Parts();
        var (b, y) = right.Parts();
        if (a.IsZero) return Zero;

        // Enough digits for 34 plus guard; a remainder is kept as one more, odd digit so that ties are seen rightly.
        var shift = Math.Max(0, Digits(b) - Digits(a) + 38);
        var quotient = BigInteger.DivRem(a * Tens.Power(shift), b, out var rest);
        var exponent = x - y - shift;
        if (!rest.IsZero) (quotient, exponent) = ((quotient * 10) + (a.Sign * b.Sign), exponent - 1);
        return Of(quotient, exponent);
    }

    // System.Decimal divides to 28 digits; the quotient is used only when multiplying back proves it exact.
    private static FeelNumber? Quick(decimal left, decimal right)
    {
        if (Math.Abs(left) > 1e14m || Math.Abs(right) < 1e-13m) return null;
        var quotient = left / right;
        return Bits(quotient) + Bits(right) <= 96 && quotient.Scale + right.Scale <= 28 && quotient * right == left ? new FeelNumber(quotient) : null;
    }

    internal static int Digits(BigInteger value) => Tens.Digits(value);

    private static bool Fits64(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return bits[2] == 0;
    }

    private static int Bits(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if (bits[2] != 0) return 96 - BitOperations.LeadingZeroCount((uint)bits[2]);
        return bits[1] != 0 ? 64 - BitOperations.LeadingZeroCount((uint)bits[1]) : 32 - BitOperations.LeadingZeroCount((uint)bits[0]);
    }
}
