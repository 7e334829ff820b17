namespace OpenPar.Core.Rules.Dmn.Reading;

/// <summary>The namespaces by which the versions of the standard are told apart.</summary>
internal static class DmnNamespaces
{
    private static readonly HashSet<string> Models = new(StringComparer.Ordinal)
    {
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        "http://www.omg.org/spec/DMN/20151101/dmn11.xsd",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
        "https://www.omg.org/spec/DMN/20240513/MODEL/",
    };

    private static readonly HashSet<string> Feels = new(StringComparer.Ordinal)
    {
        "http://www.omg.org/spec/FEEL/20140401",
        "http://www.omg.org/spec/DMN/20180521/FEEL/",
        "https://www.omg.org/spec/DMN/20191111/FEEL/",
        "https://www.omg.org/spec/DMN/20211108/FEEL/",
        "https://www.omg.org/spec/DMN/20230324/FEEL/",
        "https://www.omg.org/spec/DMN/20240513/FEEL/",
    };

    /// <summary>Whether elements of this namespace are DMN.</summary>
    public static bool IsModel(string name) => Models.Contains(name);

    /// <summary>Whether text in this language, or types of this namespace, are FEEL.</summary>
    public static bool IsFeel(string name) =>
        Feels.Contains(name) || string.Equals(name, "FEEL", StringComparison.OrdinalIgnoreCase) || string.Equals(name, "feel", StringComparison.OrdinalIgnoreCase);
}
