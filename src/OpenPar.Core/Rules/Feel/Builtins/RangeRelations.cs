namespace OpenPar.Core.Rules.Feel;

/// <summary>The relations of table 78; null when the ends cannot be compared. An absent end lies beyond everything.</summary>
internal static class RangeRelations
{
    public static bool? Before(object left, object right) => FeelComparison.Order(left, right) is { } order ? order < 0 : null;

    public static bool? Before(object point, FeelRange range) =>
        range.Low is null ? false : Less(FeelComparison.Order(point, range.Low), orEqual: !range.LowClosed);

    public static bool? Before(FeelRange range, object point) =>
        range.High is null ? false : Less(FeelComparison.Order(range.High, point), orEqual: !range.HighClosed);

    public static bool? Before(FeelRange left, FeelRange right) =>
        left.High is null || right.Low is null ? false : Less(FeelComparison.Order(left.High, right.Low), orEqual: !left.HighClosed || !right.LowClosed);

    public static bool? Meets(FeelRange left, FeelRange right) =>
        left.HighClosed && right.LowClosed && left.High is not null ? Is(FeelComparison.Order(left.High, right.Low)) : false;

    public static bool? Overlaps(FeelRange left, FeelRange right) =>
        FeelTernary.And(!Before(left, right), !Before(right, left));

    public static bool? OverlapsBefore(FeelRange left, FeelRange right)
    {
        var starts = Less(Lows(left, right), orEqual: left.LowClosed && !right.LowClosed);
        var reaches = !Before(left, right);
        var ends = Less(Highs(left, right), orEqual: !left.HighClosed || right.HighClosed);
        return FeelTernary.And(starts, FeelTernary.And(reaches, ends));
    }

    public static bool? Finishes(object point, FeelRange range) =>
        range is { HighClosed: true, High: not null } ? Is(FeelComparison.Order(range.High, point)) : false;

    public static bool? Finishes(FeelRange left, FeelRange right)
    {
        if (left.HighClosed != right.HighClosed) return false;
        return FeelTernary.And(Is(Highs(left, right)), Less(Lows(right, left), orEqual: !left.LowClosed || right.LowClosed));
    }

    public static bool? Starts(object point, FeelRange range) =>
        range is { LowClosed: true, Low: not null } ? Is(FeelComparison.Order(range.Low, point)) : false;

    public static bool? Starts(FeelRange left, FeelRange right)
    {
        if (left.LowClosed != right.LowClosed) return false;
        return FeelTernary.And(Is(Lows(left, right)), Less(Highs(left, right), orEqual: !left.HighClosed || right.HighClosed));
    }

    public static bool? During(object point, FeelRange range) => FeelTernary.And(!Before(point, range), !Before(range, point));

    public static bool? During(FeelRange left, FeelRange right) => FeelTernary.And(
        Less(Lows(right, left), orEqual: right.LowClosed || !left.LowClosed),
        Less(Highs(left, right), orEqual: right.HighClosed || !left.HighClosed));

    public static bool? Coincides(FeelRange left, FeelRange right) => FeelTernary.And(
        left.LowClosed == right.LowClosed && left.HighClosed == right.HighClosed,
        FeelTernary.And(Is(Lows(left, right)), Is(Highs(left, right))));

    private static int? Lows(FeelRange left, FeelRange right) =>
        left.Low is null || right.Low is null ? (left.Low is null ? 0 : 1) - (right.Low is null ? 0 : 1) : FeelComparison.Order(left.Low, right.Low);

    private static int? Highs(FeelRange left, FeelRange right) =>
        left.High is null || right.High is null ? (left.High is null ? 1 : 0) - (right.High is null ? 1 : 0) : FeelComparison.Order(left.High, right.High);

    private static bool? Less(int? order, bool orEqual) => order is { } known ? known < 0 || (orEqual && known == 0) : null;

    private static bool? Is(int? order) => order is { } known ? known == 0 : null;
}
