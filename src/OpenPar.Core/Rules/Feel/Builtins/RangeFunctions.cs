namespace OpenPar.Core.Rules.Feel;

/// <summary>How points and ranges lie to each other (DMN 1.5, 10.3.4.10, table 78).</summary>
internal static class RangeFunctions
{
    private delegate bool? PointPoint(object left, object right);

    private delegate bool? PointRange(object point, FeelRange range);

    private delegate bool? RangeRange(FeelRange left, FeelRange right);

    public static IEnumerable<Builtin> All() =>
    [
        Points("before", RangeRelations.Before, RangeRelations.Before, RangeRelations.Before, RangeRelations.Before),
        Points("after", (a, b) => RangeRelations.Before(b, a), (p, r) => RangeRelations.Before(r, p), (r, p) => RangeRelations.Before(p, r), (a, b) => RangeRelations.Before(b, a)),
        Ranges("meets", RangeRelations.Meets),
        Ranges("met by", (a, b) => RangeRelations.Meets(b, a)),
        Ranges("overlaps", RangeRelations.Overlaps),
        Ranges("overlaps before", RangeRelations.OverlapsBefore),
        Ranges("overlaps after", (a, b) => RangeRelations.OverlapsBefore(b, a)),
        PointFirst("finishes", RangeRelations.Finishes, RangeRelations.Finishes),
        RangeFirst("finished by", RangeRelations.Finishes, (a, b) => RangeRelations.Finishes(b, a)),
        RangeFirst("includes", RangeRelations.During, (a, b) => RangeRelations.During(b, a)),
        PointFirst("during", RangeRelations.During, RangeRelations.During),
        PointFirst("starts", RangeRelations.Starts, RangeRelations.Starts),
        RangeFirst("started by", RangeRelations.Starts, (a, b) => RangeRelations.Starts(b, a)),
        new("coincides", Two(RangeRelations.Coincides), Two((object a, object b) => IsPoint(a) && IsPoint(b) ? FeelComparison.AreEqual(a, b) : null)),
    ];

    private static Builtin Points(string name, PointPoint points, PointRange pointRange, Func<FeelRange, object, bool?> rangePoint, RangeRange ranges) => new(
        name,
        Two(ranges),
        new Signature("range: range, point: Any -> boolean", call => IsPoint(call[1]) ? FeelTernary.Box(rangePoint((FeelRange)call[0]!, call[1]!)) : null),
        new Signature("point: Any, range: range -> boolean", call => IsPoint(call[0]) ? FeelTernary.Box(pointRange(call[0]!, (FeelRange)call[1]!)) : null),
        Two((object a, object b) => IsPoint(a) && IsPoint(b) ? points(a, b) : null));

    private static Builtin Ranges(string name, RangeRange ranges) => new(name, Two(ranges));

    private static Builtin PointFirst(string name, PointRange point, RangeRange ranges) => new(
        name,
        Two(ranges),
        new Signature("point: Any, range: range -> boolean", call => IsPoint(call[0]) ? FeelTernary.Box(point(call[0]!, (FeelRange)call[1]!)) : null));

    private static Builtin RangeFirst(string name, PointRange point, RangeRange ranges) => new(
        name,
        Two(ranges),
        new Signature("range: range, point: Any -> boolean", call => IsPoint(call[1]) ? FeelTernary.Box(point(call[1]!, (FeelRange)call[0]!)) : null));

    private static Signature Two(RangeRange relation) =>
        new("range1: range, range2: range -> boolean", call => FeelTernary.Box(relation((FeelRange)call[0]!, (FeelRange)call[1]!)));

    private static Signature Two(PointPoint relation) =>
        new("point1: Any, point2: Any -> boolean", call => call.Has(0) && call.Has(1) ? FeelTernary.Box(relation(call[0]!, call[1]!)) : null);

    private static bool IsPoint(object? value) => value is not (null or FeelRange or FeelList or FeelContext or FeelFunction or bool);
}
