using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Builds "01 sáng kiến cấp tỉnh: 1 điểm; 01 sáng kiến cơ sở: 0,5 điểm; tổng điểm không quá 2 điểm": a price list of single things.</summary>
internal static class Counts
{
    /// <summary>The rule; null when the entries are no price list, or nothing says that they add up.</summary>
    public static Count? Of(RuleDraft draft, Section section)
    {
        var cap = section.Limits.Find(l => l.Kind == LimitKind.Most && !l.OfMax);
        if (cap is null || section.Entries.Count == 0 || section.Title is not null || !section.Entries.TrueForAll(e => e.Points is { Kind: PointsKind.Points, Value: > 0 } && e.Points.Value < cap.Points)) return null;
        var tokens = draft.Tokens;
        var things = section.Entries.ConvertAll(e => tokens[e.Label.From] is { Kind: TokenKind.Number, Number: 1 } or { Lower: "một" } && e.Label.Length > 1 ? e.Label with { From = e.Label.From + 1 } : default);
        if (things.Exists(t => t.Length == 0)) return null;
        draft.Book(cap.At, "cap");
        var (facts, items) = (new List<FactDefinition>(), new List<CountItem>());
        for (var i = 0; i < things.Count; i++)
        {
            var name = draft.Name(((char)('a' + Math.Min(i, 25))).ToString());
            var label = draft.Ledger.Text(things[i]);
            facts.Add(new FactDefinition { Name = name, Label = "Số " + label, Unit = label });
            items.Add(new CountItem(name, section.Entries[i].Points.Value));
            draft.Book(section.Entries[i].At, $"items[{i}]");
        }

        return new Count { Facts = facts, Items = items, Cap = cap.Points };
    }
}
