using System.Globalization;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Writing;

/// <summary>Points as papers print them: the framework's rounding, comma before the decimals, thousands grouped by points.</summary>
public static class PointsText
{
    /// <summary>The words for a maximum no source gives.</summary>
    public const string Unknown = PaperCell.UnknownText;

    // Written out, not taken from the machine's culture data: the same paper must have the same bytes everywhere.
    private static readonly NumberFormatInfo Vietnamese = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>The number, or nothing where there is none.</summary>
    public static string Write(decimal? points, OutputRounding rounding) =>
        points is { } value ? rounding.Apply(value).ToString("N" + rounding.Digits.ToString(CultureInfo.InvariantCulture), Vietnamese) : "";

    /// <summary>The maximum, or the words that it is not known.</summary>
    public static string WriteMaximum(decimal? points, OutputRounding rounding) => points is null ? Unknown : Write(points, rounding);

    /// <summary>A date as dd/MM/yyyy.</summary>
    public static string Write(DateOnly date) => DayText.Write(date);
}
