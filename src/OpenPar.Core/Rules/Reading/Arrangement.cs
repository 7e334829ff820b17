using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Decides whether entries exclude one another or add up, and lays out the parts of a sum.</summary>
internal static class Arrangement
{
    // Two sentences about one content share most of their words.
    private const double SharedShare = 0.6;

    /// <summary>A text of one content.</summary>
    public static Rule? Whole(RuleDraft draft, Section section, decimal? max, bool sum, bool together)
    {
        if (section.Entries.Count > 1 && section is { Steps.Count: 0, Formula: null, List: null, Measure: null, Notice: null, Share: null, Gravest: false } && Adds(draft, section.Entries, max, sum))
        {
            var parts = new List<(Span? Title, decimal? Max, Func<Rule?> Build, Section Section)>();
            foreach (var entry in section.Entries) AddSingle(draft, entry, parts);
            if (section.Title is { } title) draft.Book(title, "title");
            return Sum(draft, parts, max, together);
        }

        return draft.Content(() => SectionRules.Build(draft, section, max));
    }

    /// <summary>The parts one section gives: itself when its cases exclude one another, else one for each entry.</summary>
    public static void Parts(RuleDraft draft, Section section, decimal? max, List<(Span? Title, decimal? Max, Func<Rule?> Build, Section Section)> parts)
    {
        var most = section.Head is { } head ? RuleDraft.Resolve(head.Points, null) : max;
        if (section is { Title: null, Entries: [{ Points.Kind: PointsKind.ShareOfMax } other] } && Alternative(draft, other, parts)) return;
        if (section.Entries.Count > 0 && section.Formula is null && section.Steps.Count == 0 && section.Measure is null && section.Notice is null && !section.Gravest
            && (section.Entries.Count == 1 ? section.Title is null : section.Title is null && Adds(draft, section.Entries, null, true)))
        {
            foreach (var entry in section.Entries) AddSingle(draft, entry, parts);
            return;
        }

        parts.Add((section.Title, most, () => SectionRules.Build(draft, section, most), section));
    }

    /// <summary>An entry that is a content of its own.</summary>
    public static void AddSingle(RuleDraft draft, Entry entry, List<(Span? Title, decimal? Max, Func<Rule?> Build, Section Section)> parts)
    {
        // A case of no points among contents that add up is a condition on them.
        if (entry.Points is { Kind: PointsKind.Points, Value: 0 })
        {
            draft.Doubts.Add(0.5m,
                new LocalText($"Chưa đưa được vào quy tắc: “{draft.Ledger.Text(entry.At)}”.", $"This is not in the rule: “{draft.Ledger.Text(entry.At)}”."),
                new LocalText("Bổ sung bằng tay.", "Add it by hand."));
            return;
        }

        var section = new Section();
        section.Entries.Add(entry);
        parts.Add((entry.Label, entry.Points.Kind == PointsKind.Points ? entry.Points.Value : null, () => CaseRules.Single(draft, entry, null), section));
    }

    /// <summary>"Nếu hệ thống chưa đáp ứng … thì đạt 50% điểm tối đa": the other case of a content stated before.</summary>
    private static bool Alternative(RuleDraft draft, Entry other, List<(Span? Title, decimal? Max, Func<Rule?> Build, Section Section)> parts)
    {
        var words = Words(draft, other.Label);
        var alone = parts.FindAll(p => p.Section is { Entries.Count: 1, Formula: null } && p.Max is not null);
        if (alone.Count == 0) return false;
        var best = alone.MaxBy(p => Words(draft, p.Section.Entries[0].Label).Count(words.Contains));
        var section = best.Section;
        if (Words(draft, section.Entries[0].Label).Count(words.Contains) < SharedShare * words.Count) return false;
        var at = parts.IndexOf(best);
        section.Entries.Add(other);
        parts[at] = best with { Build = () => CaseRules.Exclusive(draft, section.Entries, null, best.Max) };
        return true;
    }

    private static HashSet<string> Words(RuleDraft draft, Span span) =>
        Enumerable.Range(span.From, span.Length).Where(i => draft.Tokens[i].Kind == TokenKind.Word).Select(i => draft.Tokens[i].Folded).ToHashSet(StringComparer.Ordinal);

    public static Rule? Sum(RuleDraft draft, List<(Span? Title, decimal? Max, Func<Rule?> Build, Section Section)> parts, decimal? max, bool together)
    {
        var made = new List<SumPart>();
        var path = draft.Path;
        for (var i = 0; i < parts.Count; i++)
        {
            draft.Path = $"{path}parts[{i}].";
            if (parts[i].Section.Head is { } head)
            {
                draft.Book(head.Label, "label");
                draft.Book(head.Points.At, "max");
            }
            else if (parts[i].Title is { } title)
            {
                draft.Book(title, "label");
            }

            var build = parts[i].Build;
            if ((parts[i].Section.Nested ? build() : draft.Content(build)) is not { } rule) return null;
            var label = parts[i].Title is { } named ? FigureWords.Sentence(draft.Ledger.Text(named)) : $"Nội dung {i + 1}";
            made.Add(new SumPart(label, parts[i].Max ?? Reach(rule, max), rule));
        }

        draft.Path = path;
        if (made.Count == 0) return null;
        return made.Count == 1 && made[0].Max == (max ?? made[0].Max) ? made[0].Rule : new SumOfParts { Parts = made.ConvertAll(Asked), AllOrNothing = together };
    }

    // A choice is asked in the words of its part.
    private static SumPart Asked(SumPart part) =>
        part.Rule is Choice choice && choice.Label == part.Label ? part with { Rule = choice with { Label = null } } : part;

    public static Rule? Best(RuleDraft draft, List<(Span? Title, decimal? Max, Func<Rule?> Build, Section Section)> parts)
    {
        var made = new List<Alternative>();
        var path = draft.Path;
        for (var i = 0; i < parts.Count; i++)
        {
            draft.Path = $"{path}alternatives[{i}].";
            if (parts[i].Title is { } title) draft.Book(title, "label");
            if (draft.Content(parts[i].Build) is not { } rule) return null;
            made.Add(new Alternative(parts[i].Title is { } named ? FigureWords.Sentence(draft.Ledger.Text(named)) : $"Trường hợp {i + 1}", rule));
        }

        draft.Path = path;
        return made.Count < 2 ? null : new BestOf { Alternatives = made };
    }

    /// <summary>What a content without stated points can earn; a share of an unknown maximum takes that of the leaf, and the linter complains.</summary>
    private static decimal Reach(Rule rule, decimal? max)
    {
        const decimal Plenty = 1_000_000;
        var reach = rule.Reach(Plenty);
        return reach > 0 && reach == rule.Reach(2 * Plenty) ? reach : max ?? 1;
    }

    /// <summary>Whether the entries add up: each is a content with points of its own.</summary>
    private static bool Adds(RuleDraft draft, IReadOnlyList<Entry> entries, decimal? max, bool announced)
    {
        if (entries.Any(e => e.Points.Kind != PointsKind.Points)) return false;
        if (entries.Any(e => e.Points.Added)) return true;
        var points = entries.Select(e => e.Points.Value).ToList();
        if (points.Contains(0)) return false;
        var exclusive = CaseRules.Measured(draft, entries, max) is not null;
        if (max is { } most)
        {
            if (points.Sum() == most && !(exclusive && points.Max() == most)) return true;
            if (points.Max() == most && (exclusive || points.Distinct().Count() > 1)) return false;
        }

        if (announced && !exclusive) return true;
        // Without a case of no points, equal contents add up and a falling scale excludes.
        return !exclusive && points.Distinct().Count() < points.Count;
    }
}
