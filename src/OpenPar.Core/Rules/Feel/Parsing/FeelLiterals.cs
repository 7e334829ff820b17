namespace OpenPar.Core.Rules.Feel;

/// <summary>Reads dates, times and durations from their text.</summary>
internal static class FeelLiterals
{
    /// <summary>What an @"…" literal means; null when it is none of them.</summary>
    public static object? Temporal(string text)
    {
        if (FeelDate.Parse(text) is { } date) return date;
        if (text.Contains('T', StringComparison.Ordinal) && text[0] != 'P' && FeelDateTime.Parse(text) is { } moment) return moment;
        return FeelTime.Parse(text) is { } time ? time : Duration(text);
    }

    /// <summary>A duration of either kind; null when the text is none.</summary>
    public static object? Duration(string text)
    {
        if (YearsMonthsDuration.Parse(text) is { } months) return months;
        return DaysTimeDuration.Parse(text) is { } days ? days : null;
    }
}
