using System.Globalization;

namespace OpenPar.Core.Rules.Feel;

/// <summary>Where a time is told: a fixed offset from UTC, or a zone of the IANA database by its id.</summary>
public sealed record FeelZone
{
    private readonly TimeZoneInfo? rules;
    private readonly int offset;

    private FeelZone(string? id, TimeZoneInfo? rules, int offset) => (Id, this.rules, this.offset) = (id, rules, offset);

    /// <summary>Coordinated universal time, written Z.</summary>
    public static FeelZone Utc { get; } = new(null, null, 0);

    /// <summary>IANA id such as Asia/Ho_Chi_Minh; null for a fixed offset.</summary>
    public string? Id { get; }

    /// <summary>A fixed offset.</summary>
    /// <param name="seconds">East of UTC positive; within ±18 hours.</param>
    public static FeelZone? Offset(int seconds) => Math.Abs(seconds) <= 18 * 3600 ? new FeelZone(null, null, seconds) : null;

    /// <summary>A zone of the IANA database; null when there is none of that id.</summary>
    public static FeelZone? Named(string id)
    {
        // The id becomes a path below the zone database; only the shape that zone ids have is let through.
        if (id.Length is 0 or > 64 || id.Contains("..", StringComparison.Ordinal) || id[0] == '/') return null;
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')) return null;
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? new FeelZone(id, found, 0) : null;
    }

    /// <summary>Reads "Z", "+07:00", "-01:30:15" or "@Asia/Ho_Chi_Minh"; null for anything else.</summary>
    public static FeelZone? Parse(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z") return Utc;
        if (text.Length > 1 && text[0] == '@') return Named(text[1..].ToString());
        if (text.Length is not (6 or 9) || text[0] is not ('+' or '-')) return null;
        var parts = new FeelTextScan(text[1..]);
        if (!parts.Digits(2, 2, out var hours) || !parts.Take(':') || !parts.Digits(2, 2, out var minutes)) return null;
        var seconds = 0L;
        if (!parts.AtEnd && (!parts.Take(':') || !parts.Digits(2, 2, out seconds))) return null;
        if (minutes > 59 || seconds > 59) return null;
        var total = (int)((hours * 3600) + (minutes * 60) + seconds);
        return Offset(text[0] == '-' ? -total : total);
    }

    /// <summary>Seconds east of UTC that hold at a local date and time; for a time without date, of the standard time.</summary>
    public int SecondsAt(FeelDate? date, long nanosecondOfDay)
    {
        if (rules is null) return offset;
        if (date is not { } day) return (int)rules.BaseUtcOffset.TotalSeconds;

        // Rules beyond the years of System.DateTime repeat every 400 years like the calendar itself.
        var year = day.Year is >= 2 and <= 9998 ? day.Year : 2000 + (((day.Year % 400) + 400) % 400);
        var local = new DateTime(year, day.Month, day.Day).AddTicks(nanosecondOfDay / 100);
        return (int)rules.GetUtcOffset(local).TotalSeconds;
    }

    /// <inheritdoc/>
    public bool Equals(FeelZone? other) => other is not null && Id == other.Id && offset == other.offset;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, offset);

    /// <summary>As written after a time: Z, +07:00 or @Asia/Ho_Chi_Minh.</summary>
    public override string ToString()
    {
        if (Id is not null) return "@" + Id;
        if (offset == 0) return "Z";
        var (sign, all) = (offset < 0 ? '-' : '+', Math.Abs(offset));
        var text = string.Create(CultureInfo.InvariantCulture, $"{sign}{all / 3600:00}:{all / 60 % 60:00}");
        return all % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{all % 60:00}");
    }
}
