using OpenPar.Core.Text;

namespace OpenPar.Core.Plans.Times;

/// <summary>A deadline that names days, months, quarters or years, and the words after it that were not understood.</summary>
/// <param name="Value">The typed time.</param>
/// <param name="Rest">Words left over; empty when all were used.</param>
internal sealed record StatedTime(Deadline Value, string Rest)
{
    private static readonly string[] Fillers =
    [
        "hoan", "thanh", "xong", "thuc", "hien", "trong", "vao", "trien", "khai", "thoi", "gian", "giai", "doan", "la", "ca",
    ];

    /// <summary>Reads from the first token; null when no time is named there.</summary>
    public static StatedTime? Read(List<TimeToken> tokens, string text, int? year)
    {
        var reader = new MomentReader(tokens);
        var (before, until, from) = Bounds(reader);
        if (WholeYear(reader, year) is { } plain) return Told(plain, null, reader, tokens, text, year, before, until, from);
        if (reader.Read() is not { } first) return null;
        var second = AfterRangeMark(reader);
        return Told(first, second, reader, tokens, text, year, before, until, from);
    }

    // What stands before the time, and what it makes of it: "trước", "chậm nhất", "đến hết", "từ".
    private static (bool Before, bool Until, bool From) Bounds(MomentReader reader)
    {
        var (before, until, from) = (false, false, false);
        while (!reader.Ended)
        {
            if (reader.Take("truoc")) before = true;
            else if (reader.Take("cham", "nhat") || reader.Take("muon", "nhat") || reader.Take("khong", "qua") || reader.Take("den", "het")
                || reader.Take("den") || reader.Take("het") || reader.Take("han")) until = true;
            else if (reader.Take("bat", "dau", "tu") || reader.Take("ke", "tu") || reader.Take("tu")) from = true;
            else if (reader.TakeAny(Fillers)) continue;
            else break;
        }

        return (before, until, from);
    }

    // "Trong năm", "Cả năm" mean the year of the plan.
    private static Moment? WholeYear(MomentReader reader, int? year)
    {
        if (year is null || reader.Word() != "nam" || reader.Word(1).Length > 0 || reader.At == 0) return null;
        reader.Take("nam");
        return new Moment(MomentUnit.Year, 1, 12, null, null);
    }

    private static Moment? AfterRangeMark(MomentReader reader)
    {
        var at = reader.At;
        if (!reader.TakeAny(["den", "toi", "-"])) return null;
        reader.Take("het");
        if (reader.Read() is { } second) return second;
        reader.At = at;
        return null;
    }

    private static StatedTime? Told(
        Moment first, Moment? second, MomentReader reader, List<TimeToken> tokens, string text, int? year, bool before, bool until, bool from)
    {
        var ongoing = Following(reader);
        var stated = first.Year ?? second?.Year;
        var assumed = (second ?? first).Year is null && stated is null;
        if ((stated ?? year) is not { } known) return NoYear(text);
        var lastYear = second?.Year ?? known;
        var start = first.First(first.Year ?? lastYear);
        var end = (second ?? first).Last(second is null ? first.Year ?? known : lastYear);
        if (start is null || end is null) return null;
        if (start > end) return Backwards(text);
        var rest = reader.Ended ? string.Empty : text[tokens[reader.At].Start..];
        var doubt = Doubts(first, second, reader, text, before, start.Value);
        var value = Typed(first, second, text, start.Value, end.Value, before, until && second is null, from && second is null && first.Unit != MomentUnit.Months, ongoing);
        return value is null ? null : new StatedTime(value with { YearAssumed = assumed, Doubt = doubt }, rest);
    }

    private static Deadline? Typed(
        Moment first, Moment? second, string text, DateOnly start, DateOnly end, bool before, bool until, bool from, bool ongoing)
    {
        if (before) return second is null && start > DateOnly.MinValue ? new Deadline(DeadlineKind.Date, null, start.AddDays(-1), text) : null;
        if (until) return new Deadline(DeadlineKind.Date, null, end, text);
        if (from || ongoing) return new Deadline(DeadlineKind.Range, start, null, text);
        return new Deadline(second is null ? first.Kind : DeadlineKind.Range, start, end, text);
    }

    // "năm 2020 và những năm tiếp theo".
    private static bool Following(MomentReader reader) =>
        reader.Take("va", "cac", "nam", "tiep", "theo") || reader.Take("va", "nhung", "nam", "tiep", "theo") || reader.Take("tro", "di");

    private static LocalText? Doubts(Moment first, Moment? second, MomentReader reader, string text, bool before, DateOnly start)
    {
        if (first.Vague || second is { Vague: true })
            return new LocalText($"“{text}” chỉ nói khoảng thời gian gần đúng; lấy cả kỳ.", $"“{text}” is only approximate; the whole period was taken.");
        if (reader.Gaps)
            return new LocalText($"“{text}” nêu các kỳ không liền nhau; lấy từ kỳ đầu đến kỳ cuối.", $"“{text}” names periods with gaps; first to last was taken.");
        return before
            ? new LocalText($"“Trước” không kể ngày được nêu: hạn là {DayText.Write(start.AddDays(-1))}.", $"“Before” leaves the named day out: due {DayText.Write(start.AddDays(-1))}.")
            : null;
    }

    private static StatedTime NoYear(string text) => new(new Deadline(DeadlineKind.Unknown, null, null, text)
    {
        Doubt = new LocalText($"“{text}” không nêu năm và chưa biết năm của kế hoạch.", $"“{text}” names no year and the year of the plan is not known."),
    }, string.Empty);

    private static StatedTime Backwards(string text) => new(new Deadline(DeadlineKind.Unknown, null, null, text)
    {
        Doubt = new LocalText($"Trong “{text}” mốc đầu đứng sau mốc cuối.", $"In “{text}” the beginning is after the end."),
    }, string.Empty);
}
