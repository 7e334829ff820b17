using System.Text.RegularExpressions;

namespace OpenPar.Core.Organisations;

/// <summary>
/// Identity of an agency: a slug that is given once and never derived again from its name, such as <c>so-noi-vu</c>.
/// </summary>
public readonly partial record struct AgencyId
{
    private readonly string? value;

    private AgencyId(string value) => this.value = value;

    /// <summary>Reads a slug of lower-case letters, digits and single hyphens, at most 80 characters.</summary>
    /// <exception cref="FormatException">The text has another shape.</exception>
    public static AgencyId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an agency identity such as 'so-noi-vu'.");

    /// <summary>Reads a slug; false when the text has another shape.</summary>
    public static bool TryParse(string? text, out AgencyId id)
    {
        var ok = text is { Length: <= 80 } && Slug().IsMatch(text);
        id = ok ? new AgencyId(text!) : default;
        return ok;
    }

    /// <summary>The slug.</summary>
    public override string ToString() => value ?? string.Empty;

    [GeneratedRegex("^[a-z0-9]+(?:-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}

/// <summary>What an agency is. A class stands for many ("Các sở, ban, ngành").</summary>
public enum AgencyKind
{
    /// <summary>The province's people's committee.</summary>
    Province,

    /// <summary>Office of the province's people's committee or of its council.</summary>
    Office,

    /// <summary>Department of the province (sở, ban, ngành).</summary>
    Department,

    /// <summary>Commune, ward or special zone (xã, phường, đặc khu); before 1/7/2025 also districts.</summary>
    Local,

    /// <summary>Central agency working in the province (thuế, kho bạc, bảo hiểm xã hội …).</summary>
    Central,

    /// <summary>Public service unit.</summary>
    ServiceUnit,

    /// <summary>A class of agencies named together.</summary>
    Class,

    /// <summary>Anything else, such as an association or a party body.</summary>
    Other,
}

/// <summary>How an agency became another.</summary>
public enum SuccessionKind
{
    /// <summary>Merged into the successor.</summary>
    Merge,

    /// <summary>One of several successors.</summary>
    Split,

    /// <summary>The same agency under a new name.</summary>
    Rename,

    /// <summary>A duty was handed over.</summary>
    Transfer,
}

/// <summary>A link from an agency to what became of it.</summary>
/// <param name="Predecessor">The agency before.</param>
/// <param name="Successor">The agency after.</param>
/// <param name="On">First day of the new order.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Source">Document or public source that says so.</param>
public sealed record Succession(AgencyId Predecessor, AgencyId Successor, DateOnly On, SuccessionKind Kind, string? Source);

/// <summary>An agency of the register, with the days between which it exists.</summary>
public sealed record Agency
{
    /// <summary>Identity.</summary>
    public required AgencyId Id { get; init; }

    /// <summary>Full name, composed Unicode, such as "Sở Nội vụ".</summary>
    public required string Name { get; init; }

    /// <summary>Kind.</summary>
    public required AgencyKind Kind { get; init; }

    /// <summary>Other names and abbreviations it is written as, such as "SNV".</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The agency above it in the tree; null at the top.</summary>
    public AgencyId? Parent { get; init; }

    /// <summary>First day of its existence; null when not known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of its existence; null while it exists.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether it exists on no day at all: the reorganisation it would have begun with was taken back.</summary>
    public bool Void => ValidTo < ValidFrom;

    /// <summary>Whether it exists on a day (both ends inclusive).</summary>
    public bool ExistsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
