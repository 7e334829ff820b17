using System.Text.RegularExpressions;

namespace OpenPar.Core.Frameworks;

/// <summary>
/// Identity of a framework: the set and its version, such as <c>par-index-province/1187-2025</c>
/// (decision number and year). Never derived from a display name.
/// </summary>
public readonly partial record struct FrameworkId
{
    private FrameworkId(string set, string version) => (Set, Version) = (set, version);

    /// <summary>The family the framework belongs to, such as <c>par-index-province</c>.</summary>
    public string Set { get; }

    /// <summary>Decision number and year, such as <c>1187-2025</c>.</summary>
    public string Version { get; }

    /// <summary>Reads <c>set/version</c>; both parts are lower-case letters, digits and hyphens.</summary>
    /// <exception cref="FormatException">The text has another shape.</exception>
    public static FrameworkId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a framework identity such as 'par-index-province/1187-2025'.");

    /// <summary>Reads <c>set/version</c>; false when the text has another shape.</summary>
    public static bool TryParse(string? text, out FrameworkId id)
    {
        var match = text is null ? null : Shape().Match(text);
        id = match is { Success: true } ? new FrameworkId(match.Groups[1].Value, match.Groups[2].Value) : default;
        return match is { Success: true };
    }

    /// <summary>Set and version joined by a slash.</summary>
    public override string ToString() => $"{Set}/{Version}";

    [GeneratedRegex("^([a-z0-9]+(?:-[a-z0-9]+)*)/([a-z0-9]+(?:-[a-z0-9]+)*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
