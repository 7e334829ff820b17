using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks.Versions;

/// <summary>
/// Abbreviations that titles explain themselves: "cơ quan chuyên môn (CQCM)" says what CQCM is. One that is nowhere explained is read
/// by its initials when exactly one row of words in all titles has them. Nothing about a particular index is known here.
/// </summary>
internal sealed partial class Abbreviations
{
    private const int Shortest = 3;
    private const int Longest = 9;

    private readonly Dictionary<string, string[]> meanings = new(StringComparer.Ordinal);

    /// <summary>Learns from all titles that will be compared.</summary>
    public Abbreviations(IReadOnlyList<string> titles)
    {
        foreach (var title in titles) LearnExplained(title);
        var written = titles.Select(Plain).ToList();
        var unexplained = titles.Where(title => !AllCapitals(title)).SelectMany(title => Token().Matches(title).Select(m => m.Value))
            .Where(IsCapitals).Select(Letters).Where(a => a.Length is >= Shortest and <= Longest && !meanings.ContainsKey(a)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var abbreviation in unexplained)
        {
            var readings = written.SelectMany(words => Runs(words, abbreviation)).DistinctBy(run => string.Join(' ', run)).Take(2).ToList();
            if (readings.Count == 1) meanings[abbreviation] = readings[0];
        }
    }

    /// <summary>The title in folded words, abbreviations written out; a comma or semicolon stands as ",".</summary>
    public IReadOnlyList<string> Words(string title)
    {
        var words = new List<string>();
        foreach (Match token in Token().Matches(Explained().Replace(title, Kept)))
        {
            if (token.Value is "," or ";") words.Add(",");
            else if (IsCapitals(token.Value) && meanings.TryGetValue(Letters(token.Value), out var meaning)) words.AddRange(meaning);
            else words.AddRange(Split(token.Value));
        }

        return words;
    }

    private void LearnExplained(string title)
    {
        foreach (Match match in Explained().Matches(title))
        {
            if (MeaningOf(title, match) is { } meaning) meanings.TryAdd(Letters(match.Groups[1].Value), meaning);
        }
    }

    // The explanation in brackets repeats the words before it, so it is left out of the words.
    private string Kept(Match match) => meanings.ContainsKey(Letters(match.Groups[1].Value)) ? " " : match.Value;

    private static string[]? MeaningOf(string title, Match bracket)
    {
        var letters = Letters(bracket.Groups[1].Value);
        if (letters.Length is < Shortest or > Longest) return null;
        var before = Plain(title[..bracket.Index]);
        if (before.Length < letters.Length) return null;
        var run = before[^letters.Length..];
        return HasInitials(run, letters) ? run : null;
    }

    private static IEnumerable<string[]> Runs(string[] words, string letters)
    {
        for (var at = 0; at + letters.Length <= words.Length; at++)
        {
            var run = words[at..(at + letters.Length)];
            if (HasInitials(run, letters)) yield return run;
        }
    }

    private static bool HasInitials(string[] run, string letters) => run.Select(word => word[0]).SequenceEqual(letters);

    private static string[] Plain(string text) => Split(text);

    private static string[] Split(string text) => VietnameseText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Letters(string abbreviation) => VietnameseText.Fold(abbreviation).Replace(" ", "", StringComparison.Ordinal);

    private static bool IsCapitals(string token) => token.Count(char.IsUpper) >= 2 && !token.Any(char.IsLower);

    private static bool AllCapitals(string title) => !title.Any(char.IsLower);

    [GeneratedRegex(@"\((\p{Lu}[\p{Lu}\-&]{1,11})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Explained();

    [GeneratedRegex(@"[\p{L}\p{M}\d]+(?:[-&][\p{L}\p{M}\d]+)*|[,;]", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
