using System.Globalization;
using OpenPar.Core.Text;

namespace OpenPar.Core.Plans.Times;

/// <summary>Writes typed times as plans do.</summary>
internal static class DeadlineText
{
    private static readonly string[] Quarters = ["I", "II", "III", "IV"];

    private static readonly (RecurrencePeriods Period, string Word)[] Words =
    [
        (RecurrencePeriods.Day, "hàng ngày"), (RecurrencePeriods.Week, "hàng tuần"), (RecurrencePeriods.Month, "hàng tháng"),
        (RecurrencePeriods.Quarter, "hàng quý"), (RecurrencePeriods.HalfYear, "6 tháng"), (RecurrencePeriods.Year, "hàng năm"),
    ];

    public static string Of(Deadline deadline) => deadline.Kind switch
    {
        DeadlineKind.Date when deadline.From is null && deadline.To is { } to => $"Đến ngày {DayText.Write(to)}",
        DeadlineKind.Date when deadline.To is { } day => DayText.Write(day),
        DeadlineKind.Month when deadline.From is { } month => $"Tháng {month.Month}/{Year(month)}",
        DeadlineKind.Quarter when deadline.From is { } quarter => $"Quý {Quarters[(quarter.Month - 1) / 3]}/{Year(quarter)}",
        DeadlineKind.Year when deadline.From is { } year => $"Năm {Year(year)}",
        DeadlineKind.Range when deadline.From is { } from => Range(from, deadline.To),
        DeadlineKind.Recurring when deadline.Every != RecurrencePeriods.None => $"Định kỳ {Every(deadline.Every)}",
        DeadlineKind.Continuous when deadline.From is { } from && deadline.To is { } to => $"Thường xuyên, từ {DayText.Write(from)} đến {DayText.Write(to)}",
        DeadlineKind.Continuous when deadline.Every != RecurrencePeriods.None => $"Thường xuyên, định kỳ {Every(deadline.Every)}",
        DeadlineKind.Continuous => "Thường xuyên",
        _ => deadline.Text,
    };

    private static string Range(DateOnly from, DateOnly? to) =>
        to is { } end ? $"Từ {DayText.Write(from)} đến {DayText.Write(end)}" : $"Từ ngày {DayText.Write(from)}";

    private static string Every(RecurrencePeriods every) =>
        string.Join(", ", Words.Where(word => every.HasFlag(word.Period)).Select(word => word.Word));

    private static string Year(DateOnly day) => day.Year.ToString("0000", CultureInfo.InvariantCulture);
}
