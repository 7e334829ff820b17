using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Gives bands their measure and the measure its figures.</summary>
internal static class MeasureRules
{
    private static readonly string[] RankWords = ["thu hang", "xep hang", "vi tri", "thu bac"];

    /// <summary>Bands over one measure.</summary>
    public static Bands Bands(RuleDraft draft, (CaseKind Kind, Against Against, IReadOnlyList<Band> Items) measured, Case first, string? heading)
    {
        var (kind, against, items) = measured;
        var bands = items.Select(b => RuleDraft.Tidy(b, kind)).ToList();
        var (facts, measure) = kind switch
        {
            CaseKind.Share => Share(draft, first.NounWords, heading, first.Letters),
            CaseKind.Change or CaseKind.Growth => Compared(draft, kind, against, first.BaseYear, heading ?? draft.Title ?? first.NounWords),
            CaseKind.Rank => Place(draft, heading ?? draft.Title ?? "Vị trí xếp hạng"),
            _ => One(draft, "Số " + (first.NounWords.Length > 0 ? first.NounWords : heading ?? draft.Title ?? "lượng"), null),
        };
        if (measure.Kind == MeasureKind.Growth && Falls(bands))
            (measure, bands) = (measure with { Kind = MeasureKind.Decline }, [.. bands.Select(Mirror)]);
        // "tăng từ 0,5 điểm": what is measured in fractions is no count.
        if (measure.Kind is MeasureKind.Change && bands.Exists(b => b.From % 1 is not (0 or null) || b.To % 1 is not (0 or null))) facts = [.. facts.Select(f => f.Type == FactType.Count ? f with { Type = FactType.Number } : f)];
        return new Bands { Facts = facts, Measure = measure, Items = bands };
    }

    // "giảm từ 10%" is stated as a fall; as growth it would read from minus ten downwards.
    private static bool Falls(List<Band> bands) =>
        bands.Exists(b => b.From < 0 || b.To < 0) && bands.TrueForAll(b => !(b.From > 0) && !(b.To > 0));

    private static Band Mirror(Band band) => band with { From = -band.To, FromOpen = band.ToOpen, To = -band.From, ToOpen = band.FromOpen };

    /// <summary>Points when one condition holds, none otherwise.</summary>
    public static Bands Threshold(RuleDraft draft, Case item, Band values, string label, decimal points)
    {
        var kind = item.Kind == CaseKind.Nothing ? CaseKind.Count : item.Kind;
        var met = RuleDraft.Tidy(values, kind) with { Points = points, Label = label };
        var bands = new List<Band> { met };
        var top = kind == CaseKind.Share ? 100m : (decimal?)null;
        if (met.From is { } from && !(from == 0 && !met.FromOpen && kind is CaseKind.Count or CaseKind.Share))
            bands.Add(kind == CaseKind.Count && from == 1 && !met.FromOpen ? new Band { From = 0, To = 0, Points = 0 } : new Band { To = from, ToOpen = !met.FromOpen, Points = 0 });
        if (met.To is { } to && to != top)
            bands.Add(kind == CaseKind.Count && !met.ToOpen ? new Band { From = to + 1, Points = 0 } : new Band { From = to, FromOpen = !met.ToOpen, Points = 0 });
        return Bands(draft, (kind, item.Against, bands), item, null);
    }

    /// <summary>The figures of a measure the text does not name: a share in percent, or a number.</summary>
    public static (IReadOnlyList<FactDefinition> Facts, Measure Measure) Figures(RuleDraft draft, bool percent, string? heading) =>
        percent ? Share(draft, "", heading, null) : One(draft, heading ?? draft.Title ?? "Số lượng", null);

    private static (IReadOnlyList<FactDefinition>, Measure) Share(RuleDraft draft, string noun, string? heading, (string Part, string Whole)? letters)
    {
        if (draft.Share is { } stated) return Stated(draft, stated);
        if (letters is { } named && draft.Defined(named.Part) is { } part && draft.Defined(named.Whole) is { } whole)
        {
            var (top, bottom) = (draft.Name(named.Part), draft.Name(named.Whole));
            return (FigureWords.SameUnit([FigureWords.Figure(bottom, whole), FigureWords.Figure(top, part, bottom)]), new Measure(MeasureKind.Ratio, [top, bottom]));
        }

        // Without a thing counted, the share itself is what a unit declares.
        if (noun.Length == 0 && (heading ?? "") is { Length: > 0 } share && FigureWords.Type(share) == FactType.Percent)
            return One(draft, share, FactType.Percent);
        noun = Counting(noun);
        var thing = noun.Length > 0 ? noun : Counted(draft.Title) ?? "đối tượng theo quy định";
        if (thing.StartsWith("số ", StringComparison.OrdinalIgnoreCase)) thing = thing[3..];
        var (a, b) = (draft.Name("a"), draft.Name("b"));
        var counted = FigureWords.Noun(thing);
        var done = counted.Length < thing.Length ? $"Số {thing}" : Counted(draft.Title) is { } titled ? $"Số {titled}" : $"Số {thing} đạt yêu cầu";
        return (FigureWords.SameUnit([FigureWords.Figure(a, $"Tổng số {counted}"), FigureWords.Figure(b, done, a)]), new Measure(MeasureKind.Ratio, [b, a]));
    }

    /// <summary>The figures of "tính tỷ lệ % giữa X so với Y"; without a Y the whole is what X counts.</summary>
    public static (IReadOnlyList<FactDefinition> Facts, Measure Measure) Stated(RuleDraft draft, ShareNotice share)
    {
        draft.Book(share.At, "measure");
        var (a, b) = (draft.Name("a"), draft.Name("b"));
        var part = draft.Ledger.Text(share.Part);
        var counted = part.StartsWith("số ", StringComparison.OrdinalIgnoreCase) ? part : "số " + part;
        var whole = share.Whole.Length > 0 ? draft.Ledger.Text(share.Whole) : $"tổng số {FigureWords.Noun(counted[3..])}";
        return (FigureWords.SameUnit([FigureWords.Figure(a, whole), FigureWords.Figure(b, counted, a)]), new Measure(MeasureKind.Ratio, [b, a]));
    }

    private static (IReadOnlyList<FactDefinition>, Measure) Place(RuleDraft draft, string label)
    {
        var (facts, measure) = One(draft, label, FactType.Count);
        return ([.. facts.Select(f => f with { Unit = MeasureRange.Place })], measure);
    }

    // "Tỷ lệ hồ sơ giải quyết đúng hạn đạt (95%)": the rate counts files, and reaching the bound is no part of them.
    private static string Counting(string noun)
    {
        var words = noun;
        foreach (var opening in new[] { "Có tỷ lệ ", "Tỷ lệ ", "Tỉ lệ ", "% " })
        {
            if (words.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) words = words[opening.Length..];
        }

        if (words.Length == noun.Length) return noun;
        return words.EndsWith(" đạt", StringComparison.OrdinalIgnoreCase) ? words[..^4] : words;
    }

    // "Tỷ lệ hồ sơ được giải quyết đúng hạn" counts "hồ sơ được giải quyết đúng hạn".
    private static string? Counted(string? title)
    {
        if (title is null) return null;
        foreach (var opening in new[] { "Tỷ lệ ", "Tỉ lệ ", "Số lượng ", "Số " })
        {
            if (title.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return title[opening.Length..];
        }

        return null;
    }

    private static (IReadOnlyList<FactDefinition>, Measure) Compared(RuleDraft draft, CaseKind kind, Against against, int? baseYear, string about)
    {
        if (against is Against.LastYear or Against.BaseYear && RankWords.Any(w => VietnameseText.Fold(about).Contains(w, StringComparison.Ordinal)))
            draft.Doubts.Add(0.6m, new LocalText("So sánh thứ hạng: số thứ tự nhỏ hơn là tốt hơn, cần xem chiều tăng giảm.", "Places are compared: a smaller number is better, so the direction has to be checked."), new LocalText("Đối chiếu chiều so sánh.", "Check the direction."));
        var (a, b) = (draft.Name("a"), draft.Name("b"));
        var thing = FigureWords.Sentence(about);
        var measure = kind == CaseKind.Growth ? MeasureKind.Growth : MeasureKind.Change;
        if (against is Against.Plan or Against.Assigned)
        {
            var target = against == Against.Plan ? "chỉ tiêu được giao" : "số được giao";
            return ([FigureWords.Figure(b, $"{thing}: thực hiện"), FigureWords.Figure(a, $"{thing}: {target}") with { Provenance = FactProvenance.PlanTarget }],
                new Measure(measure, [b, a]));
        }

        var (before, provenance) = against == Against.BaseYear ? ($"năm {baseYear}", FactProvenance.BaseYear) : ("năm trước liền kề", FactProvenance.PreviousYear);
        return ([FigureWords.Figure(a, $"{thing}: năm đánh giá"), FigureWords.Figure(b, $"{thing}: {before}") with { Provenance = provenance, BaseYear = against == Against.BaseYear ? baseYear : null }],
            new Measure(measure, [a, b]));
    }

    private static (IReadOnlyList<FactDefinition>, Measure) One(RuleDraft draft, string label, FactType? type)
    {
        var name = draft.Name("a");
        var figure = FigureWords.Figure(name, label);
        return ([type is { } known ? figure with { Type = known, Unit = null } : figure], new Measure(MeasureKind.Value, [name]));
    }
}
