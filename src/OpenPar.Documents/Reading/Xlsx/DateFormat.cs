using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenPar.Documents.Reading.Xlsx;

/// <summary>Formats of Excel that show a number as a day or a time.</summary>
internal static partial class DateFormat
{
    public static bool Is(string section) => !section.Equals("General", StringComparison.OrdinalIgnoreCase) && DayOrTime().IsMatch(Bare().Replace(section, string.Empty));

    /// <summary>The day or time; null for a number that is none.</summary>
    public static string? Write(string section, double number, bool date1904)
    {
        // Excel counts 29/2/1900, a day that never was; days before it are one off in .NET's count.
        var serial = date1904 ? number + 1_462 : number is >= 1 and < 60 ? number + 1 : number;
        if (serial is < 0 or >= 2_958_466) return null;
        var moment = DateTime.FromOADate(0).AddMilliseconds(Math.Round(serial * 86_400) * 1_000);
        var text = new StringBuilder();
        var noon = section.Contains("AM/PM", StringComparison.OrdinalIgnoreCase);
        var hours = false;
        foreach (Match token in Token().Matches(section))
        {
            var t = token.Value;
            if (t[0] is '"' or '[' or '_' or '*') text.Append(t[0] == '"' ? t.Trim('"') : t.StartsWith("[h", StringComparison.OrdinalIgnoreCase) ? Hours(serial) : string.Empty);
            else if (t[0] == '\\') text.Append(t[1..]);
            else if (t.Equals("AM/PM", StringComparison.OrdinalIgnoreCase)) text.Append(moment.Hour < 12 ? "SA" : "CH");
            else text.Append(Part(t, moment, noon, ref hours, token.Index + t.Length < section.Length ? section[(token.Index + t.Length)..] : string.Empty));
        }

        return text.ToString().Trim();
    }

    /// <summary>The day of a stored number; null for a number that is none.</summary>
    public static DateOnly? Day(double number, bool date1904)
    {
        var serial = date1904 ? number + 1_462 : number is >= 1 and < 60 ? number + 1 : number;
        return serial is >= 1 and < 2_958_466 ? DateOnly.FromDateTime(DateTime.FromOADate(0)).AddDays((int)Math.Floor(serial)) : null;
    }

    private static string Part(string token, DateTime moment, bool noon, ref bool hours, string rest)
    {
        var invariant = CultureInfo.InvariantCulture;
        switch (char.ToLowerInvariant(token[0]))
        {
            case 'd': return token.Length > 2 ? moment.ToString(token.Length == 3 ? "ddd" : "dddd", CultureInfo.GetCultureInfo("vi-VN")) : moment.Day.ToString(token.Length == 2 ? "00" : "0", invariant);
            case 'y': return token.Length <= 2 ? (moment.Year % 100).ToString("00", invariant) : moment.Year.ToString("0000", invariant);
            case 'h':
                hours = true;
                var hour = noon ? ((moment.Hour + 11) % 12) + 1 : moment.Hour;
                return hour.ToString(token.Length == 2 ? "00" : "0", invariant);
            case 's': return moment.Second.ToString(token.Length == 2 ? "00" : "0", invariant);
            // m is a month unless hours stand before it or seconds after it.
            case 'm' when token.Length <= 2 && (hours || SecondsNext().IsMatch(rest)):
                hours = false;
                return moment.Minute.ToString(token.Length == 2 ? "00" : "0", invariant);
            case 'm': return token.Length > 2 ? "Thg" + moment.Month.ToString(invariant) : moment.Month.ToString(token.Length == 2 ? "00" : "0", invariant);
            default: return token;
        }
    }

    private static string Hours(double serial) => Math.Floor(serial * 24).ToString("0", CultureInfo.InvariantCulture);

    [GeneratedRegex("\"[^\"]*\"?|\\[[^\\]]*\\]?|\\\\.|_.|\\*.", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex("[dmyhsDMYHS]", RegexOptions.CultureInvariant)]
    private static partial Regex DayOrTime();

    [GeneratedRegex("\"[^\"]*\"?|\\[[^\\]]*\\]?|\\\\.|_.|\\*.|[aA][mM]/[pP][mM]|d+|m+|y+|h+|s+|D+|M+|Y+|H+|S+|.", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex("^[:.]?[sS]", RegexOptions.CultureInvariant)]
    private static partial Regex SecondsNext();
}
