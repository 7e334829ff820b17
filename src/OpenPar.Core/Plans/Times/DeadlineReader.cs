using OpenPar.Core.Text;

namespace OpenPar.Core.Plans.Times;

/// <summary>Decides what kind of time a cleaned text states.</summary>
internal static class DeadlineReader
{
    public static Deadline Read(string text, int? year)
    {
        var tokens = TimeToken.Of(text);
        while (tokens.Count > 0 && tokens[^1].Word is "." or "," or ";" or ":" or "…") tokens.RemoveAt(tokens.Count - 1);
        if (tokens.Count == 0) return new Deadline(DeadlineKind.Unknown, null, null, text);
        if (tokens.Count >= TimeToken.Most) return Unknown(text);
        var folded = string.Join(' ', tokens.Select(token => token.Word)) + " ";
        var stated = StatedTime.Read(tokens, text, year);
        if (stated is { Rest.Length: 0 }) return stated.Value;
        if (TimeWords.BeginsContinuous(folded)) return Continuous(tokens, text, year);
        if (TimeWords.BeginsEvent(folded)) return new Deadline(DeadlineKind.OnEvent, null, null, text);
        var every = TimeWords.Periods(tokens, text);
        if (TimeWords.BeginsExternal(folded) && !TimeWords.SaysOnlyPeriod(folded)) return new Deadline(DeadlineKind.External, null, null, text);
        if (TimeWords.Recurs(folded) || TimeWords.SaysOnlyPeriod(folded)) return Recurring(tokens, text, every);
        if (stated is not null) return stated.Value with { Doubt = stated.Value.Doubt ?? Left(stated.Rest) };
        if (TimeWords.HasEvent(folded)) return new Deadline(DeadlineKind.OnEvent, null, null, text);
        return TimeWords.HasExternal(folded) ? new Deadline(DeadlineKind.External, null, null, text) : Unknown(text);
    }

    private static Deadline Unknown(string text) => new(DeadlineKind.Unknown, null, null, text)
    {
        Doubt = new LocalText($"Chưa hiểu thời gian “{Short(text)}”; giữ nguyên chữ.", $"The time “{Short(text)}” was not understood; the text is kept."),
    };

    private static Deadline Recurring(List<TimeToken> tokens, string text, RecurrencePeriods every)
    {
        LocalText? doubt = null;
        if (every == RecurrencePeriods.None)
            doubt = new LocalText($"“{Short(text)}” không nói bao lâu một lần.", $"“{Short(text)}” does not say how often.");
        else if (tokens.Any(token => token.IsNumber && token.Number != 6 && token.Number != 1))
            doubt = new LocalText($"Ngày hoặc số lần cụ thể chỉ còn trong chữ: “{Short(text)}”.", $"The exact day or count stands only in the words: “{Short(text)}”.");
        return new Deadline(DeadlineKind.Recurring, null, null, text) { Every = every, Doubt = doubt };
    }

    // "Thường xuyên trong năm 2023", "Thường xuyên và báo cáo kết quả định kỳ theo quý và năm".
    private static Deadline Continuous(List<TimeToken> tokens, string text, int? year)
    {
        var length = TimeWords.ContinuousWords(tokens);
        var rest = tokens[length..];
        while (rest.Count > 0 && rest[0].Word is "," or ";" or "-" or "(" or "trong" or "suot" or "va") rest.RemoveAt(0);
        while (rest.Count > 0 && rest[^1].Word == ")") rest.RemoveAt(rest.Count - 1);
        var value = new Deadline(DeadlineKind.Continuous, null, null, text) { Every = TimeWords.Periods(tokens, text) };
        if (rest.Count == 0 || (rest.Count == 1 && rest[0].Word == "nam") || (rest.Count == 2 && rest[0].Word == "ca" && rest[1].Word == "nam")) return value;
        if (StatedTime.Read(rest, text, year) is { Rest.Length: 0, Value: var stated })
            return value with { From = stated.From, To = stated.To, YearAssumed = stated.YearAssumed, Doubt = stated.Doubt };
        return value.Every != RecurrencePeriods.None && TimeWords.SaysOnlyPeriod(string.Concat(rest.Select(token => token.Word + " ")))
            ? value : value with { Doubt = Left(text[rest[0].Start..]) };
    }

    private static LocalText Left(string rest) => new(
        $"Phần “{Short(rest)}” của thời gian chưa thành giá trị; giữ nguyên chữ.", $"The part “{Short(rest)}” of the time did not become a value; the text is kept.");

    private static string Short(string text) => text.Length <= 120 ? text : text[..120] + "…";
}
