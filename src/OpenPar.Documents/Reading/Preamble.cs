using System.Text.RegularExpressions;
using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Reading;

/// <summary>The title of an annex and the document it belongs to, from the lines above its table.</summary>
internal static partial class Preamble
{
    private const int Longest = 400;

    public static (string? Title, string? Document) Read(IReadOnlyList<string> lines)
    {
        var flags = new List<AnnexFlag>();
        var clean = lines.TakeLast(40).Select(line => TextRepair.Line(line, flags).Trim('*', '_', '#', ' ')).Where(line => line.Length > 0).ToList();
        var start = clean.FindLastIndex(line => Attached().IsMatch(line));
        var document = start < 0 ? null : Bounded(string.Join(' ', clean.Skip(start).TakeWhile((line, i) => i == 0 || i < 4)).Split(')')[0].TrimStart('('));
        var above = start < 0 ? clean : clean.Take(start);
        var title = above.Reverse().SkipWhile(line => !IsTitle(line)).TakeWhile(IsTitle).Reverse().ToList();
        return (title.Count == 0 ? null : Bounded(string.Join(' ', title)), document);
    }

    private static bool IsTitle(string line) => line.Any(char.IsLetter) && line.Count(char.IsUpper) > line.Count(char.IsLower);

    private static string Bounded(string text) => text.Length <= Longest ? text : text[..Longest];

    [GeneratedRegex(@"^\(?\s*(?:Ban hành )?[Kk]èm theo", RegexOptions.CultureInvariant)]
    private static partial Regex Attached();
}
