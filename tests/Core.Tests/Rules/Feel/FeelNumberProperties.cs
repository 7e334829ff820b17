using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Tests.Rules.Feel;

/// <summary>Arithmetic of 34 digits against exact fractions.</summary>
public sealed class FeelNumberProperties
{
    /// <summary>Numbers of up to 34 digits and wide exponents, and plain ones as rules use them.</summary>
    private static readonly Arbitrary<Sample> Samples = Gen.OneOf(
        from digits in Gen.Choose(1, 34)
        from text in Gen.ArrayOf(Gen.Choose(0, 9), digits)
        from exponent in Gen.Choose(-60, 60)
        from negative in Gen.Elements(true, false)
        select new Sample(BigInteger.Parse((negative ? "-" : "") + string.Concat(text), CultureInfo.InvariantCulture), exponent),
        from value in Gen.Choose(-100_000, 100_000)
        from places in Gen.Choose(0, 4)
        select new Sample(value, -places)).ToArbitrary();

    /// <summary>Coefficient and power of ten.</summary>
    private sealed record Sample(BigInteger Coefficient, int Exponent)
    {
        public FeelNumber Number => FeelNumber.Parse($"{Coefficient}e{Exponent}");
    }

    [Fact]
    public void Sums_are_exact_then_rounded_half_to_even() => Check((x, y) =>
    {
        var low = Math.Min(x.Exponent, y.Exponent);
        return x.Number + y.Number == Rounded((x.Coefficient * Ten(x.Exponent - low)) + (y.Coefficient * Ten(y.Exponent - low)), 1, low);
    });

    [Fact]
    public void Products_are_exact_then_rounded_half_to_even() =>
        Check((x, y) => x.Number * y.Number == Rounded(x.Coefficient * y.Coefficient, 1, x.Exponent + y.Exponent));

    [Fact]
    public void Quotients_are_rounded_half_to_even() => Check((x, y) => y.Coefficient.IsZero
        ? FeelNumber.Divide(x.Number, y.Number) is null
        : FeelNumber.Divide(x.Number, y.Number) == Rounded(x.Coefficient, y.Coefficient, x.Exponent - y.Exponent));

    [Fact]
    public void Order_is_that_of_exact_values() => Check((x, y) =>
    {
        var low = Math.Min(x.Exponent, y.Exponent);
        var exact = (x.Coefficient * Ten(x.Exponent - low)).CompareTo(y.Coefficient * Ten(y.Exponent - low));
        return Math.Sign(x.Number.CompareTo(y.Number)) == Math.Sign(exact) && x.Number.Equals(y.Number) == (exact == 0)
            && (exact != 0 || x.Number.GetHashCode() == y.Number.GetHashCode());
    });

    [Fact]
    public void What_is_printed_is_read_again() => Check((x, _) => FeelNumber.Parse(x.Number.ToString()) == x.Number);

    [Fact]
    public void Decimals_keep_their_value() => Prop.ForAll<decimal>(value =>
        ((FeelNumber)value).ToDecimal() == value && FeelNumber.Parse(value.ToString(CultureInfo.InvariantCulture)).ToDecimal() == value).QuickCheckThrowOnFailure();

    [Fact]
    public void A_root_squared_comes_back() => Check((x, _) =>
    {
        if (x.Number.Sign <= 0) return true;
        var root = x.Number.Sqrt()!.Value;
        return Close(root * root, x.Number);
    });

    [Fact]
    public void Exponential_undoes_logarithm() => Check((x, _) =>
        x.Number.Sign <= 0 || Close(x.Number.Log()!.Value.Exp()!.Value, x.Number));

    [Fact]
    public void A_whole_power_is_repeated_multiplication() => Prop.ForAll(Samples, Gen.Choose(0, 12).ToArbitrary(), (x, power) =>
    {
        var product = Enumerable.Range(0, power).Aggregate(BigInteger.One, (all, _) => all * x.Coefficient);
        return FeelNumber.Power(x.Number, power) == Rounded(product, 1, x.Exponent * power);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Modulo_has_the_sign_of_the_divisor_and_completes_the_quotient() => Check((x, y) =>
    {
        if (Math.Abs(x.Exponent) > 4 || Math.Abs(y.Exponent) > 4 || y.Coefficient.IsZero || BigInteger.Abs(x.Coefficient) > 1_000_000) return true;
        var rest = Evaluate($"modulo({x.Number}, {y.Number})");
        return (rest.Sign == 0 || rest.Sign == y.Number.Sign) && FeelNumber.Divide(x.Number - rest, y.Number)!.Value.IsInteger;
    });

    private static void Check(Func<Sample, Sample, bool> holds) =>
        Prop.ForAll(Samples, Samples, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static FeelNumber Evaluate(string text) =>
        (FeelNumber)FeelExpression.Parse(text, FeelNames.None).Value!.Evaluate(FeelScope.Empty, new FeelRun())!;

    private static bool Close(FeelNumber left, FeelNumber right) =>
        FeelNumber.Divide(left - right, right)!.Value is var apart && apart * FeelNumber.Parse("1e31") is var scaled && scaled <= 1 && scaled >= -1;

    /// <summary>numerator / denominator × 10^exponent to 34 digits, computed by searching the scale from above.</summary>
    private static FeelNumber Rounded(BigInteger numerator, BigInteger denominator, int exponent)
    {
        if (numerator.IsZero) return 0;
        if (denominator.Sign < 0) (numerator, denominator) = (-numerator, -denominator);
        var (size, scale) = (BigInteger.Abs(numerator), 0);
        while (size / denominator < Ten(33)) (size, scale) = (size * 10, scale - 1);
        while (size / denominator >= Ten(34)) (denominator, scale) = (denominator * 10, scale + 1);
        var quotient = BigInteger.DivRem(size, denominator, out var rest);
        if (rest * 2 > denominator || (rest * 2 == denominator && !quotient.IsEven)) quotient++;
        return FeelNumber.Parse($"{(numerator.Sign < 0 ? "-" : "")}{quotient}e{exponent + scale}");
    }

    private static BigInteger Ten(int power) => BigInteger.Pow(10, power);
}
