using OpenPar.Core;

namespace OpenPar.App.Features.Rounds;

/// <summary>The day until which a unit answers a row that was sent back to it.</summary>
public static class AnswerDay
{
    public static Refusal Past(DateOnly today) => Refusal.Of("day-past",
        $"Hạn trả lời phải từ hôm nay ({today:dd/MM/yyyy}) trở đi.", $"The day of the answer must be today ({today:dd/MM/yyyy}) or later.", "dueOn");

    public static Refusal TooLate(DateOnly last) => Refusal.Of("day-too-late",
        $"Hạn trả lời không được sau {last:dd/MM/yyyy}, ngày cuối của bước này; cần thêm ngày thì gia hạn cho đơn vị.",
        $"The day of the answer must not lie after {last:dd/MM/yyyy}, the last day of this step; extend the step for the unit first.", "dueOn");

    /// <summary>Why a day cannot be set; null when it can, or when none is set and the calendar's counts.</summary>
    public static Refusal? Check(DateOnly? day, DateOnly today, DateOnly last)
    {
        if (day is not { } wanted) return null;
        if (wanted < today) return Past(today);
        return wanted > last ? TooLate(last) : null;
    }
}
