namespace OpenPar.Core.Rules;

/// <summary>The working days of one year as a calendar pack gives them.</summary>
/// <param name="Year">The year.</param>
/// <param name="Title">What it is called, such as "Lịch làm việc năm 2025".</param>
/// <param name="Weekend">Days of the week without work.</param>
/// <param name="DaysOff">Holidays and days off in lieu.</param>
/// <param name="WorkingDays">Days of a week-end that are worked in exchange.</param>
public sealed record CalendarYear(
    int Year, string Title, IReadOnlyList<DayOfWeek> Weekend, IReadOnlyList<DateOnly> DaysOff, IReadOnlyList<DateOnly> WorkingDays)
{
    /// <summary>What is missing from it; null when it is complete.</summary>
    public string? Note { get; init; }

    /// <summary>Notices and laws the days come from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Title and what is missing, as explanations name it.</summary>
    public string Name => Note is null ? Title : $"{Title}: {Note}";

    /// <summary>True when both say the same.</summary>
    public bool Equals(CalendarYear? other) =>
        other is not null && (Year, Title, Note) == (other.Year, other.Title, other.Note) && Weekend.SequenceEqual(other.Weekend)
        && DaysOff.SequenceEqual(other.DaysOff) && WorkingDays.SequenceEqual(other.WorkingDays) && Sources.SequenceEqual(other.Sources);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Year, Title, DaysOff.Count, WorkingDays.Count);
}
