using System.Text.RegularExpressions;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks.Versions;

/// <summary>Finds the notes on replaced laws that concern a criterion.</summary>
public static partial class LawNotes
{
    /// <summary>
    /// The notes of the framework whose cited text stands in the title, scoring text, guidance, requirement, evidence or remark of the
    /// criterion, then those of its rule; by cited text and day. A cited text is recognised by its number and symbol where it has one.
    /// </summary>
    public static IReadOnlyList<LawSubstitution> Of(Framework framework, Criterion criterion)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(criterion);
        string?[] said = [criterion.Title, criterion.RuleText, criterion.Guidance, criterion.Requirement, criterion.Note, .. criterion.Evidence];
        var texts = said.OfType<string>().ToList();
        return [.. framework.Substitutions.Where(note => texts.Exists(text => Cites(text, note.Cited)))
            .Concat(criterion.Rule?.Walk().SelectMany(rule => rule.Substitutions ?? []) ?? [])
            .Distinct().OrderBy(note => note.Cited, VietnameseText.Comparer).ThenBy(note => note.From)];
    }

    private static bool Cites(string text, string cited)
    {
        var number = Number().Match(cited);
        if (!number.Success) return $" {VietnameseText.Fold(text)} ".Contains($" {VietnameseText.Fold(cited)} ", StringComparison.Ordinal);
        // "61/2018/NĐ-CP" must not be found inside "161/2018/NĐ-CP".
        return Number().Matches(text).Any(found => string.Equals(found.Value, number.Value, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"\d+(?:/\d{4})?/[\p{L}\d]+(?:-[\p{L}\d]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
