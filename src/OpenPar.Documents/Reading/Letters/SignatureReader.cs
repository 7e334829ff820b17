using System.Globalization;
using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Letters;

/// <summary>Finds who signed: the position under "TM.", "KT." and the like, and the name below the room for the signature.</summary>
internal static partial class SignatureReader
{
    private const int Reach = 22;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static (string? Signer, string? Position) Read(List<LetterLine> lines)
    {
        // The first list of recipients closes the letter; annexes come after it.
        var recipients = lines.FindIndex(l => l.Columns.Any(c => Recipients().IsMatch(c)));
        var from = recipients >= 0 ? Math.Max(0, recipients - 8) : lines.FindIndex(l => l.Columns.Any(LetterWords.IsOnBehalf));
        if (from < 0) return (null, null);
        string? position = null;
        var at = -1;
        for (var i = from; i < Math.Min(lines.Count, (recipients >= 0 ? recipients : from) + 8); i++)
        {
            if (Right(lines[i]) is { } text && LetterWords.PositionOf(text) is { } named) (position, at) = (named, i);
        }

        if (position is null) return (null, null);
        for (var i = at + 1; i < Math.Min(lines.Count, at + Reach); i++)
        {
            if (Right(lines[i]) is { } text && NameOf(text) is { } name) return (name, Sentence(position));
        }

        return (null, Sentence(position));
    }

    // Whatever stands at the right, or alone: recipients stand at the left and begin with a dash.
    private static string? Right(LetterLine line) =>
        line.Blank || (line.Columns is [var only] && (only.StartsWith('-') || Recipients().IsMatch(only))) ? null : line.Columns[^1];

    private static string? NameOf(string text)
    {
        var bare = Degree().Replace(text, "").Trim();
        var words = bare.Split(' ');
        if (words.Length is < 2 or > 6 || !words.All(IsNameWord)) return null;
        var folded = VietnameseText.Fold(bare);
        return folded is "da ky" or "nhu tren" or "noi nhan" || folded.StartsWith("ky boi", StringComparison.Ordinal) ? null
            : words.All(w => w.Length > 1 && LetterWords.IsCapitals(w)) ? string.Join(' ', words.Select(w => w[0] + w[1..].ToLower(Vietnamese))) : bare;
    }

    private static bool IsNameWord(string word) => word.Length > 0 && char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '-' or '’' or '\'') && (word.Length == 1 || word[1..].All(char.IsLower) || word.All(char.IsUpper));

    // "Phó Giám đốc", "Chánh Văn phòng", "Chủ tịch UBND tỉnh": the office in small letters, a deputy's office large again.
    private static string Sentence(string position)
    {
        if (!LetterWords.IsCapitals(position)) return position;
        var words = position.Split(' ');
        var office = LetterWords.WordsOfPosition(position);
        var rest = office < words.Length ? " " + BodyNames.Write(string.Join(' ', words[office..])) : "";
        var small = Array.ConvertAll(words[..office], w => w.ToLower(Vietnamese));
        small[0] = Large(small[0]);
        for (var i = 1; i < small.Length && small[i - 1] is ("Phó" or "Chánh"); i++) small[i] = Large(small[i]);
        return string.Join(' ', small) + rest;

        static string Large(string word) => char.ToUpper(word[0], Vietnamese) + word[1..];
    }

    [GeneratedRegex(@"^Nơi nhận\s*:?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recipients();

    [GeneratedRegex(@"^(?:(?:PGS|GS|TS|ThS|CN|KS|BS|CKI|CKII|Đại tá|Thượng tá|Trung tá|Thiếu tướng)\s*\.?\s*)+", RegexOptions.CultureInvariant)]
    private static partial Regex Degree();
}
