using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Tck;

/// <summary>
/// Whether an answer is the expected one. Numbers may differ by 1e-8, since the kit prints irrational
/// answers with eight to ten digits, and large ones by 1e-15 of themselves, since it prints doubles; all else has to be equal, contexts entry by entry.
/// </summary>
internal static class TckComparison
{
    private static readonly FeelNumber Absolute = FeelNumber.Parse("0.00000001");
    private static readonly FeelNumber Relative = FeelNumber.Parse("0.000000000000001");

    /// <summary>Compares two values of FEEL.</summary>
    public static bool Same(object? expected, object? actual) => (expected, actual) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (FeelNumber left, FeelNumber right) => Near(left, right),
        (FeelList left, FeelList right) => left.Count == right.Count && left.Zip(right).All(pair => Same(pair.First, pair.Second)),
        (FeelContext left, FeelContext right) => left.Count == right.Count
            && left.All(entry => right.TryGetValue(entry.Key, out var value) && Same(entry.Value, value)),
        _ => expected.Equals(actual) || FeelComparison.AreEqual(expected, actual) == true,
    };

    private static bool Near(FeelNumber expected, FeelNumber actual)
    {
        if (expected == actual) return true;
        var gap = Size(expected - actual);
        return gap <= Absolute || gap <= Relative * Size(expected);
    }

    private static FeelNumber Size(FeelNumber number) => number.Sign < 0 ? -number : number;
}
