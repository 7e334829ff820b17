using OpenPar.Core.Text;

namespace OpenPar.Core.Plans.Times;

/// <summary>A word without case and accents, a number, or a mark, with its place in the text.</summary>
/// <param name="Word">Folded letters, the digits, or the mark; every kind of dash is "-".</param>
/// <param name="Start">First character.</param>
/// <param name="End">Character after the last.</param>
internal readonly record struct TimeToken(string Word, int Start, int End)
{
    // Longer cells are no times; they are kept as text.
    public const int Most = 200;

    public bool IsNumber => char.IsAsciiDigit(Word[0]);

    /// <summary>The number, or -1 for anything else.</summary>
    public int Number => IsNumber && Word.Length <= 4 ? int.Parse(Word, System.Globalization.CultureInfo.InvariantCulture) : -1;

    public bool IsYear => Word.Length == 4 && Number is >= 1990 and <= 2100;

    public static List<TimeToken> Of(string text)
    {
        var tokens = new List<TimeToken>();
        for (var i = 0; i < text.Length && tokens.Count < Most;)
        {
            var start = i;
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            if (char.IsAsciiDigit(text[i])) while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            else if (char.IsLetter(text[i])) while (i < text.Length && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark)) i++;
            else i++;
            var written = text[start..i];
            var word = char.IsLetter(written[0]) ? VietnameseText.Fold(written) : written is "–" or "—" or "−" or "~" ? "-" : written;
            tokens.Add(new TimeToken(word.Length == 0 ? written : word, start, i));
        }

        return tokens;
    }
}
