using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Builds "mỗi quy chế 0,5 điểm, tối đa 2 điểm" and "đạt 70%: 1 điểm; cứ thêm 5% cộng 0,25 điểm".</summary>
internal static class StepRules
{
    public static Rule? Build(RuleDraft draft, Section section, string? heading)
    {
        if (section.Title is { } title) draft.Book(title, "title");
        if (Priced(draft, section)) return Count(draft, section);
        return section.Steps is [{ } step] && (step.Step.Percent || section.Measure is not null || section.Entries.Any(e => e.Points.Value > 0))
            ? Increments(draft, section, step, heading)
            : Count(draft, section);
    }

    // "Mỗi sáng kiến cấp tỉnh: 1 điểm; cấp cơ sở: 0,5 điểm": what follows are prices of other things, not starts of a scale.
    private static bool Priced(RuleDraft draft, Section section) =>
        section is { Measure: null, Steps: [{ Step.Percent: false, Points.Kind: PointsKind.Points, Lead.Length: 0 } step] } && section.Entries.Exists(e => e.Points.Value > 0)
        && section.Entries.TrueForAll(e => e.Points.Kind == PointsKind.Points && e.At.From >= step.At.To && RangeReader.All(draft.Tokens, e.Label).Count == 0);

    private static Count? Count(RuleDraft draft, Section section)
    {
        var others = section.Entries.FindAll(e => e.Points.Value != 0);
        // "không ban hành: 0" beside a count says nothing the count does not.
        if (others.Count > 0 && !Priced(draft, section)) return null;
        foreach (var entry in section.Entries) draft.Book(entry.At, "items");
        var cap = section.Limits.Find(l => l is { Kind: LimitKind.Most, OfMax: false });
        foreach (var limit in section.Limits.Where(l => l.OfMax)) draft.Book(limit.At, "max");
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

        foreach (var other in others)
        {
            var name = draft.Name(((char)('a' + Math.Min(items.Count, 25))).ToString());
            var label = Alike(draft, section.Steps[0], other);
            facts.Add(new FactDefinition { Name = name, Label = "Số " + label, Unit = label });
            items.Add(new CountItem(name, other.Points.Value));
        }

        return new Count { Facts = facts, Items = items, Cap = cap?.Points };
    }

    // "cấp cơ sở" behind "sáng kiến được công nhận cấp tỉnh" is "sáng kiến được công nhận cấp cơ sở".
    private static string Alike(RuleDraft draft, PerStep step, Entry other)
    {
        var said = draft.Ledger.Text(other.Label);
        for (var i = step.Label.To - 1; i > step.Label.From; i--)
        {
            if (draft.Tokens[i].Is(draft.Tokens[other.Label.From].Lower)) return $"{draft.Ledger.Text(step.Label with { To = i })} {said}";
        }

        draft.Doubts.Add(0.7m, new LocalText($"“{said}”: không rõ có tính cho mỗi lần hay không.", $"“{said}”: it is not clear whether each of them counts."), new LocalText("Đối chiếu với văn bản.", "Compare with the text."));
        return said;
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
        var lead = step.Lead.Length > 0 && RangeReader.All(draft.Tokens, step.Lead) is [{ Values: { From: { } led, To: null } }] ? led : (decimal?)null;
        if (step.Lead.Length > 0 && (lead is null || (start.Range is { } began && began.Values.From != lead)))
            draft.Doubts.Add(0.6m, new LocalText("Không rõ các bước tính từ mức nào.", "It is not clear from where the steps are counted."), new LocalText("Đối chiếu mức khởi điểm.", "Compare the start."));
        if (start.Entry is null && lead is null)
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
            Start = start.Range?.Values.From ?? lead ?? 0,
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
        // "Có 01 văn bản …" counts the texts.
        if (draft.Tokens[words.From].Is("có") && draft.Tokens[words.From + 1] is { Kind: TokenKind.Number, Number: 1 }) words = words with { From = words.From + 1 };
        while (draft.Tokens.IsKind(words.From, TokenKind.Number) || draft.Tokens[words.From].Is("thêm") || draft.Tokens[words.From].Is("một")) words = words with { From = words.From + 1 };
        return draft.Ledger.Text(words.Length > 0 ? words : step.Label);
    }
}
