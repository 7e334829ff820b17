namespace OpenPar.Core.Rules.Reading;

/// <summary>Gives the figures of parts names of their own within the leaf.</summary>
internal static class Naming
{
    /// <summary>What to put behind the letters of each part: its number where two parts use the same name, else nothing.</summary>
    public static IReadOnlyList<string> Suffixes(IReadOnlyList<Rule> parts)
    {
        var shared = parts.SelectMany(p => p.Needs.Select(f => f.Name).Distinct()).GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return [.. parts.Select((p, i) => p.Needs.Any(f => shared.Contains(f.Name)) ? $"{i + 1}" : "")];
    }
}
