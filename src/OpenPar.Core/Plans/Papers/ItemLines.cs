namespace OpenPar.Core.Plans.Papers;

/// <summary>Items of a cell of a printed plan, one a line, and back again: reading what was written gives the same items.</summary>
public static class ItemLines
{
    private const string Dash = "- ";

    /// <summary>Several items get a dash each, unless all begin with a number of their own.</summary>
    /// <param name="items">Items without line breaks, none blank.</param>
    public static IEnumerable<string> Write(IReadOnlyList<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var dashed = items.Count > 1 && !items.All(item => char.IsAsciiDigit(item[0]));
        return dashed ? items.Select(item => Dash + item) : items;
    }

    /// <summary>The items of the lines of a cell, blank ones left out.</summary>
    public static IReadOnlyList<string> Read(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var dashed = lines.Count > 1 && lines.All(line => line.StartsWith(Dash, StringComparison.Ordinal));
        return dashed ? [.. lines.Select(line => line[Dash.Length..])] : lines;
    }

    /// <summary>Names, a semicolon after every one but the last.</summary>
    /// <param name="names">Names without line breaks, none blank.</param>
    public static IEnumerable<string> WriteNames(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Select((name, i) => i < names.Count - 1 ? $"{name};" : name);
    }

    /// <summary>The names of the lines of a cell.</summary>
    public static IReadOnlyList<string> ReadNames(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return [.. lines.Select((line, i) => i < lines.Count - 1 && line.Length > 1 && line[^1] == ';' ? line[..^1] : line)];
    }
}
