using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Puts the contents of a text together to one rule.</summary>
internal static class Assembly
{
    /// <summary>The rule; null when the text states no way of scoring.</summary>
    public static Rule? Build(RuleDraft draft, IReadOnlyList<Statement> statements, decimal? max, IReadOnlyList<string> suffixes)
    {
        var minus = statements.OfType<Entry>().Where(e => Deductions.Is(draft.Tokens, e, statements)).ToList();
        var steps = statements.OfType<PerStep>().Where(p => p.Points.Kind is PointsKind.Minus or PointsKind.MinusShare).ToList();
        var limits = statements.OfType<Limit>().ToList();
        var rest = statements.Where(s => !(s is Entry e && minus.Contains(e)) && !(s is PerStep p && steps.Contains(p)) && s is not Limit).ToList();
        foreach (var notice in statements.Where(s => s is SumNotice or BestNotice or TogetherNotice or GravestNotice)) draft.Book(notice.At, "notice");
        var rule = Contents(draft, rest, max, suffixes, limits);
        if (minus.Count + steps.Count == 0) return rule;
        return Deductions.Build(draft, rule, [.. minus.Cast<Statement>().Concat(steps).OrderBy(s => s.At.From)], limits);
    }

    private static Rule? Contents(RuleDraft draft, List<Statement> statements, decimal? max, IReadOnlyList<string> suffixes, List<Limit> limits)
    {
        var sections = Sections.Of(draft.Tokens, statements);
        if (sections.Count == 0) return null;
        var best = statements.Any(s => s is BestNotice);
        var together = statements.Any(s => s is TogetherNotice);
        var sum = together || statements.Any(s => s is SumNotice);
        if (sections.Count == 1 && sections[0].Head is null && !best) return Arrangement.Whole(draft, sections[0], max, sum, together, suffixes, limits);
        var parts = new List<(Span? Title, decimal? Max, Func<Rule?> Build, Section Section)>();
        foreach (var section in sections) Arrangement.Parts(draft, section, best ? max : null, parts);
        if (best) return Arrangement.Best(draft, parts, suffixes);
        return Arrangement.Sum(draft, parts, max, together, suffixes);
    }
}
