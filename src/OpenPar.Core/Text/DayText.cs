using System.Globalization;

namespace OpenPar.Core.Text;

/// <summary>Reads and writes days as Vietnamese officers write them: 01/03/2025.</summary>
public static class DayText
{
    private static readonly string[] Forms = ["d/M/yyyy", "yyyy-MM-dd", "d-M-yyyy", "d.M.yyyy"];

    /// <summary>The day of a typed text; null when it is none.</summary>
    public static DateOnly? Read(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>dd/MM/yyyy.</summary>
    public static string Write(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>What to do about a text that is no day.</summary>
    public static LocalText Problem(string typed) => new(
        $"“{typed}” không phải là ngày. Viết ngày/tháng/năm, ví dụ 01/03/2025.", $"“{typed}” is not a day. Write day/month/year, such as 01/03/2025.");
}
