using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Letters;

/// <summary>A line of a letter, cut into the columns that stand beside each other.</summary>
/// <param name="Columns">Texts from left to right, composed; none is empty.</param>
internal sealed partial record LetterLine(IReadOnlyList<string> Columns)
{
    public bool Blank => Columns.Count == 0;

    public string Whole => string.Join(' ', Columns);

    public static LetterLine Of(string line)
    {
        // A title drawn apart ("K Ế T   L U Ậ N") is one text, and so is a number that was left open ("Số:      /TTr-SXD").
        if (DrawnApart().IsMatch(line)) return new LetterLine([VietnameseText.Clean(line)]);
        line = OpenNumber().Replace(line, "$1 ");
        // The national title stands close behind a long name of an agency: the gap may be a single blank.
        var parts = Gap().Split(Motto().Replace(line, "\t$1")).SelectMany(p => p.Split('\t')).Select(VietnameseText.Clean);
        return new LetterLine([.. parts.Where(p => p.Length > 0 && !Rule().IsMatch(p))]);
    }

    [GeneratedRegex(@"^\s*(?:\p{L} +){3,}\p{L}\s*$")]
    private static partial Regex DrawnApart();

    [GeneratedRegex(@"(S[ốôỐÔ]\s*:)\s+(?=[/-])", RegexOptions.CultureInvariant)]
    private static partial Regex OpenNumber();

    [GeneratedRegex(@" {3,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?<=\S) +(C[ỘÔ]NG H[ÒOÀ][AÀ] X[ÃA] H[ỘÔ]I|Độc lập *[-–])", RegexOptions.CultureInvariant)]
    private static partial Regex Motto();

    // Lines drawn with signs, the star of party papers, lone page numbers.
    [GeneratedRegex(@"^[-–—_=*.\s~·•]+$|^\d{1,3}$")]
    private static partial Regex Rule();
}
