namespace OpenPar.Core.Rules.Reading;

/// <summary>
/// Finds scales in the wording of deductions: "Đúng hạn: 1; chậm dưới 3 ngày: trừ 0,25; chậm từ 3 ngày: trừ 0,5; không gửi: 0". What
/// stands between all points and none are cases, and what they take is what they leave.
/// </summary>
internal static class Scales
{
    public static IReadOnlyList<Statement> Of(IReadOnlyList<Statement> statements, decimal? max)
    {
        if (max is not { } most || !statements.All(s => s is Entry)) return statements;
        var entries = statements.Cast<Entry>().ToList();
        if (entries.Count < 3 || Points(entries[0]) != most || Points(entries[^1]) != 0) return statements;
        var between = entries[1..^1];
        if (!between.TrueForAll(e => e.Points.Kind == PointsKind.Minus && e.Points.Value < most)) return statements;
        return [entries[0], .. between.Select(e => e with { Points = e.Points with { Kind = PointsKind.Points, Value = most - e.Points.Value } }), entries[^1]];
    }

    private static decimal? Points(Entry entry) => entry.Points.Kind == PointsKind.Points ? entry.Points.Value : null;
}
