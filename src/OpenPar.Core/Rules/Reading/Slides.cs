using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>
/// Builds "Đạt 100%: 1 điểm; cứ giảm 10% trừ 0,2 điểm": points at one rate and a loss for every step away from it. The kinds count
/// steps upwards only, so the steps become bands. Texts do not say what a broken step costs; whole steps are taken, and that is doubted.
/// </summary>
internal static class Slides
{
    private const int MostBands = 60;

    private static readonly string[] Falling = ["giảm", "thấp hơn", "thiếu", "dưới", "hụt", "ít hơn", "kém"];

    private static readonly string[] Rising = ["tăng", "cao hơn", "vượt", "thêm", "trên", "quá"];

    /// <summary>Whether a step goes up or down along a rate instead of counting things.</summary>
    public static bool Along(Tokens tokens, PerStep step) => step.Step.Percent && (tokens.Has(step.Label, [.. Falling, .. Rising]) || step.Lead.Length > 0);

    /// <summary>The bands; null when the statements are not one rate with one loss for each step.</summary>
    public static Rule? Of(RuleDraft draft, IReadOnlyList<Statement> statements)
    {
        if (statements.OfType<PerStep>().ToList() is not [{ Points.Kind: PointsKind.Minus, Points.Value: > 0, Step: { Percent: true, Size: > 0 } } step]) return null;
        if (statements.Any(s => s is not (PerStep or Entry or Limit or Heading or LeadNotice))) return null;
        var entries = statements.OfType<Entry>().ToList();
        if (entries.FindAll(e => e.Points is { Kind: PointsKind.Points, Value: > 0 }) is not [{ } start] || entries.Count > 2) return null;
        var floor = entries.Find(e => e != start);
        if (floor is { Points: not { Kind: PointsKind.Points, Value: 0 } } || Range(draft, start) is not { } from) return null;
        var down = from.From is not null;
        if (draft.Tokens.Has(step.Label, down ? Rising : Falling)) return null;
        if (Steps(from, step, down, start.Points.Value, Least(statements, step, start.Points.Value)) is not { } bands) return null;
        if (floor is not null && !Cut(draft, bands, floor, down)) return null;
        var first = CaseReader.Read(draft.Tokens, draft.Ledger, start.Label);
        if (first.Kind != CaseKind.Share) return null;
        foreach (var statement in statements) draft.Book(statement.At, statement is PerStep ? "step" : statement == floor ? "bands[last]" : statement == start ? "bands[0]" : "cap");
        draft.Doubts.Add(0.6m, new LocalText($"“{draft.Ledger.Text(step.At)}”: chỉ tính bước trọn, văn bản không nói phần lẻ của bước.", $"“{draft.Ledger.Text(step.At)}”: whole steps are counted; the text does not say what a part of a step costs."), new LocalText("Đối chiếu cách tính phần lẻ.", "Compare how parts of a step count."));
        var heading = statements.OfType<Heading>().FirstOrDefault() is { } title ? draft.Ledger.Text(title.Label) : null;
        return MeasureRules.Bands(draft, (CaseKind.Share, Against.None, bands), first, heading);
    }

    // "Đạt 100%", "từ 60% trở lên" fall from their lower end; "không quá 2%" rises from its upper end.
    private static Band? Range(RuleDraft draft, Entry start) => RangeReader.All(draft.Tokens, start.Label) is [{ Percent: true, Values: var values }]
        && (values.From is null != values.To is null || values.From == values.To) ? values.From is null ? values : values with { To = null, ToOpen = false } : null;

    private static decimal Least(IReadOnlyList<Statement> statements, PerStep step, decimal points)
    {
        if (statements.OfType<Limit>().FirstOrDefault(l => l.Kind == LimitKind.Least) is { } least) return least.Points;
        var most = step.Cap ?? statements.OfType<Limit>().FirstOrDefault(l => l.Kind is LimitKind.MostTaken or LimitKind.Most)?.Points;
        return most is { } cap ? Math.Max(0, points - cap) : 0;
    }

    private static List<Band>? Steps(Band from, PerStep step, bool down, decimal points, decimal least)
    {
        var edge = (down ? from.From : from.To)!.Value;
        var sign = down ? -1 : 1;
        var bands = new List<Band>();
        for (var k = 0; k < MostBands; k++)
        {
            var (near, far) = (edge + (sign * k * step.Step.Size), edge + (sign * (k + 1) * step.Step.Size));
            var left = Math.Max(least, points - (k * step.Points.Value));
            var last = left == least || (down ? far < 0 : far > 100);
            bands.Add(new Band
            {
                From = down ? last ? null : far : k == 0 ? null : near,
                FromOpen = down && !last,
                To = down ? k == 0 ? null : near : last ? null : far,
                ToOpen = !down && !last,
                Points = left,
            });
            if (last) return bands;
        }

        return null;
    }

    // "dưới 50%: 0": beyond it the steps do not count.
    private static bool Cut(RuleDraft draft, List<Band> bands, Entry floor, bool down)
    {
        if (Range(draft, floor) is not { } rest || (down ? rest.To : rest.From) is not { } edge || (down ? rest.From : rest.To) is not null) return false;
        bands.RemoveAll(b => down ? b.To <= edge : b.From >= edge);
        if (bands.Count == 0) return false;
        var last = bands[^1];
        bands[^1] = down ? last with { From = edge, FromOpen = !rest.ToOpen } : last with { To = edge, ToOpen = !rest.FromOpen };
        bands.Add(rest with { Points = 0 });
        return true;
    }
}
