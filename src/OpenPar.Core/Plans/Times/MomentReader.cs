namespace OpenPar.Core.Plans.Times;

/// <summary>Reads one written time after another from tokens: "15/12/2022", "tháng 7/2022", "quý II, III/2022", "6 tháng đầu năm".</summary>
internal sealed class MomentReader(List<TimeToken> tokens)
{
    public int At { get; set; }

    /// <summary>True when a list of months or quarters left some out between its ends.</summary>
    public bool Gaps { get; private set; }

    public bool Ended => At >= tokens.Count;

    public string Word(int ahead = 0) => At + ahead < tokens.Count ? tokens[At + ahead].Word : string.Empty;

    public bool Take(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Word(i) != words[i]) return false;
        }

        At += words.Length;
        return true;
    }

    public bool TakeAny(ReadOnlySpan<string> words)
    {
        if (Ended || !words.Contains(Word())) return false;
        At++;
        return true;
    }

    /// <summary>The time at this place; null, and the place unchanged, when there is none.</summary>
    public Moment? Read()
    {
        var start = At;
        var vague = (Word() is "dau" or "giua" or "cuoi" or "khoang") && TakeAny(["dau", "giua", "cuoi", "khoang"]);
        var named = Word() == "ngay" && IsNumber(1) && Take("ngay");
        var moment = Day(named) ?? FirstMonths() ?? MonthAndYear() ?? Months() ?? Quarters() ?? Year();
        if (moment is null) At = start;
        return moment is { } read && vague ? read with { Vague = true } : moment;
    }

    private bool IsNumber(int ahead = 0) => At + ahead < tokens.Count && tokens[At + ahead].IsNumber;

    private int Number(int ahead = 0) => IsNumber(ahead) ? tokens[At + ahead].Number : -1;

    private bool IsYear(int ahead) => At + ahead < tokens.Count && tokens[At + ahead].IsYear;

    // 15/12/2022, 15-12-2022, 15/12, ngày 15 tháng 12 năm 2022.
    private Moment? Day(bool named)
    {
        var (day, month) = (Number(), Number(2));
        if (day is < 1 or > 31 || tokens[At].Word.Length > 2 || month is < 1 or > 12 || tokens[At + 2].Word.Length > 2) return null;
        var mark = Word(1);
        if (mark is "/" or "." or "-" && Word(3) == mark && IsYear(4)) return DayOf(5, day, month, Number(4));
        if (mark == "/" && Word(3) != "/") return DayOf(3, day, month, null);
        if (mark != "thang" || !(named || Word(3) is "nam" or "/" or "")) return null;
        return DayOf(3, day, month, null) with { Year = YearAfter() };
    }

    private Moment DayOf(int length, int day, int month, int? year)
    {
        At += length;
        return new Moment(MomentUnit.Day, month, month, day, year);
    }

    // 6 tháng đầu năm, 9 tháng đầu năm 2022, 6 tháng cuối năm.
    private Moment? FirstMonths()
    {
        var months = Word() == "sau" ? 6 : Number();
        if (months is < 1 or > 11 || Word(1) != "thang" || Word(2) is not ("dau" or "cuoi") || Word(3) != "nam") return null;
        var first = Word(2) == "dau";
        At += 3;
        var year = YearAfter();
        if (year is null) Take("nam");
        return new Moment(MomentUnit.Months, first ? 1 : 13 - months, first ? months : 12, null, year);
    }

    // 12/2021; the word before it may be there or not.
    private Moment? MonthAndYear()
    {
        if (Number() is < 1 or > 12 || tokens[At].Word.Length > 2 || Word(1) is not ("/" or "." or "-") || !IsYear(2)) return null;
        var moment = Moment.OfMonth(Number()) with { Year = Number(2) };
        At += 3;
        return moment;
    }

    private Moment? Months() => Several(["thang", "t"], Number, 12, (first, last) => first == last
        ? Moment.OfMonth(first) : new Moment(MomentUnit.Months, first, last, null, null));

    private Moment? Quarters() => Several(["quy", "qui", "q"], Quarter, 4, (first, last) => first == last
        ? Moment.OfQuarter(first) : new Moment(MomentUnit.Months, (3 * first) - 2, 3 * last, null, null));

    // One value of a unit or several, with the year after the last: "quý II, III/2022", "tháng 2 đến tháng 8 năm 2022".
    private Moment? Several(string[] unit, Func<int, int> value, int most, Func<int, int, Moment> make)
    {
        var first = unit.Contains(Word()) ? value(1) : -1;
        if (first < 1 || first > most) return null;
        var last = first;
        At += 2;
        var year = YearAfter();
        while (year is null && Word() is "," or "-" or "va" or "den" or "toi" or "&" or "/" && Next(unit, value, most) is (var next, var length) && next > last)
        {
            Gaps |= Word() is not ("-" or "den" or "toi") && next != last + 1;
            last = next;
            At += length;
            year = YearAfter();
        }

        return make(first, last) with { Year = year };
    }

    // "tháng 2 đến 5/6/2022": 5 begins a day, it is no month of the list.
    private (int Value, int Length)? Next(string[] unit, Func<int, int> value, int most)
    {
        var named = unit.Contains(Word(1)) ? 2 : 1;
        var next = value(named);
        var beginsDay = Word(named + 1) == "/" && IsNumber(named + 2) && !IsYear(named + 2);
        return next >= 1 && next <= most && !beginsDay ? (next, named + 1) : null;
    }

    private int Quarter(int ahead)
    {
        var number = Number(ahead);
        return Word(ahead) switch
        {
            "i" => 1,
            "ii" => 2,
            "iii" => 3,
            "iv" => 4,
            _ => number is >= 1 and <= 4 ? number : -1,
        };
    }

    private Moment? Year()
    {
        var named = Word() == "nam" ? 1 : 0;
        if (!IsYear(named)) return null;
        var year = Moment.OfYear(Number(named));
        At += named + 1;
        return year;
    }

    // "/2022", "năm 2022", "của năm 2022", "-2022": the year that belongs to what was just read.
    private int? YearAfter()
    {
        var ahead = Word() is "/" or "." or "-" or "," or "cua" or "trong" ? 1 : 0;
        var bare = ahead == 1 && Word() is "/" or "." or "-";
        if (Word(ahead) == "nam") ahead++;
        else if (!bare) return IsYear(0) ? TakeYear(0) : null;
        return IsYear(ahead) ? TakeYear(ahead) : null;
    }

    private int TakeYear(int ahead)
    {
        var year = Number(ahead);
        At += ahead + 1;
        return year;
    }
}
