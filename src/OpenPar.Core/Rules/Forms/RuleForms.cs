using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Forms;

/// <summary>
/// The form of every kind of rule, as data: one table instead of one page each. A test holds it against the JSON shape, so that
/// no key of a kind can be forgotten.
/// </summary>
public static class RuleForms
{
    /// <summary>Key of the kind in the JSON shape.</summary>
    public const string Kind = "kind";

    private static readonly Dictionary<string, RuleForm> ByKind = FormsOfFigures.All.Concat(FormsOfRules.All).ToDictionary(f => f.Kind, StringComparer.Ordinal);

    /// <summary>All forms in the order in which they are offered.</summary>
    public static IReadOnlyList<RuleForm> All { get; } = [.. ByKind.Values];

    /// <summary>What every rule is asked besides its own fields: source and validity.</summary>
    public static IReadOnlyList<FormField> Origin => SharedFields.Origin;

    /// <summary>The form of a kind, or null.</summary>
    public static RuleForm? Find(string? kind) => kind is null ? null : ByKind.GetValueOrDefault(kind);

    /// <summary>The title of a kind, or the kind itself when it is unknown.</summary>
    public static LocalText TitleOf(string kind) => Find(kind)?.Title ?? new LocalText(kind, kind);
}
