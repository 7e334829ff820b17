using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Adds what every reader adds to a scale: no points beyond its worst stated case, no fewer beyond its best.</summary>
internal static class BandRest
{
    /// <summary>Mends the bands in place; one sentence for each thing added.</summary>
    public static IReadOnlyList<LocalText> Infer(List<Band> bands, CaseKind kind)
    {
        var said = new List<LocalText>();
        if (kind is not (CaseKind.Share or CaseKind.Count) || bands.Count < 2) return said;
        var ladder = bands.OrderBy(b => b.From ?? decimal.MinValue).ThenBy(b => b.To ?? decimal.MaxValue).ToList();
        var (low, high) = (ladder[0], ladder[^1]);
        if (low.Points == high.Points) return said;
        var rising = low.Points < high.Points;
        var none = bands.TrueForAll(b => b.Points > 0);
        if (rising && none && low.From is > 0 and var from) Worst(bands, new Band { To = from, ToOpen = !low.FromOpen, Points = 0 }, said);
        if (!rising && none && high.To is { } to && !(kind == CaseKind.Share && to >= 100)) Worst(bands, new Band { From = to, FromOpen = !high.ToOpen, Points = 0 }, said);
        // "cả 04 nội dung: 1": more than the best stated number is not worth less.
        if (rising && kind == CaseKind.Count && high.To is { } top && high.From == top) Best(bands, high, high with { To = null }, said);
        return said;
    }

    private static void Worst(List<Band> bands, Band band, List<LocalText> said)
    {
        bands.Add(band);
        var words = band.Words("");
        said.Add(new LocalText($"Giá trị {words}: 0 điểm là suy ra, văn bản không ghi.", $"No points for {words} is inferred; the text does not say so."));
    }

    private static void Best(List<Band> bands, Band stated, Band open, List<LocalText> said)
    {
        bands[bands.IndexOf(stated)] = open;
        said.Add(new LocalText("Nhiều hơn mức cao nhất vẫn được điểm của mức cao nhất là suy ra.", "That more than the best stated number keeps its points is inferred."));
    }
}
