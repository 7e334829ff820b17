using System.Numerics;

namespace OpenPar.Core.Rules.Feel;

/// <summary>Powers, roots, exponential, logarithm and rounding, right to 34 digits.</summary>
public readonly partial struct FeelNumber
{
    /// <summary>left to the power of right; null where it is undefined, not real, or beyond the range.</summary>
    public static FeelNumber? Power(FeelNumber left, FeelNumber right)
    {
        if (right.Sign == 0) return One;
        if (left.Sign == 0) return right.Sign > 0 ? Zero : null;
        if (right.wide is null && right.TryToInteger(out var whole) && BigInteger.Abs(whole) < 1_000_000_000_000) return WholePower(left, (long)whole);
        if (left.Sign < 0) return null;
        return FixedPoint.Log(left) is var log ? FixedPoint.Exp(FixedPoint.Times(log, right)) : null;
    }

    /// <summary>Square root; null below zero.</summary>
    public FeelNumber? Sqrt()
    {
        if (Sign <= 0) return Sign == 0 ? Zero : null;
        var (coefficient, exponent) = Parts();
        var shift = Math.Max(0, 76 - Digits(coefficient));
        if ((exponent - shift) % 2 != 0) shift++;
        var scaled = coefficient * Tens.Power(shift);
        var root = FixedPoint.Root(scaled);

        // An inexact root gets one more digit so that a tie is never taken for exact.
        return root * root == scaled ? Of(root, (exponent - shift) / 2) : Of((root * 10) + 1, ((exponent - shift) / 2) - 1);
    }

    /// <summary>e to the power of the number; null beyond the range.</summary>
    public FeelNumber? Exp() => FixedPoint.Exp(FixedPoint.Of(this));

    /// <summary>Natural logarithm; null at zero and below.</summary>
    public FeelNumber? Log() => Sign > 0 ? FixedPoint.ToNumber(FixedPoint.Log(this)) : null;

    /// <summary>Rounds to so many digits after the point (before it when negative).</summary>
    /// <param name="scale">Digits after the point; −6111 to 6176.</param>
    /// <param name="mode">What happens to the rest.</param>
    /// <returns>Null when the scale is out of range or the result is.</returns>
    public FeelNumber? Round(int scale, FeelRounding mode)
    {
        if (scale is < -6111 or > 6176) return null;
        var (coefficient, exponent) = Parts();
        if (exponent >= -scale) return this;
        var dropped = -scale - exponent;
        if (dropped > Digits(coefficient) + 1) dropped = Digits(coefficient) + 1;
        return Of(RoundQuotient(coefficient, Tens.Power(dropped), mode), Math.Max(exponent + dropped, -scale));
    }

    private static BigInteger RoundQuotient(BigInteger value, BigInteger divisor, FeelRounding mode)
    {
        if (mode == FeelRounding.HalfEven) return Tens.DivideHalfEven(value, divisor);
        var quotient = BigInteger.DivRem(value, divisor, out var rest);
        if (rest.IsZero) return quotient;
        var half = (BigInteger.Abs(rest) * 2).CompareTo(divisor);
        var away = mode switch
        {
            FeelRounding.Up => true,
            FeelRounding.Floor => value.Sign < 0,
            FeelRounding.Ceiling => value.Sign > 0,
            FeelRounding.HalfUp => half >= 0,
            FeelRounding.HalfDown => half > 0,
            _ => false,
        };
        return away ? quotient + value.Sign : quotient;
    }

    // Squares and products are kept to 60 digits: exact where 34 suffice, and far finer than the last rounding otherwise.
    private static FeelNumber? WholePower(FeelNumber number, long power)
    {
        var (factor, exponent) = number.Parts();
        (BigInteger Coefficient, long Exponent) result = (BigInteger.One, 0), square = (factor, exponent);
        for (var left = Math.Abs(power); left > 0; left >>= 1)
        {
            if ((left & 1) != 0) result = Shorter(result.Coefficient * square.Coefficient, result.Exponent + square.Exponent);
            if (left > 1) square = Shorter(square.Coefficient * square.Coefficient, square.Exponent * 2);
            if (Math.Abs(square.Exponent) > 1_000_000_000 || Math.Abs(result.Exponent) > 1_000_000_000) return Extreme(result.Exponent + square.Exponent, power);
        }

        if (Math.Abs(result.Exponent) > 100_000) return Extreme(result.Exponent, power);
        if (power > 0) return Of(result.Coefficient, (int)result.Exponent);
        return Of(Tens.Power(Digits(result.Coefficient) + 60) / result.Coefficient, (int)(-result.Exponent - Digits(result.Coefficient) - 60));
    }

    private static FeelNumber? Extreme(long exponent, long power) => exponent > 0 == power > 0 ? null : Zero;

    private static (BigInteger Coefficient, long Exponent) Shorter(BigInteger coefficient, long exponent)
    {
        var surplus = Digits(coefficient) - 60;
        return surplus > 0 ? (Tens.DivideHalfEven(coefficient, Tens.Power(surplus)), exponent + surplus) : (coefficient, exponent);
    }
}

/// <summary>What rounding does with the digits it drops.</summary>
public enum FeelRounding
{
    /// <summary>To the nearest; a tie to the even neighbour.</summary>
    HalfEven,

    /// <summary>Toward minus infinity.</summary>
    Floor,

    /// <summary>Toward plus infinity.</summary>
    Ceiling,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Toward zero.</summary>
    Down,

    /// <summary>To the nearest; a tie away from zero.</summary>
    HalfUp,

    /// <summary>To the nearest; a tie toward zero.</summary>
    HalfDown,
}
