using System.Globalization;
using System.Numerics;

namespace OpenPar.Core.Rules.Feel;

/// <summary>Coefficient × 10^Exponent, without trailing zeros in the coefficient.</summary>
internal sealed record WideNumber(BigInteger Coefficient, int Exponent)
{
    private const int Precision = 34;
    private const int LargestExponent = 6144;
    private const int SmallestExponent = -6176;

    /// <summary>Rounds to 34 digits and strips trailing zeros; null when too large; zero when too small.</summary>
    public static WideNumber? Normal(BigInteger coefficient, int exponent)
    {
        if (coefficient.IsZero) return new WideNumber(BigInteger.Zero, 0);
        var surplus = Math.Max(Tens.Digits(coefficient) - Precision, SmallestExponent - exponent);
        if (surplus > 0)
        {
            if (surplus > Tens.Digits(coefficient) + 1) return new WideNumber(BigInteger.Zero, 0);
            coefficient = Tens.DivideHalfEven(coefficient, Tens.Power(surplus));
            exponent += surplus;
        }

        if (coefficient.IsZero) return new WideNumber(BigInteger.Zero, 0);
        foreach (var step in (ReadOnlySpan<int>)[16, 4, 1])
        {
            for (var stripped = BigInteger.DivRem(coefficient, Tens.Power(step), out var rest); rest.IsZero;
                stripped = BigInteger.DivRem(coefficient, Tens.Power(step), out rest))
                (coefficient, exponent) = (stripped, exponent + step);
        }

        return exponent + Tens.Digits(coefficient) - 1 > LargestExponent ? null : new WideNumber(coefficient, exponent);
    }

    /// <summary>The same value as System.Decimal, when that is exact.</summary>
    public bool TryNarrow(out decimal value)
    {
        value = 0;
        if (Exponent < -28 || Exponent + Tens.Digits(Coefficient) > 29) return false;
        var whole = BigInteger.Abs(Exponent > 0 ? Coefficient * Tens.Power(Exponent) : Coefficient);
        if (whole.GetBitLength() > 96) return false;
        var (lo, mid, hi) = ((uint)(whole & uint.MaxValue), (uint)((whole >> 32) & uint.MaxValue), (uint)(whole >> 64));
        value = new decimal((int)lo, (int)mid, (int)hi, Coefficient.Sign < 0, (byte)Math.Max(0, -Exponent));
        return true;
    }

    /// <summary>The nearest System.Decimal.</summary>
    public decimal ToDecimal()
    {
        var magnitude = Exponent + Tens.Digits(Coefficient);
        if (magnitude > 29) throw new OverflowException("The number is too large for System.Decimal.");
        if (magnitude < -28) return 0m;
        var kept = Math.Min(28, 28 - Math.Max(0, magnitude));
        var rounded = Exponent < -kept ? Tens.DivideHalfEven(Coefficient, Tens.Power(-kept - Exponent)) : Coefficient * Tens.Power(Exponent + kept);
        return (decimal)rounded / (decimal)Tens.Power(kept);
    }

    /// <summary>Order of two numbers given by their parts.</summary>
    public static int Compare((BigInteger Coefficient, int Exponent) left, (BigInteger Coefficient, int Exponent) right)
    {
        if (left.Coefficient.Sign != right.Coefficient.Sign) return left.Coefficient.Sign.CompareTo(right.Coefficient.Sign);
        if (left.Coefficient.IsZero) return 0;
        var order = (Tens.Digits(left.Coefficient) + left.Exponent).CompareTo(Tens.Digits(right.Coefficient) + right.Exponent);
        if (order != 0) return order * left.Coefficient.Sign;
        var low = Math.Min(left.Exponent, right.Exponent);
        return (left.Coefficient * Tens.Power(left.Exponent - low)).CompareTo(right.Coefficient * Tens.Power(right.Exponent - low));
    }

    /// <summary>Plain digits, without exponent.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(Coefficient).ToString(CultureInfo.InvariantCulture);
        var sign = Coefficient.Sign < 0 ? "-" : "";
        if (Exponent >= 0) return sign + digits + new string('0', Exponent);
        digits = digits.PadLeft(1 - Exponent, '0');
        return $"{sign}{digits[..^-Exponent]}.{digits[^-Exponent..]}";
    }
}
