using System.Text.Json;
using OpenPar.App.Data.Model;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Reviews;

/// <summary>Names of agencies in an imported file: what the register knows, and what a person chose for the rest.</summary>
/// <param name="register">The register on the day of the file.</param>
/// <param name="choices">Name as written → agency; an empty text for a name that is no agency.</param>
public sealed class ImportNames(AgencyNames register, IReadOnlyDictionary<string, string> choices)
{
    /// <summary>The choices of an import.</summary>
    public static Dictionary<string, string> ChoicesOf(ReviewedImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(import.NameChoices, RuleJson.Options) ?? [];
    }

    /// <summary>The names of an import against a register.</summary>
    public static ImportNames Of(ReviewedImport import, IReadOnlyList<Agency> register)
    {
        ArgumentNullException.ThrowIfNull(import);
        return new ImportNames(new AgencyNames(register, import.NamesOn), ChoicesOf(import));
    }

    /// <summary>The agencies that are certain, each once, in order of writing.</summary>
    public string[] Resolve(IEnumerable<string> written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return [.. written.Select(Identity).Where(id => !string.IsNullOrEmpty(id)).Select(id => id!).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The names that stand for no certain agency and were not set aside by a person.</summary>
    public IEnumerable<string> Open(IEnumerable<string> written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return written.Where(name => Identity(name) is null);
    }

    /// <summary>What the register makes of a name.</summary>
    public AgencyMatch Match(string written) => register.Match(written);

    /// <summary>The agency a name stands for; null when that is not certain or the name is none.</summary>
    public AgencyId? Certain(string written) => Identity(written) is { Length: > 0 } id ? AgencyId.Parse(id) : null;

    private string? Identity(string written) =>
        choices.TryGetValue(written, out var chosen) ? chosen : register.Match(written).Agency?.Id.ToString();
}
