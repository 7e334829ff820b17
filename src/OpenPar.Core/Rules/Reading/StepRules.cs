using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Builds "mỗi quy chế 0,5 điểm, tối đa 2 điểm" and "đạt 70%: 1 điểm; cứ thêm 5% cộng 0,25 điểm".</summary>
internal static class StepRules
{
    public static Rule? Build(RuleDraft draft, Section section, string? heading)
    {
        if (section.Title is { } title) draft.Book(title, "title");
        return section.Steps is [{ } step] && (step.Step.Percent || section.Measure is not null || section.Entries.Any(e => e.Points.Value > 0))
            ? Increments(draft, section, step, heading)
            : Count(draft, section);
    }

    private static Count? Count(RuleDraft draft, Section section)
    {
        // "không ban hành: 0" beside a count says nothing the count does not.
        if (section.Entries.Exists(e => e.Points.Value != 0)) return null;
        foreach (var entry in section.Entries) draft.Book(entry.At, "items");
        var cap = section.Limits.Find(l => l.Kind == LimitKind.Most);
        if (cap is not null) draft.Book(cap.At, "cap");
        var (facts, items) = (new List<FactDefinition>(), new List<CountItem>());
        for (var i = 0; i < section.Steps.Count; i++)
        {
            var step = section.Steps[i];
            if (step.Points.Kind != PointsKind.Points || step.Step.Percent) return null;
            var name = draft.Name(((char)('a' + Math.Min(i, 25))).ToString());
            var label = Counted(draft, step);
            facts.Add(new FactDefinition { Name = name, Label = "Số " + label, Unit = label });
            items.Add(new CountItem(name, step.Points.Value / step.Step.Size, step.Cap));
            draft.Book(step.Label, $"facts.{name}");
            draft.Book(step.At, $"items[{i}]");
        }

        return new Count { Facts = facts, Items = items, Cap = cap?.Points };
    }

    private static Increments? Increments(RuleDraft draft, Section section, PerStep step, string? heading)
    {
        if (step.Points.Kind != PointsKind.Points) return null;
        var zero = section.Entries.Where(e => section.Measure is { } m && SectionRules.IsZeroCase(draft, m, e)).ToList();
        foreach (var one in zero) section.Conditions.Add(new Condition(one.At, one.Label, one.Points));
        var starts = section.Entries.Except(zero).Select(e => (Entry: e, Range: RangeReader.All(draft.Tokens, e.Label) is [{ } first, ..] ? first : null)).ToList();
        if (starts.Exists(s => s.Range is null)) return null;
        var start = starts.Find(s => s.Range!.Values.From is not null);
        var below = starts.Find(s => s.Range!.Values.From is null);
        if (start.Entry is null)
            draft.Doubts.Add(0.6m, new LocalText("Văn bản không nói bắt đầu tính từ mức nào; lấy từ 0.", "The text does not say where counting begins; 0 is taken."), new LocalText("Ghi mức khởi điểm.", "State the start."));
        var (facts, measure) = section.Measure is { } notice
            ? (SectionRules.Facts(draft, notice), notice.Measure with { Facts = [.. notice.Measure.Facts.Select(draft.Name)] })
            : MeasureRules.Figures(draft, step.Step.Percent, heading);
        if (section.Measure is { } stated) draft.Book(stated.At, "measure");
        if (start.Entry is not null) draft.Book(start.Entry.At, "start");
        if (below.Entry is not null) draft.Book(below.Entry.At, "below");
        draft.Book(step.At, "step");
        return new Increments
        {
            Facts = facts,
            Measure = measure,
            Start = start.Range?.Values.From ?? 0,
            Points = start.Entry?.Points.Value is > 0 and var points ? points : null,
            Below = below.Entry?.Points.Value is > 0 and var low ? low : null,
            Step = step.Step.Size,
            Each = step.Points.Value,
            Cap = step.Cap,
            WhenZero = Zero(draft, section),
        };
    }

    private static ZeroDenominator Zero(RuleDraft draft, Section section)
    {
        foreach (var one in section.Conditions)
        {
            draft.Book(one.At, "whenZero");
            return one.Outcome.Kind == PointsKind.ShareOfMax ? ZeroDenominator.FullPoints : ZeroDenominator.NoPoints;
        }

        return ZeroDenominator.Unstated;
    }

    public static string Counted(RuleDraft draft, PerStep step)
    {
        var words = step.Label;
        while (draft.Tokens.IsKind(words.From, TokenKind.Number) || draft.Tokens[words.From].Is("thêm") || draft.Tokens[words.From].Is("một")) words = words with { From = words.From + 1 };
        return draft.Ledger.Text(words.Length > 0 ? words : step.Label);
    }
}
