using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Builds rules that hold a figure against a deadline, the other units or a survey.</summary>
internal static class SourceRules
{
    public static Rule? Build(RuleDraft draft, Section section, decimal? max) => section.Notice switch
    {
        DeadlineNotice deadline => Late(draft, section, deadline, max),
        RankNotice rank => Ranked(draft, section, rank, max),
        SpreadNotice spread => Spread(draft, spread, max),
        _ => null,
    };

    /// <summary>A formula whose figure is the ratio to the best unit.</summary>
    public static Relative? Best(RuleDraft draft, Formula formula, decimal? max)
    {
        if (formula.Value.Terms is not [({ Bottom.Length: 0, Top.Length: > 0 } monomial, var weight)] || !formula.Figures.TryGetValue(monomial.Top, out var words)) return null;
        var lowest = draft.Tokens.Find(words, "so với đơn vị thấp nhất");
        var best = Math.Max(lowest, draft.Tokens.Find(words, "so với đơn vị cao nhất"));
        if (best < 0 || !(monomial.Max ? weight == 1 : weight == max)) return null;
        draft.Book(formula.At, "method");
        var figure = words with { To = best };
        while (draft.Tokens.AfterAny(figure.From, ["tỷ lệ", "tỉ lệ"]) is { } next && next < best) figure = figure with { From = next };
        return new Relative { Fact = FigureWords.Figure(draft.Name("a"), draft.Ledger.Text(figure)), Method = RelativeMethod.Best, LowerIsBetter = lowest >= 0 };
    }

    public static SurveyResult Surveyed(RuleDraft draft, SurveyNotice notice, FactDefinition result)
    {
        draft.Book(notice.At, "survey");
        return new SurveyResult { Survey = draft.Ledger.Text(notice.Survey), Result = result with { Provenance = FactProvenance.Survey } };
    }

    public static Rule Fed(RuleDraft draft, FeedNotice notice, Rule rule)
    {
        draft.Book(notice.At, "system");
        var extracted = new FactDefinition { Name = "ngay", Label = "Ngày trích xuất số liệu", Type = FactType.Date };
        return new Feed { System = draft.Ledger.Text(notice.System), ExtractedOn = extracted, NotBefore = notice.NotBefore, NotAfter = notice.NotAfter, Rule = rule };
    }

    private static Relative Spread(RuleDraft draft, SpreadNotice notice, decimal? max)
    {
        draft.Book(notice.At, "method");
        return new Relative
        {
            Fact = FigureWords.Figure(draft.Name("a"), draft.Ledger.Text(notice.Figure)),
            Method = RelativeMethod.MinMax,
            LowerIsBetter = notice.LowerIsBetter,
            Low = notice.Low == 0 ? null : notice.Low,
            High = notice.High == max ? null : notice.High,
        };
    }

    private static Relative? Ranked(RuleDraft draft, Section section, RankNotice notice, decimal? max)
    {
        if (section.Entries.Count == 0 || Ladder(draft, section.Entries, max) is not { } bands) return null;
        draft.Book(notice.At, "method");
        return new Relative { Fact = FigureWords.Figure(draft.Name("a"), draft.Ledger.Text(notice.Figure)), Method = RelativeMethod.Rank, Bands = bands };
    }

    private static Deadline? Late(RuleDraft draft, Section section, DeadlineNotice notice, decimal? max)
    {
        var never = section.Entries.Find(e => draft.Tokens.AfterAny(e.Label.From, ["không thực hiện", "không ban hành", "không báo cáo", "không gửi"]) is not null);
        var cases = section.Entries.Where(e => e != never).ToList();
        if (cases.Count == 0 || Ladder(draft, cases, max) is not { } bands) return null;
        // "ngày 01/03/2026" is a day, no figure to declare.
        var on = draft.Tokens[notice.Due.From].Is("ngày") && ListNotices.Day(draft.Tokens, notice.Due.From + 1) is { } stated && stated.Next == notice.Due.To ? stated.Day : (DateOnly?)null;
        if (never is not null) draft.Book(never.At, "never");
        draft.Book(notice.At, "deadline");
        if (section.Excused is { } excused) draft.Book(excused.At, "excused");
        return new Deadline
        {
            Done = Day(draft.Name("b"), draft.Ledger.Text(notice.Done)),
            Due = on is null ? Day(draft.Name("a"), draft.Ledger.Text(notice.Due)) : null,
            On = on,
            Offset = notice.Offset,
            WorkingDays = notice.WorkingDays,
            Bands = bands,
            Excused = section.Excused is { } days ? FigureWords.Figure(draft.Name("c"), draft.Ledger.Text(days.Label)) with { Type = FactType.Count } : null,
            Whether = never is null ? null : new FactDefinition { Name = draft.Name("d"), Label = "Có thực hiện", Type = FactType.YesNo },
            Never = never?.Points.Value is > 0 and var points ? points : null,
        };
    }

    private static FactDefinition Day(string name, string label) => new() { Name = name, Label = FigureWords.Sentence(label), Type = FactType.Date };

    /// <summary>Bands of places, or of days of delay: "đúng hạn", "chậm đến 3 ngày", "sớm từ 2 ngày".</summary>
    private static List<Band>? Ladder(RuleDraft draft, List<Entry> entries, decimal? max)
    {
        var bands = new List<Band>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (Values(draft.Tokens, entries[i].Label) is not { } values || RuleDraft.Resolve(entries[i].Points, max) is not { } points) return null;
            draft.Book(entries[i].Label, $"bands[{i}]");
            draft.Book(entries[i].Points.At, $"bands[{i}].points");
            bands.Add(values with { Points = points, Label = draft.Ledger.Text(entries[i].Label) });
        }

        return bands;
    }

    private static Band? Values(Tokens tokens, Span label)
    {
        var ranges = RangeReader.All(tokens, label);
        if (ranges.Count == 0) return tokens.Has(label, "đúng hạn", "đúng thời hạn", "trước hạn", "kịp thời") ? new Band { To = 0, Points = 0 } : null;
        if (ranges.Count > 1) return null;
        var values = ranges[0].Values;
        if (tokens.Has(label, "trở đi")) return values with { To = null };
        if (tokens.AfterAny(label.From, ["đến", "tới"]) is not null && values.From == values.To) return values with { From = null };
        if (tokens[label.From].Is("sớm")) return new Band { From = -values.To, FromOpen = values.ToOpen, To = -values.From, ToOpen = values.FromOpen, Points = 0 };
        if (!tokens[label.From].Is("chậm")) return values;
        if (tokens.Has(label, "hoặc đúng hạn")) return values with { From = null, FromOpen = false };
        // "Chậm đến 3 ngày" begins after the deadline; a lone number after "đến" is an end.
        var until = values.From == values.To && tokens[label.From + 1].Is("đến");
        return values.From is null || until ? values with { From = 0, FromOpen = true } : values;
    }
}
