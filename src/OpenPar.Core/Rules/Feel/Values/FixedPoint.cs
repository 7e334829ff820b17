using System.Numerics;

namespace OpenPar.Core.Rules.Feel;

/// <summary>Whole numbers that stand for 10^−80 parts: room for exponential and logarithm to be right to 34 digits.</summary>
internal static class FixedPoint
{
    private const int Places = 80;
    private static readonly BigInteger One = BigInteger.Pow(10, Places);
    private static readonly BigInteger Ln2 = 2 * Atanh(3);
    private static readonly BigInteger Ln10 = (3 * Ln2) + (2 * Atanh(9));

    /// <summary>A number in parts; saturates far beyond where the exponential leaves the range.</summary>
    public static BigInteger Of(FeelNumber number)
    {
        var (coefficient, exponent) = number.Parts();
        if (FeelNumber.Digits(coefficient) + exponent > 10) return coefficient.Sign * 100_000 * One;
        return exponent >= -Places ? coefficient * Tens.Power(exponent + Places) : coefficient / Tens.Power(-exponent - Places);
    }

    /// <summary>Parts as a number.</summary>
    public static FeelNumber? ToNumber(BigInteger parts) => FeelNumber.Of(parts, -Places);

    /// <summary>Parts times a number.</summary>
    public static BigInteger Times(BigInteger parts, FeelNumber factor)
    {
        var (coefficient, exponent) = factor.Parts();
        var product = parts * coefficient;
        if (!product.IsZero && Tens.Digits(product) - Places + exponent > 10) return product.Sign * 100_000 * One;
        return exponent >= 0 ? product * Tens.Power(exponent) : product / Tens.Power(-exponent);
    }

    /// <summary>e to the power of the parts; null beyond the range of numbers.</summary>
    public static FeelNumber? Exp(BigInteger parts)
    {
        if (parts > 20_000 * One) return null;
        if (parts < -20_000 * One) return FeelNumber.Zero;
        var tens = (int)(parts / Ln10);
        return FeelNumber.Of(Series(parts - (tens * Ln10)), tens - Places);
    }

    /// <summary>Natural logarithm of a positive number, in parts.</summary>
    public static BigInteger Log(FeelNumber number)
    {
        var (coefficient, exponent) = number.Parts();
        var digits = FeelNumber.Digits(coefficient);
        var mantissa = coefficient * Tens.Power(Places + 1 - digits);

        // Halley's step triples the right digits: 15 from the processor, then 45, then more than are kept.
        var log = (BigInteger)(Math.Log((double)mantissa / Math.Pow(10, Places)) * 1e15) * Tens.Power(Places - 15);
        for (var step = 0; step < 2; step++)
        {
            var power = Series(log);
            log += 2 * One * (mantissa - power) / (mantissa + power);
        }

        return log + ((exponent + digits - 1) * Ln10);
    }

    /// <summary>The whole part of a square root.</summary>
    public static BigInteger Root(BigInteger value)
    {
        if (value.IsZero) return value;
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (value / root)) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }

    // e^x = (e^(x / 1024))^1024: a short series, then ten squarings.
    private static BigInteger Series(BigInteger parts)
    {
        parts >>= 10;
        BigInteger sum = One, term = One;
        for (var n = 1; !term.IsZero; n++)
        {
            term = term * parts / (One * n);
            sum += term;
        }

        for (var i = 0; i < 10; i++) sum = sum * sum / One;
        return sum;
    }

    // atanh(1/n) = 1/n + 1/3n³ + 1/5n⁵ + …
    private static BigInteger Atanh(int n)
    {
        BigInteger sum = 0, power = One / n;
        for (var odd = 1; !power.IsZero; odd += 2)
        {
            sum += power / odd;
            power /= n * n;
        }

        return sum;
    }
}
