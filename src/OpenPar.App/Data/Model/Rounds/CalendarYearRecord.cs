using OpenPar.Core.Rules;

namespace OpenPar.App.Data.Model.Rounds;

/// <summary>The working days of a year, as loaded from a pack.</summary>
public sealed class CalendarYearRecord
{
    public required int Year { get; init; }

    public required string Title { get; set; }

    public string? Note { get; set; }

    /// <summary>English names of the days of the week without work.</summary>
    public required string[] Weekend { get; set; }

    public required DateOnly[] DaysOff { get; set; }

    public required DateOnly[] WorkingDays { get; set; }

    public required string[] Sources { get; set; }

    public required DateTimeOffset LoadedAt { get; set; }

    public static CalendarYearRecord From(CalendarYear year, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(year);
        return new CalendarYearRecord
        {
            Year = year.Year,
            Title = year.Title,
            Note = year.Note,
            Weekend = [.. year.Weekend.Select(d => d.ToString())],
            DaysOff = [.. year.DaysOff],
            WorkingDays = [.. year.WorkingDays],
            Sources = [.. year.Sources],
            LoadedAt = at,
        };
    }

    public CalendarYear ToCalendar() => new(Year, Title, [.. Weekend.Select(Enum.Parse<DayOfWeek>)], DaysOff, WorkingDays) { Note = Note, Sources = Sources };
}
