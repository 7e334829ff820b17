using System.Globalization;
using System.Numerics;

namespace OpenPar.Core.Rules.Feel;

/// <summary>Reading numbers.</summary>
public readonly partial struct FeelNumber
{
    /// <summary>
    /// Reads a FEEL number: optional minus sign, digits with a point as decimal sign (".5" is allowed, "5." is not), optional exponent
    /// ("1.2e-3"). Digits beyond 34 are rounded half to even.
    /// </summary>
    /// <returns>False when the text is anything else, is longer than 10,000 characters, or is beyond the range of decimal128.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out FeelNumber value)
    {
        value = default;
        if (text.Length is 0 or > 10_000) return false;
        var negative = text[0] == '-';
        var rest = negative ? text[1..] : text;
        var mark = rest.IndexOfAny('e', 'E');
        var mantissa = mark < 0 ? rest : rest[..mark];
        var exponent = 0;
        if (mark >= 0 && !TryExponent(rest[(mark + 1)..], out exponent)) return false;
        var point = mantissa.IndexOf('.');
        var fraction = point < 0 ? default : mantissa[(point + 1)..];
        var whole = point < 0 ? mantissa : mantissa[..point];
        if (!AllDigits(whole) || !AllDigits(fraction) || (point >= 0 && fraction.IsEmpty) || (whole.IsEmpty && fraction.IsEmpty)) return false;
        if (mark < 0 && mantissa.Length <= 28)
        {
            var plain = decimal.Parse(mantissa, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            value = new FeelNumber(negative ? -plain : plain);
            return true;
        }

        var digits = whole.Length + fraction.Length;
        var all = BigInteger.Parse(string.Concat(whole, fraction), NumberStyles.None, CultureInfo.InvariantCulture);
        if (all.IsZero) return true;
        if (exponent > 20_000 - digits || exponent < -20_000) return exponent < 0;
        if (Of(negative ? -all : all, exponent - fraction.Length) is not { } number) return false;
        value = number;
        return true;
    }

    /// <summary>Reads a FEEL number.</summary>
    /// <exception cref="FormatException">The text is not a FEEL number.</exception>
    public static FeelNumber Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is not a FEEL number.");

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var digits = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        if (digits.IsEmpty || !AllDigits(digits)) return false;
        exponent = digits.TrimStart('0').Length > 6 ? 1_000_000 : int.Parse(digits.TrimStart('0').IsEmpty ? "0" : digits.TrimStart('0'), CultureInfo.InvariantCulture);
        if (text[0] == '-') exponent = -exponent;
        return true;
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
