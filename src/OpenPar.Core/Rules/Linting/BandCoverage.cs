using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules;

/// <summary>The values a measure can take: closed ends, a missing end is infinite.</summary>
/// <param name="From">Smallest value, or null.</param>
/// <param name="To">Largest value, or null.</param>
/// <param name="Whole">True when only whole numbers occur.</param>
public sealed record MeasureRange(decimal? From, decimal? To, bool Whole)
{
    /// <summary>The unit of a figure that is a place in a ranking: there is no place before the first.</summary>
    public const string Place = "vị trí";

    /// <summary>The range that follows from the kinds of the figures and from "at most" bounds between them.</summary>
    public static MeasureRange Of(Measure measure, IReadOnlyList<FactDefinition> facts)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var named = measure.Facts.Select(name => facts.FirstOrDefault(f => f.Name == name)).OfType<FactDefinition>().ToList();
        if (named.Count == 0) return new MeasureRange(null, null, false);
        var first = named[0];
        if (measure.Kind == MeasureKind.Sum) return new MeasureRange(named.All(f => Least(f) is not null) ? 0 : null, null, named.All(f => f.Type == FactType.Count));
        if (measure.Kind == MeasureKind.Value || named.Count < 2) return new MeasureRange(Least(first), Most(first), first.Type == FactType.Count);

        var second = named[1];
        var (below, above) = (first.AtMost == second.Name, second.AtMost == first.Name);
        var positive = Least(first) is not null && Least(second) is not null;
        return measure.Kind switch
        {
            MeasureKind.Change => new MeasureRange(
                above ? 0 : Least(first) - Most(second),
                below ? 0 : Most(first) - Least(second),
                first.Type == FactType.Count && second.Type == FactType.Count),
            MeasureKind.Decline => new MeasureRange(below ? 0 : null, above ? 0 : positive ? 100 : null, false),
            MeasureKind.Ratio => new MeasureRange(above ? 100 : positive ? 0 : null, below ? 100 : null, false),
            _ => new MeasureRange(above ? 0 : positive ? -100 : null, below ? 0 : null, false),
        };
    }

    private static decimal? Least(FactDefinition fact) => fact.Type == FactType.Number ? null : fact.Unit == Place ? 1 : 0;

    private static decimal? Most(FactDefinition fact) => fact.Type == FactType.Percent ? 100 : null;
}

/// <summary>What is wrong with the way bands cover a range.</summary>
public enum CoverageFault
{
    /// <summary>No band contains these values.</summary>
    Gap,

    /// <summary>Two bands contain these values.</summary>
    Overlap,

    /// <summary>The band contains no value of the range.</summary>
    Empty,
}

/// <summary>One fault with the values it concerns, written as a band.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Values">The values; points and label carry no meaning.</param>
public sealed record CoverageFinding(CoverageFault Fault, Band Values);

/// <summary>Lays bands over the range of their measure and finds gaps and overlaps exactly, without sampling.</summary>
public static class BandCoverage
{
    /// <summary>All faults, empty bands first, then from the lower end of the range upwards.</summary>
    public static IReadOnlyList<CoverageFinding> Faults(IReadOnlyList<Band> bands, MeasureRange range)
    {
        ArgumentNullException.ThrowIfNull(bands);
        ArgumentNullException.ThrowIfNull(range);
        var start = Start(range.From, false, range.Whole);
        var end = End(range.To, false, range.Whole);
        var faults = new List<CoverageFinding>();
        var pieces = new List<(Cut From, Cut To)>();
        foreach (var band in bands)
        {
            var from = Max(start, Start(band.From, band.FromOpen, range.Whole));
            var to = Min(end, End(band.To, band.ToOpen, range.Whole));
            if (from.CompareTo(to) < 0) pieces.Add((from, to));
            else faults.Add(new CoverageFinding(CoverageFault.Empty, band));
        }

        var reached = start;
        foreach (var (from, to) in pieces.OrderBy(p => p.From).ThenBy(p => p.To))
        {
            if (from.CompareTo(reached) > 0) faults.Add(new CoverageFinding(CoverageFault.Gap, Between(reached, from, range.Whole)));
            if (from.CompareTo(reached) < 0) faults.Add(new CoverageFinding(CoverageFault.Overlap, Between(from, Min(reached, to), range.Whole)));
            reached = Max(reached, to);
        }

        if (reached.CompareTo(end) < 0) faults.Add(new CoverageFinding(CoverageFault.Gap, Between(reached, end, range.Whole)));
        return faults;
    }

    private static Cut Start(decimal? from, bool open, bool whole) =>
        from is not { } value ? Cut.Lowest
        : !whole ? new Cut(0, value, open)
        : new Cut(0, open ? Math.Floor(value) + 1 : Math.Ceiling(value), false);

    private static Cut End(decimal? to, bool open, bool whole) =>
        to is not { } value ? Cut.Highest
        : !whole ? new Cut(0, value, !open)
        : new Cut(0, open ? Math.Ceiling(value) : Math.Floor(value) + 1, false);

    private static Band Between(Cut from, Cut to, bool whole) => new()
    {
        From = from.Infinite == 0 ? from.Value : null,
        FromOpen = from.After,
        To = to.Infinite == 0 ? to.Value - (whole ? 1 : 0) : null,
        ToOpen = !whole && !to.After,
        Points = 0,
    };

    private static Cut Min(Cut a, Cut b) => a.CompareTo(b) <= 0 ? a : b;

    private static Cut Max(Cut a, Cut b) => a.CompareTo(b) >= 0 ? a : b;

    /// <summary>A place between two numbers: just before or just after a value, or beyond all of them.</summary>
    private readonly record struct Cut(int Infinite, decimal Value, bool After) : IComparable<Cut>
    {
        public static Cut Lowest => new(-1, 0, false);

        public static Cut Highest => new(1, 0, false);

        public int CompareTo(Cut other) => (Infinite, Value, After).CompareTo((other.Infinite, other.Value, other.After));
    }
}
