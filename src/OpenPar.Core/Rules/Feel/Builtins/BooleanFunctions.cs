namespace OpenPar.Core.Rules.Feel;

/// <summary>Logic and identity (DMN 1.5, 10.3.4.2 and 10.3.4.9).</summary>
internal static class BooleanFunctions
{
    public static IEnumerable<Builtin> All() =>
    [
        new("not", new Signature("negand: boolean -> boolean", call => FeelTernary.Box(!(bool)call[0]!))),
        new("is", new Signature("value1: Any, value2: Any -> boolean", call => FeelTernary.Box(Same(call[0], call[1])))),
    ];

    // Equal and written in the same terms: 10:00Z and 11:00+01:00 are equal but not the same.
    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (FeelTime a, FeelTime b) => a == b,
        (FeelDateTime a, FeelDateTime b) => a == b,
        _ => FeelComparison.AreEqual(left, right) == true,
    };
}
