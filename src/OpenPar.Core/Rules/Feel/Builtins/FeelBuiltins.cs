namespace OpenPar.Core.Rules.Feel;

/// <summary>All built-in functions of DMN 1.5, by name.</summary>
public static class FeelBuiltins
{
    private static readonly Dictionary<string, FeelFunction> ByName = new(StringComparer.Ordinal);

    /// <summary>The names in ordinal order.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>A built-in function by its name; null when there is none.</summary>
    public static FeelFunction? Find(string name) => ByName.GetValueOrDefault(name);
}
