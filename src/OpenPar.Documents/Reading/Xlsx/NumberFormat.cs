using System.Globalization;
using System.Text;

namespace OpenPar.Documents.Reading.Xlsx;

/// <summary>
/// A number format of Excel, and numbers written by it. A workbook does not say in which language it is shown, so a decimal
/// point is written as the file writes it (numbers of criteria are often stored as numbers: 1.2), except where a Vietnamese reader would take
/// it for grouped thousands: three decimals get a comma (12,345), and grouped thousands are grouped as in Vietnam (2.300,5).
/// </summary>
internal sealed class NumberFormat
{
    private readonly string[] sections;
    private readonly bool date1904;

    public NumberFormat(string code, bool date1904)
    {
        sections = code.Split(';');
        this.date1904 = date1904;
    }

    /// <summary>The format behind a built-in number, or null when the number names none.</summary>
    public static string? BuiltIn(int id) => id switch
    {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        14 or 27 or 30 or 36 or 50 or 57 => "dd/mm/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "dd/mm/yyyy h:mm",
        37 or 38 => "#,##0",
        39 or 40 => "#,##0.00",
        45 => "mm:ss",
        46 => "h:mm:ss",
        47 => "mm:ss",
        49 => "@",
        _ => null,
    };

    /// <summary>A stored value as Excel shows it; a value that is no number as it stands.</summary>
    public string Write(string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return value;
        var section = Section(number);
        if (section.Length == 0 && sections.Length > 1) return string.Empty;
        if (DateFormat.Is(section)) return DateFormat.Write(section, number, date1904) ?? General(number);
        return Math.Abs(number) < 1e15 ? Digits(section, number) : General(number);
    }

    /// <summary>What is behind a stored value: its number, a share shown in per cent as the number before the sign, or its day.</summary>
    public (decimal? Number, DateOnly? Day) Value(string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return (null, null);
        var section = Section(number);
        if (DateFormat.Is(section)) return (null, DateFormat.Day(number, date1904));
        // The shortest digits that mean this value: programs write 0.10000000000000001 for 0.1.
        if (!decimal.TryParse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)) return (null, null);
        var (before, _, after) = Parts(section);
        return (before.Contains('%', StringComparison.Ordinal) || after.Contains('%', StringComparison.Ordinal) ? exact * 100 : exact, null);
    }

    private static string General(double number)
    {
        if (number == Math.Floor(number) && Math.Abs(number) < 1e15) return number.ToString("0", CultureInfo.InvariantCulture);
        return Exact(number) is { } exact ? Unmistakable(exact.ToString("0.#########", CultureInfo.InvariantCulture)) : number.ToString("0.#####E+0", CultureInfo.InvariantCulture);
    }

    private static decimal? Exact(double number) => Math.Abs(number) is > 1e-9 and < 1e15 || number == 0 ? (decimal)number : null;

    private string Section(double number)
    {
        if (sections.Length > 2 && number == 0) return sections[2];
        return sections.Length > 1 && number < 0 ? sections[1] : sections[0];
    }

    private string Digits(string section, double number)
    {
        var (before, pattern, after) = Parts(section);
        if (pattern.Length == 0 || pattern.Contains('E', StringComparison.Ordinal) || pattern.Contains('/', StringComparison.Ordinal))
            return section.Contains('@', StringComparison.Ordinal) || pattern.Length > 0 || before.Length == 0 ? General(number) : before + after;
        var value = Exact(sections.Length > 1 && number < 0 ? -number : number) ?? 0;
        if (after.Contains('%', StringComparison.Ordinal) || before.Contains('%', StringComparison.Ordinal)) value *= 100;
        var point = pattern.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? pattern : pattern[..point];
        for (; whole.EndsWith(','); whole = whole[..^1]) value /= 1_000;
        var fraction = point < 0 ? string.Empty : pattern[(point + 1)..].Replace(",", string.Empty, StringComparison.Ordinal);
        var grouped = whole.Contains(',', StringComparison.Ordinal);
        var net = whole.Replace(",", string.Empty, StringComparison.Ordinal).Replace('?', '#') is var plain && plain.Length > 0 ? plain : "#";
        var rounded = Math.Round(value, Math.Min(fraction.Length, 20), MidpointRounding.AwayFromZero);
        var text = rounded.ToString((grouped ? "#,##" : string.Empty) + net + (fraction.Length > 0 ? "." + fraction.Replace('?', '#') : string.Empty), grouped ? Grouped : CultureInfo.InvariantCulture);
        return (before + (text.Length == 0 ? "0" : grouped ? text : Unmistakable(text)) + after).Trim();
    }

    private static string Unmistakable(string text) => text.Length > 4 && text[^4] == '.' ? $"{text[..^4]},{text[^3..]}" : text;

    private static CultureInfo Grouped { get; } = CultureInfo.GetCultureInfo("vi-VN");

    // What stands before the digits, the digits' pattern, what stands after; colours, conditions and paddings taken away.
    private static (string Before, string Pattern, string After) Parts(string section)
    {
        if (section.Equals("General", StringComparison.OrdinalIgnoreCase)) return (string.Empty, string.Empty, string.Empty);
        var (before, pattern, after) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < section.Length; i++)
        {
            var c = section[i];
            var literal = pattern.Length == 0 ? before : after;
            if (c == '"')
            {
                var end = section.IndexOf('"', i + 1);
                end = end < 0 ? section.Length : end;
                literal.Append(section, i + 1, end - i - 1);
                i = end;
            }
            else if (c == '[')
            {
                var end = section.IndexOf(']', i);
                end = end < 0 ? section.Length - 1 : end;
                if (i + 1 < end && section[i + 1] == '$') literal.Append(section[(i + 2)..end].Split('-')[0]);
                i = end;
            }
            else if (c == '\\' && i + 1 < section.Length) literal.Append(section[++i]);
            else if (c == '_' && i + 1 < section.Length) i++;
            else if (c == '*' && i + 1 < section.Length) i++;
            else if (after.Length == 0 && c is '0' or '#' or '?' or '.' or ',' or 'E' or '/') pattern.Append(c);
            else literal.Append(c);
        }

        return (before.ToString(), pattern.ToString(), after.ToString());
    }
}
