using System.Globalization;

namespace OpenPar.Core.Text;

/// <summary>What a typed number is for; decides how a lone separator is read.</summary>
public enum NumberUse
{
    /// <summary>Whole numbers (files, agencies, đồng): a point groups thousands, "1.234" is 1234.</summary>
    Count,

    /// <summary>Measured numbers (points, percent, money with decimals): "0,5" and "0.5" are one half.</summary>
    Decimal,
}

/// <summary>The result of reading a typed number: a value, or a sentence that says what to do.</summary>
/// <param name="Value">The number, null when it could not be read.</param>
/// <param name="Problem">Why not and what to type instead; null when it was read.</param>
public sealed record NumberReading(decimal? Value, LocalText? Problem)
{
    /// <summary>True when a number was read.</summary>
    public bool Ok => Problem is null;
}

/// <summary>Reads and writes numbers as Vietnamese officers write them, and never changes a value silently.</summary>
public static class NumberText
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The largest absolute value accepted from a keyboard.</summary>
    public const decimal Largest = 999_999_999_999_999m;

    /// <summary>
    /// Reads "1234", "1.234" (count), "1.234,56", "1,234.56", "0,5", "0.5". A text that has two meanings
    /// ("1.234" where decimals are expected) is not guessed: the answer asks which one is meant.
    /// </summary>
    public static NumberReading Read(string? typed, NumberUse use)
    {
        var text = VietnameseText.Clean(typed).Replace(" ", "", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal);
        if (text.Length == 0) return No("Chưa nhập số.", "No number was entered.");
        var negative = text[0] is '-' or '−';
        var digits = negative ? text[1..] : text;
        if (digits.Length == 0 || digits.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ',')))
            return No($"“{typed}” không phải là số. Chỉ dùng chữ số và một dấu thập phân, ví dụ 12,5.",
                $"“{typed}” is not a number. Use digits and one decimal mark, such as 12.5.");

        var plain = Plain(digits, use);
        if (plain is null)
            return No($"“{typed}” có thể hiểu theo nhiều cách. Viết liền (1234) hoặc dùng một dấu phẩy thập phân (1,5).",
                $"“{typed}” can be read in more than one way. Write it without grouping (1234) or with one decimal mark (1,5).");
        if (plain.Length > 28 || !decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > Largest)
            return No($"“{typed}” quá lớn. Số lớn nhất nhận được là {Write(Largest)}.", $"“{typed}” is too large.");
        if (use == NumberUse.Count && value != decimal.Truncate(value))
            return No($"“{typed}” phải là số nguyên.", $"“{typed}” must be a whole number.");
        return new NumberReading(negative ? -value : value, null);
    }

    /// <summary>Vietnamese writing: 1.234,5; at most the given decimals, trailing zeros dropped.</summary>
    public static string Write(decimal value, int decimals = 10) =>
        value.ToString("#,##0." + new string('#', decimals), Vietnamese);

    /// <summary>
    /// The number as a person types it: <see cref="Read"/> for the same use gives it back. Thousands are grouped except where a single
    /// point would be ambiguous: 1234 where decimals are expected, but 1.234,5.
    /// </summary>
    public static string WriteTyped(decimal value, NumberUse use)
    {
        var grouped = Write(value);
        return use == NumberUse.Count || Read(grouped, use).Value == value ? grouped : value.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',');
    }

    private static string? Plain(string digits, NumberUse use)
    {
        var lastPoint = digits.LastIndexOf('.');
        var lastComma = digits.LastIndexOf(',');
        if (lastPoint < 0 && lastComma < 0) return digits;
        if (lastPoint >= 0 && lastComma >= 0)
        {
            var (mark, group) = lastPoint > lastComma ? ('.', ',') : (',', '.');
            var parts = digits.Split(mark);
            return parts.Length == 2 && parts[1].Length > 0 && Ungroup(parts[0], group) is { } whole ? $"{whole}.{parts[1]}" : null;
        }

        var separator = lastPoint >= 0 ? '.' : ',';
        if (digits.Count(c => c == separator) > 1) return separator == '.' ? Ungroup(digits, '.') : null;
        var at = digits.IndexOf(separator, StringComparison.Ordinal);
        if (at == 0 || at == digits.Length - 1) return null;
        var looksGrouped = separator == '.' && digits.Length - at - 1 == 3 && at <= 3 && digits[0] != '0';
        if (!looksGrouped) return digits.Replace(separator, '.');
        return use == NumberUse.Count ? Ungroup(digits, separator) : null;
    }

    private static string? Ungroup(string digits, char group)
    {
        var parts = digits.Split(group);
        var wellGrouped = parts[0].Length is >= 1 and <= 3 && parts.Skip(1).All(p => p.Length == 3);
        return wellGrouped ? string.Concat(parts) : null;
    }

    private static NumberReading No(string vi, string en) => new(null, new LocalText(vi, en));
}
