namespace OpenPar.Core.Rules.Feel;

/// <summary>All built-in functions of DMN 1.5 (10.3.4), by name.</summary>
public static class FeelBuiltins
{
    private static readonly Dictionary<string, Builtin> ByName = new[]
    {
        ConversionFunctions.All(), BooleanFunctions.All(), StringFunctions.All(), PatternFunctions.All(), NumericFunctions.All(), ListFunctions.All(),
        AggregateFunctions.All(), ContextFunctions.All(), RangeFunctions.All(), TemporalFunctions.All(),
    }.SelectMany(family => family).ToDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>The names in ordinal order.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>A built-in function by its name; null when there is none.</summary>
    public static FeelFunction? Find(string name) => ByName.GetValueOrDefault(name);
}
