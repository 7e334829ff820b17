using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Bands of one measure.</summary>
/// <param name="Kind">What is measured.</param>
/// <param name="Against">What a change or growth is measured against.</param>
/// <param name="Items">The bands, stated ones in order of the text.</param>
/// <param name="Inferred">What the text leaves out and any reader adds, a sentence each.</param>
internal sealed record MeasuredCases(CaseKind Kind, Against Against, IReadOnlyList<Band> Items, IReadOnlyList<LocalText> Inferred);

/// <summary>Cases that exclude one another, as bands of one measure; null when they are not of one measure.</summary>
internal static class CaseGroup
{
    // Nouns of one measure are written alike, if not letter by letter.
    private const double AlikeEnough = 0.55;

    private const int ShortDenial = 5;

    /// <summary>The bands of the cases, in their order.</summary>
    /// <param name="cases">The cases with their labels and points.</param>
    public static MeasuredCases? Bands(IReadOnlyList<(Case Case, string Label, decimal Points)> cases)
    {
        var ranged = cases.Where(c => c.Case.Kind is not (CaseKind.Words or CaseKind.Rest or CaseKind.Nothing)).Select(c => c.Case).ToList();
        if (ranged.Count == 0 || cases.Count(c => c.Case.Kind == CaseKind.Rest) > 1) return null;
        var kind = ranged.Any(c => c.Kind == CaseKind.Growth) ? CaseKind.Growth : ranged[0].Kind;
        // "Xếp thứ 1 …; từ thứ 16 trở đi": one place names the scale.
        if (ranged.Any(c => c.Kind == CaseKind.Rank) && ranged.TrueForAll(c => c.Kind is CaseKind.Rank or CaseKind.Count)) kind = CaseKind.Rank;
        else if (ranged.Any(c => c.Kind != kind && !(kind == CaseKind.Growth && c.Kind == CaseKind.Change))) return null;
        if (ranged.Any(c => c.Kind == CaseKind.Share && !c.AtHead) && ranged.Count < cases.Count) return null;
        if (!Alike(ranged)) return null;

        var below = Below(ranged);
        var bands = new List<Band>();
        foreach (var (item, label, points) in cases)
        {
            var values = item.Kind switch
            {
                CaseKind.Rest => below,
                CaseKind.Nothing when kind == CaseKind.Count && Similar(item.Noun, ranged[0].Noun) => item.Values,
                // "Không thực hiện: 0" under shares or counts is what the bands leave at the lower end.
                CaseKind.Nothing or CaseKind.Words when points == 0 && Negative(label) => below,
                CaseKind.Nothing or CaseKind.Words => null,
                _ => item.Values,
            };
            if (values is null) return null;
            bands.Add(values with { Points = points, Label = label });
        }

        var whole = kind is CaseKind.Count or CaseKind.Rank;
        var range = new MeasureRange(kind is CaseKind.Share or CaseKind.Count ? 0 : kind == CaseKind.Rank ? 1 : null, kind == CaseKind.Share ? 100 : null, whole);
        // "từ 50% đến 70%" beside "từ 70%": both hold the one value, the linter complains.
        if (BandCoverage.Faults(bands, range).Any(f => f.Fault == CoverageFault.Empty || (f.Fault == CoverageFault.Overlap && !(f.Values.From is { } at && at == f.Values.To && !whole)))) return null;
        var inferred = BandRest.Infer(bands, kind);
        return new MeasuredCases(kind, ranged.Select(c => c.Against).FirstOrDefault(a => a != Against.None), bands, inferred);
    }

    /// <summary>Two contents speak of the same thing.</summary>
    public static bool Similar(string left, string right) =>
        left.Length == 0 || right.Length == 0 || left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal)
        || TextLikeness.Of(left, right) >= AlikeEnough;

    private static bool Alike(List<Case> cases) => cases.TrueForAll(c => Similar(c.Noun, cases[0].Noun));

    private static bool Negative(string label)
    {
        var folded = VietnameseText.Fold(label);
        var negative = folded.StartsWith("khong", StringComparison.Ordinal) || folded.StartsWith("chua", StringComparison.Ordinal);
        // A longer sentence denies more than the measure: "… hoặc công bố không đúng quy định".
        return negative && folded.Count(c => c == ' ') < ShortDenial;
    }

    /// <summary>What lies below every stated range; null when the ranges reach down without end.</summary>
    private static Band? Below(List<Case> ranged)
    {
        if (ranged.Any(c => c.Values?.From is null)) return null;
        var lowest = ranged.Select(c => c.Values!).OrderBy(b => b.From).ThenBy(b => b.FromOpen).First();
        return new Band { To = lowest.From, ToOpen = !lowest.FromOpen, Points = 0 };
    }
}
