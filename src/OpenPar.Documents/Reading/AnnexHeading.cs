using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading;

/// <summary>The heading of an annex or table: "PHỤ LỤC II", "Bảng 2. …".</summary>
internal static partial class AnnexHeading
{
    /// <summary>Whether a text heads an annex, names the document it belongs to, or is a title in capitals.</summary>
    public static bool Is(string text)
    {
        var clean = VietnameseText.Clean(text);
        return Heading().IsMatch(clean) || Attached().IsMatch(clean) || (clean.Count(char.IsLetter) > 8 && !clean.Any(char.IsLower));
    }

    /// <summary>The number in the last heading; null when there is none.</summary>
    public static int? NumberOf(IEnumerable<string> lines)
    {
        var last = lines.Select(line => Heading().Match(VietnameseText.Clean(line))).LastOrDefault(match => match.Success && match.Groups["number"].Length > 0)?.Groups["number"].Value;
        if (last is null) return null;
        return int.TryParse(last, out var number) ? number : RomanNumbers.Value(last);
    }

    [GeneratedRegex(@"^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU|Biểu|BẢNG|Bảng)(?:\s+(?:số|SỐ))?\s*(?<number>\d{1,2}|[IVX]{1,5})?(?:\s*[:.\-–]|\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\(?\s*(?:Ban hành )?[Kk]èm theo", RegexOptions.CultureInvariant)]
    private static partial Regex Attached();
}
