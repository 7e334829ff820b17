namespace OpenPar.Core.Rules.Feel;

/// <summary>Logic of three values: true, false, and null for what cannot be told (DMN 1.5, table 50).</summary>
internal static class FeelTernary
{
    // One boxed object for each, so that conditions do not allocate.
    private static readonly object True = true;
    private static readonly object False = false;

    public static object Box(bool value) => value ? True : False;

    public static object? Box(bool? value) => value is { } known ? Box(known) : null;

    public static bool? And(bool? left, bool? right)
    {
        if (left == false || right == false) return false;
        return left is null || right is null ? null : true;
    }

    public static bool? Or(bool? left, bool? right)
    {
        if (left == true || right == true) return true;
        return left is null || right is null ? null : false;
    }
}
