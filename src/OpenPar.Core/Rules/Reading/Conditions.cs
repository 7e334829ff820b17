using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Puts floors, full marks and the zero case of a text onto a formula.</summary>
internal static class Conditions
{
    private static readonly string[] NoOccasion =
        ["không phát sinh", "không có", "không được giao", "không phải", "chưa phát sinh", "không thuộc"];

    private static readonly string[] Openings = ["nếu", "trường hợp", "trong trường hợp", "khi", "riêng", "riêng trường hợp", "đối với trường hợp"];

    /// <summary>Whether an entry after a formula says when the formula does not hold, and is no content of its own.</summary>
    public static bool Is(Tokens tokens, Formula formula, Entry entry, decimal? max)
    {
        if (entry.Points.Kind is PointsKind.Minus or PointsKind.MinusShare) return false;
        var opened = tokens.AfterAny(entry.Label.From, Openings) is not null || tokens.AfterAny(entry.At.From, Openings) is not null;
        var letters = Letters(tokens, formula, entry.Label).Count > 0;
        var ranged = RangeReader.All(tokens, entry.Label).Count > 0;
        if (letters && ranged) return true;
        var bound = entry.Points is { Kind: PointsKind.Points, Value: 0 } or { Kind: PointsKind.ShareOfMax, Value: 1 } || (entry.Points.Kind == PointsKind.Points && entry.Points.Value == max);
        return bound && (ranged || (opened && tokens.Has(entry.Label, NoOccasion)));
    }

    /// <summary>The condition an entry states; the maximum in points is the maximum.</summary>
    public static Condition Of(Entry entry, decimal? max) => new(entry.At, entry.Label,
        entry.Points is { Kind: PointsKind.Points, Value: > 0 } && entry.Points.Value == max ? entry.Points with { Kind = PointsKind.ShareOfMax, Value = 1 } : entry.Points);

    /// <summary>"Từ 80% đến dưới 100%: điểm = …": below its range a formula gives no points, above it all of them.</summary>
    public static Linear Within(RuleDraft draft, Linear linear, Span range)
    {
        draft.Book(range, "zeroBelow");
        if (RangeReader.Rate(draft.Tokens, range) is not { Values: var values }) return linear;
        if (values.From is > 0 and var from && from / 100 != linear.ZeroBelow?.Rate)
        {
            var told = linear.ZeroBelow is null;
            draft.Doubts.Add(told ? 0.9m : 0.5m, new LocalText($"Dưới {from:0.##}% không tính điểm là suy ra.", $"No points below {from:0.##}% is inferred."), new LocalText("Xác nhận mức dưới khoảng của công thức.", "Confirm the case below the range of the formula."));
            if (told) linear = linear with { ZeroBelow = new RateThreshold([.. linear.Terms.Select(t => t.Fact)], from / 100) };
        }

        if (values.To is < 100 and var to && to / 100 != linear.FullFrom?.Rate)
            draft.Doubts.Add(0.5m, new LocalText($"Văn bản không nói điểm khi tỷ lệ trên {to:0.##}%.", $"The text does not say the points above {to:0.##}%."), new LocalText("Bổ sung mức trên khoảng của công thức.", "Add the case above the range of the formula."));
        return linear;
    }

    public static Linear Apply(RuleDraft draft, Formula formula, Linear linear, IReadOnlyList<Condition> conditions)
    {
        foreach (var condition in conditions)
        {
            var before = linear;
            linear = One(draft, formula, linear, condition);
            if (!ReferenceEquals(before, linear)) continue;
            draft.Doubts.Add(0.5m,
                new LocalText($"Chưa đưa được điều kiện vào quy tắc: “{draft.Ledger.Text(condition.At)}”.", $"This condition is not in the rule: “{draft.Ledger.Text(condition.At)}”."),
                new LocalText("Bổ sung bằng tay.", "Add it by hand."));
        }

        return linear;
    }

    private static Linear One(RuleDraft draft, Formula formula, Linear linear, Condition condition)
    {
        var tokens = draft.Tokens;
        var letters = Letters(tokens, formula, condition.When);
        var ranges = RangeReader.All(tokens, condition.When);
        var range = ranges.Count > 0 ? ranges[^1] : null;
        bool? full = condition.Outcome switch
        {
            { Kind: PointsKind.ShareOfMax, Value: 1 } => true,
            { Kind: PointsKind.Points, Value: 0 } => false,
            _ => null,
        };
        if (full is not { } most) return linear;
        var nothing = range is null && tokens.Has(condition.When, NoOccasion);
        var zero = range is { Exact: true, Values.From: 0 } && letters.Count <= 1 && letters.All(l => draft.Name(l) == linear.Denominator);
        if (linear.Denominator is not null && (nothing || (zero && letters.Count == 1)))
        {
            draft.Book(condition.At, "whenZero");
            return linear with { WhenZero = most ? ZeroDenominator.FullPoints : ZeroDenominator.NoPoints };
        }

        if (range is null) return linear;
        var over = letters.Where(l => draft.Name(l) != linear.Denominator).Select(draft.Name).ToList();
        if (over.Count == 0) over = [.. linear.Terms.Select(t => t.Fact)];
        if (!over.TrueForAll(o => linear.Terms.Any(t => t.Fact == o))) return linear;
        return Threshold(draft, linear, condition, range, over, most);
    }

    private static Linear Threshold(RuleDraft draft, Linear linear, Condition condition, StatedRange range, List<string> over, bool full)
    {
        var (bound, open) = full ? (range.Values.From, range.Values.FromOpen) : (range.Values.To, !range.Values.ToOpen);
        var onlyEnd = full ? range.Values.To is null or 100 or 1 : range.Values.From is null or 0;
        if (bound is not { } value || !onlyEnd) return linear;
        var rate = range.Percent || value > 1 ? value / 100 : value;
        if (rate is < 0 or > 1) return linear;
        // A rule of proportion has an open floor and a closed top; the other end is not the same rule.
        if (open)
            draft.Doubts.Add(0.7m, new LocalText("Cận của điều kiện khác với cận mà quy tắc dùng (dưới, từ).", "The end of the condition differs from the one the rule uses (below, from)."), new LocalText("Đối chiếu “dưới”, “đến”, “từ”, “trên”.", "Compare open and closed ends."));
        draft.Book(condition.At, full ? "fullFrom" : "zeroBelow");
        var threshold = new RateThreshold(over, rate);
        return full ? linear with { FullFrom = threshold } : linear with { ZeroBelow = threshold };
    }

    private static List<string> Letters(Tokens tokens, Formula formula, Span span)
    {
        var names = formula.Value.Letters;
        return [.. Enumerable.Range(span.From, span.Length).Select(i => tokens[i].Lower).Where(names.Contains).Distinct()];
    }
}
