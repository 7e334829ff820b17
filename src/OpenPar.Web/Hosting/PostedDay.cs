using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace OpenPar.Web.Hosting;

/// <summary>Reads a day a person typed; what cannot be read is refused beside its field and stays there as it was typed.</summary>
public static class PostedDay
{
    private static readonly string[] Forms = ["d/M/yyyy", "yyyy-MM-dd", "d-M-yyyy", "d.M.yyyy"];

    /// <summary>The day; null when empty, or refused with an error beside the field.</summary>
    public static DateOnly? ReadDay(this ModelStateDictionary state, string field, string? typed)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (DateOnly.TryParseExact(typed.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        state.AddModelError(field, Words.Say($"“{typed}” không phải là ngày. Viết ngày/tháng/năm, ví dụ 01/03/2025.", $"“{typed}” is not a day. Write day/month/year, such as 01/03/2025."));
        return null;
    }
}
