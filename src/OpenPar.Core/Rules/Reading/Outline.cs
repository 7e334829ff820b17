namespace OpenPar.Core.Rules.Reading;

/// <summary>
/// Contents within contents: "- Tuyên truyền: 1 điểm + Có kế hoạch: 0,25 + …", "Kế hoạch: 0,5 (đầy đủ: 0,5; …)". A content with points
/// whose deeper lines state points again is scored by those lines.
/// </summary>
internal static class Outline
{
    private const int Deepest = 8;

    private sealed record Group(Statement Head, List<Statement> Inner);

    /// <summary>The rule of a nested text; null when nothing in it is nested.</summary>
    public static Rule? Of(RuleDraft draft, IReadOnlyList<Statement> statements, decimal? max)
    {
        if (draft.Depth >= Deepest || Groups(statements) is not { } groups) return null;
        if (!groups.Exists(g => g.Inner.Count > 0) || !groups.TrueForAll(g => Fits(draft.Tokens, g))) return null;
        var parts = new List<(Span? Title, decimal? Max, Func<Rule?> Build, Section Section)>();
        foreach (var (head, inner) in groups)
        {
            if (head is not Entry entry) continue;
            if (inner.Count == 0) Arrangement.AddSingle(draft, entry, parts);
            else parts.Add((entry.Label, entry.Points.Value, () => Inside(draft, inner, entry.Points.Value), new Section { Title = entry.Label, Head = entry, Nested = true }));
        }

        return Arrangement.Sum(draft, parts, max, statements.Any(s => s is TogetherNotice));
    }

    private static Rule? Inside(RuleDraft draft, List<Statement> inner, decimal max)
    {
        draft.Depth++;
        var rule = Assembly.Build(draft, inner, max);
        draft.Depth--;
        return rule;
    }

    // Whoever heads a group states its points, and the lines below make them: by one case, or together.
    private static bool Fits(Tokens tokens, Group group)
    {
        if (group.Head is not Entry head) return group.Head is SumNotice or TogetherNotice or Limit or DefinitionNotice && group.Inner.Count == 0;
        if (head.Points.Kind != PointsKind.Points) return false;
        if (group.Inner.Count == 0) return true;
        if (head.Points.Value == 0 || group.Inner.All(s => s is DefinitionNotice or Limit)) return false;
        if (group.Inner.Exists(s => s is Formula or MeasureNotice or ShareNotice or PerStep or ListNotice)) return true;
        var entries = group.Inner.OfType<Entry>().Where(e => !Deductions.Takes(e)).ToList();
        if (entries.Count == 0) return group.Inner.OfType<Entry>().Any();
        if (entries.Exists(e => e.Points.Kind == PointsKind.ShareOfMax)) return true;
        var points = entries.ConvertAll(e => e.Points.Value);
        return points.Max() == head.Points.Value || points.Sum() == head.Points.Value;
    }

    private static List<Group>? Groups(IReadOnlyList<Statement> statements)
    {
        var order = new List<string>();
        var groups = new List<Group>();
        var (level, opensTo) = (0, 0);
        foreach (var statement in statements)
        {
            if (statement is LeadNotice) continue;
            var mark = Mark(statement);
            if (mark is not null && !order.Contains(mark) && opensTo <= statement.At.From) order.Add(mark);
            level = opensTo > statement.At.From ? Math.Max(1, level) : mark is null ? level : order.IndexOf(mark);
            if (groups.Count == 0 || level == 0) groups.Add(new Group(statement, []));
            else groups[^1].Inner.Add(statement);
            if (level == 0 && statement is Entry { OpensTo: > 0 } entry) opensTo = entry.OpensTo;
            // Behind the bracket the text goes on where the bracket began.
            else if (opensTo > 0 && opensTo <= statement.At.From) opensTo = 0;
            if (opensTo > 0 && level == 1 && statement.At.To >= opensTo) level = 0;
        }

        return groups.Count == 0 ? null : groups;
    }

    // What numbers a line: lines of one mark stand side by side. Null for a statement inside a line.
    private static string? Mark(Statement statement)
    {
        var bullet = statement.Bullet;
        if (bullet.Length == 0) return statement.LineStart ? "line" : null;
        if (bullet.Length == 1) return bullet;
        var end = bullet[^1];
        var body = bullet[0] == '(' ? bullet[1] : bullet[0];
        return $"{(bullet[0] == '(' ? "(" : "")}{(char.IsAsciiDigit(body) ? "1" : char.IsUpper(body) ? "A" : "a")}{end}";
    }
}
