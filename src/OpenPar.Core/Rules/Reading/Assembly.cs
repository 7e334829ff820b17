using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Puts the contents of a text together to one rule.</summary>
internal static class Assembly
{
    /// <summary>The rule; null when the text states no way of scoring.</summary>
    public static Rule? Build(RuleDraft draft, IReadOnlyList<Statement> statements, decimal? max)
    {
        statements = Scales.Of(statements, max);
        if (draft.Content(() => Slides.Of(draft, statements)) is { } slide) return slide;
        var minus = Deductions.Among(draft.Tokens, statements);
        foreach (var leftover in statements.Where(s => Leftover(draft.Tokens, s)))
            draft.Doubts.Add(0.5m, new LocalText($"“{draft.Ledger.Text(leftover.At)}”: câu bắt đầu giữa chừng.", $"“{draft.Ledger.Text(leftover.At)}”: this begins in the middle of a sentence."), new LocalText("Đối chiếu với văn bản.", "Compare with the text."));
        var steps = statements.OfType<PerStep>().Where(p => p.Points.Kind is PointsKind.Minus or PointsKind.MinusShare).ToList();
        // Limits on what is taken are of the deduction; limits on what is given stay with their content.
        var given = statements.OfType<PerStep>().Any(p => !steps.Contains(p));
        var limits = minus.Count + steps.Count == 0 ? new List<Limit>() : statements.OfType<Limit>().Where(l => l.Kind != LimitKind.Whole && (l.Kind != LimitKind.Most || !given)).ToList();
        var rest = statements.Where(s => !(s is Entry e && minus.Contains(e)) && !(s is PerStep p && steps.Contains(p)) && !(s is Limit l && limits.Contains(l))).ToList();
        foreach (var notice in statements.Where(s => s is SumNotice or BestNotice or TogetherNotice or GravestNotice or DefinitionNotice or LeadNotice)) draft.Book(notice.At, "notice");
        foreach (var stated in rest.OfType<Limit>().Where(l => l.Kind == LimitKind.Whole && (l.Points == max || max is null))) draft.Book(stated.At, "max");
        // "… nhưng không quá điểm tối đa" says what holds for every rule.
        if (!statements.Any(s => s is PerStep))
        {
            foreach (var limit in rest.OfType<Limit>().Where(l => l.Kind == LimitKind.Most && (l.OfMax || l.Points == max))) draft.Book(limit.At, "max");
        }

        var rule = Contents(draft, rest, max);
        if (statements.OfType<FeedNotice>().FirstOrDefault() is { } feed && rule is not null) rule = SourceRules.Fed(draft, feed, rule);
        if (minus.Count + steps.Count == 0) return rule;
        // "Không có hồ sơ trễ hạn: 2 điểm; mỗi hồ sơ trễ hạn trừ 0,2 điểm": the content states the points before deduction.
        if (rest.Where(s => s is not (Heading or Limit)).ToList() is [Entry { Points.Kind: PointsKind.Points } whole] && !minus.Exists(m => m.Points.Kind == PointsKind.MinusShare))
        {
            draft.Book(whole.At, "start");
            if (whole.Points.Value != max) limits.Add(new Limit(whole.At, LimitKind.Start, whole.Points.Value));
            rule = null;
        }

        // "Thực hiện 100%: 1. Thiếu 1 nội dung trừ 0,2. Thiếu từ 3 nội dung: 0": where the cases end and the deduction begins is not said.
        if (rule is Choice && rest.OfType<Entry>().Any(e => RangeReader.All(draft.Tokens, e.Label).Count > 0))
            draft.Doubts.Add(0.6m, new LocalText("Không rõ các mức và phần trừ điểm liên quan thế nào.", "It is not clear how the cases and the deduction go together."), new LocalText("Đối chiếu với văn bản.", "Compare with the text."));
        return Deductions.Build(draft, rule, [.. minus.Cast<Statement>().Concat(steps).OrderBy(s => s.At.From)], limits);
    }

    private static Rule? Contents(RuleDraft draft, List<Statement> statements, decimal? max)
    {
        if (Outline.Of(draft, statements, max) is { } outlined) return outlined;
        var sections = Sections.Of(draft.Tokens, statements, max);
        if (sections.Count == 0) return null;
        var best = statements.Any(s => s is BestNotice);
        var together = statements.Any(s => s is TogetherNotice);
        var sum = together || statements.Any(s => s is SumNotice);
        if (sections.Count == 1 && sections[0].Head is null && !best) return Arrangement.Whole(draft, sections[0], max, sum, together);
        var parts = new List<(Span? Title, decimal? Max, Func<Rule?> Build, Section Section)>();
        foreach (var section in sections) Arrangement.Parts(draft, section, best ? max : null, parts);
        if (best) return Arrangement.Best(draft, parts);
        return Arrangement.Sum(draft, parts, max, together);
    }

    // "/văn bản, trừ …": what begins with the sign that joins it to the words before was cut off from them.
    private static bool Leftover(Tokens tokens, Statement statement) =>
        (statement switch { Entry entry => entry.Label, PerStep step => step.Label, Heading heading => heading.Label, _ => default }) is { Length: > 0 } label
        && tokens[label.From].Kind is TokenKind.Slash or TokenKind.Times or TokenKind.Percent or TokenKind.Close;
}
