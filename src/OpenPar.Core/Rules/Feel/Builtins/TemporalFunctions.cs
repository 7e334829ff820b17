namespace OpenPar.Core.Rules.Feel;

/// <summary>The calendar and the clock (DMN 1.5, 10.3.4.8 and 10.3.4.11). The clock is that of the run.</summary>
internal static class TemporalFunctions
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static IEnumerable<Builtin> All() =>
    [
        OfDate("day of year", "number", date => (FeelNumber)date.DayOfYear),
        OfDate("day of week", "string", date => Days[date.Weekday - 1]),
        OfDate("month of year", "string", date => Months[date.Month - 1]),
        OfDate("week of year", "number", date => (FeelNumber)date.WeekOfYear),
        new("now", new Signature("-> date and time", call => call.Run.Now ?? call.Run.Null(FeelMessages.NoClock))),
        new("today", new Signature("-> date", call => call.Run.Now?.Date ?? call.Run.Null(FeelMessages.NoClock))),
    ];

    private static Builtin OfDate(string name, string result, Func<FeelDate, object?> read) => new(
        name,
        new Signature($"date: date -> {result}", call => read((FeelDate)call[0]!)),
        new Signature($"date: date and time -> {result}", call => read(((FeelDateTime)call[0]!).Date)));
}
