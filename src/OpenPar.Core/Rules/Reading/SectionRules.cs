using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Builds the rule of one content.</summary>
internal static class SectionRules
{
    public static Rule? Build(RuleDraft draft, Section section, decimal? max)
    {
        // "50% điểm tối đa" beside a number of points means half of that number.
        max ??= section.Entries.Where(e => e.Points.Kind == PointsKind.Points).Select(e => (decimal?)e.Points.Value).Max();
        var heading = section.Title is { } title ? draft.Ledger.Text(title) : null;
        draft.Share = section.Share;
        foreach (var aside in section.Asides) draft.Book(aside, "measure");
        if (section.List is { } list) return Listed(draft, list);
        if (section.Notice is ItemsNotice or CoverageNotice) return ListRules.Build(draft, section, max);
        if (section.Groups.Count > 0) return ListRules.Surveyed(draft, section);
        if (section.Formula is { } formula)
        {
            if (section.Title is { } above) draft.Book(above, "title");
            return SourceRules.Best(draft, formula, max) ?? FormulaRules.Build(draft, formula, section, heading);
        }

        if (section.Notice is not null) return SourceRules.Build(draft, section, max);
        if (section.ByHand is { } byHand) return ByHand(draft, byHand, max);
        if (section.Steps.Count > 0) return StepRules.Build(draft, section, heading);
        if (Counts.Of(draft, section) is { } counted) return counted;
        if (section.Gravest) return NoneRules.Build(draft, section.Entries, max);
        if (section.Measure is { } measure) return Stated(draft, section, measure, max);
        var rule = CaseRules.Exclusive(draft, section.Entries, heading, max);
        if (rule is not null && section.Title is { } used) draft.Book(used, "title");
        return rule;
    }

    private static SumOfParts Listed(RuleDraft draft, ListNotice list)
    {
        draft.Book(list.At, "parts");
        return new SumOfParts
        {
            Parts = [.. list.Items.Select((item, i) => new SumPart(FigureWords.Sentence(draft.Ledger.Text(item)), list.Points, new Choice
            {
                Fact = draft.Name("choice") + $"_{i + 1}",
                Options = [new ChoiceOption("yes", FigureWords.Sentence(draft.Ledger.Text(item)), list.Points), new ChoiceOption("no", "Không đạt nội dung trên", 0)],
            }))],
        };
    }

    private static Manual ByHand(RuleDraft draft, ByHandNotice notice, decimal? max)
    {
        draft.Book(notice.At, "because");
        return new Manual { Because = draft.Ledger.Text(notice.Because), From = notice.From, To = notice.To == max ? null : notice.To };
    }

    /// <summary>Bands under "Tính theo tỷ lệ b/a".</summary>
    private static Bands? Stated(RuleDraft draft, Section section, MeasureNotice notice, decimal? max)
    {
        var zero = section.Entries.Where(e => IsZeroCase(draft, notice, e)).ToList();
        var entries = section.Entries.Except(zero).ToList();
        var items = new List<Band>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (RangeReader.All(draft.Tokens, entries[i].Label) is not [{ } range] || RuleDraft.Resolve(entries[i].Points, max) is not { } points) return null;
            draft.Book(entries[i].Label, $"bands[{i}]");
            draft.Book(entries[i].Points.At, $"bands[{i}].points");
            items.Add(range.Values with { Points = points, Label = draft.Ledger.Text(entries[i].Label) });
        }

        draft.Book(notice.At, "measure");
        var facts = Facts(draft, notice);
        var bands = new Bands
        {
            Facts = facts,
            Measure = notice.Measure with { Facts = [.. notice.Measure.Facts.Select(draft.Name)] },
            Items = items,
        };
        foreach (var one in zero)
        {
            draft.Book(one.At, "whenZero");
            bands = bands with { WhenZero = one.Points.Kind == PointsKind.ShareOfMax ? ZeroDenominator.FullPoints : ZeroDenominator.NoPoints };
        }

        return bands;
    }

    /// <summary>The figures a measure is formed of, in the order the text defines them.</summary>
    public static IReadOnlyList<FactDefinition> Facts(RuleDraft draft, MeasureNotice notice)
    {
        var bounded = notice.Measure.Kind == MeasureKind.Ratio ? notice.Measure.Facts[0] : null;
        return FigureWords.SameUnit([.. notice.Measure.Facts.Distinct().OrderBy(n => notice.Figures.TryGetValue(n, out var at) ? at.From : int.MaxValue)
            .Select(n => FigureWords.Figure(draft.Name(n), notice.Figures.TryGetValue(n, out var words) ? draft.Ledger.Text(words) : "Số liệu " + n, n == bounded ? draft.Name(notice.Measure.Facts[1]) : null))]);
    }

    public static bool IsZeroCase(RuleDraft draft, MeasureNotice notice, Entry entry) =>
        notice.Measure.Facts.Count > 1
        && Enumerable.Range(entry.Label.From, entry.Label.Length).Any(i => draft.Tokens[i].Lower == notice.Measure.Facts[1])
        && RangeReader.All(draft.Tokens, entry.Label) is [{ Exact: true, Values.From: 0 }];
}
