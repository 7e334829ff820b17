using System.Globalization;
using System.Text;

namespace OpenPar.Documents.Reading.Docx;

/// <summary>Writes the number of a list item as Word does.</summary>
internal static class NumberWord
{
    private static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <summary>The number in a format of Word ("decimal", "upperRoman"); formats of other scripts are written in digits.</summary>
    public static string Of(int number, string format) => format switch
    {
        "none" => string.Empty,
        "upperRoman" => InRoman(number),
        "lowerRoman" => InRoman(number).ToLowerInvariant(),
        "upperLetter" => InLetters(number),
        "lowerLetter" => InLetters(number).ToLowerInvariant(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string InRoman(int number)
    {
        if (number is <= 0 or > 3_999) return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; number >= value; number -= value) text.Append(sign);
        }

        return text.ToString();
    }

    // After Z come AA, BB, CC …, not AB.
    private static string InLetters(int number) =>
        number is <= 0 or > 780 ? number.ToString(CultureInfo.InvariantCulture) : new string((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1);
}
