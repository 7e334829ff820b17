using System.Numerics;

namespace OpenPar.Core.Rules.Feel;

/// <summary>Powers of ten and digit counts of big whole numbers.</summary>
internal static class Tens
{
    private static readonly BigInteger[] Small = Enumerable.Range(0, 128).Select(power => BigInteger.Pow(10, power)).ToArray();

    /// <summary>10^power.</summary>
    public static BigInteger Power(int power) => power < Small.Length ? Small[power] : BigInteger.Pow(10, power);

    /// <summary>How many decimal digits a whole number has; zero has one.</summary>
    public static int Digits(BigInteger value)
    {
        if (value.IsZero) return 1;
        value = BigInteger.Abs(value);

        // log10(2) from below gives the count or one less; one comparison decides.
        var estimate = (int)((value.GetBitLength() - 1) * 0.30102999566398119) + 1;
        return value >= Power(estimate) ? estimate + 1 : estimate;
    }

    /// <summary>value / divisor rounded half to even.</summary>
    public static BigInteger DivideHalfEven(BigInteger value, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(value, divisor, out var rest);
        var twice = BigInteger.Abs(rest) * 2;
        var order = twice.CompareTo(BigInteger.Abs(divisor));
        return order > 0 || (order == 0 && !quotient.IsEven) ? quotient + (value.Sign * divisor.Sign) : quotient;
    }
}
