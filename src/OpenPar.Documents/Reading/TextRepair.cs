using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading;

/// <summary>Cleans one cell and says what it changed: mark-up, footnote marks, font slips, decomposed accents.</summary>
internal static partial class TextRepair
{
    /// <summary>The cleaned text on one line; every change that is more than white space is added to the flags.</summary>
    public static string Line(string raw, ICollection<AnnexFlag> flags)
    {
        if (raw.Length == 0) return raw;
        var text = WithoutMarkup(raw, flags);
        if (text.Any(c => c > '\u02FF') && !text.IsNormalized(NormalizationForm.FormC)) AddOnce(flags, AnnexFlags.Composed());
        return WithoutSlips(VietnameseText.Clean(text), flags);
    }

    /// <summary>The same with the lines kept, joined by '\n'.</summary>
    public static string Lines(string raw, ICollection<AnnexFlag> flags) =>
        string.Join('\n', raw.Split('\n').Select(line => Line(line, flags)).Where(line => line.Length > 0));

    private static string WithoutMarkup(string raw, ICollection<AnnexFlag> flags)
    {
        var text = raw;
        if (text.Contains('<', StringComparison.Ordinal)) text = Removed(Tag(), text, flags);
        if (text.Contains('&', StringComparison.Ordinal) && Entity().IsMatch(text))
        {
            AddOnce(flags, AnnexFlags.RemovedMarkup(Entity().Match(text).Value));
            text = WebUtility.HtmlDecode(text);
        }

        return Removed(FootnoteMark(), text, flags);
    }

    private static string Removed(Regex mark, string text, ICollection<AnnexFlag> flags) => mark.Replace(text, match =>
    {
        AddOnce(flags, AnnexFlags.RemovedMarkup(match.Value));
        // A line-break tag stands between words.
        return match.Value.StartsWith("<b", StringComparison.OrdinalIgnoreCase) || match.Value.StartsWith("</", StringComparison.Ordinal) ? " " : string.Empty;
    });

    private static string WithoutSlips(string text, ICollection<AnnexFlag> flags)
    {
        foreach (var (wrong, right) in KnownSlips.Letters)
        {
            if (!text.Contains(wrong, StringComparison.Ordinal)) continue;
            var word = text.Split(' ').First(w => w.Contains(wrong, StringComparison.Ordinal));
            AddOnce(flags, AnnexFlags.Corrected(word, word.Replace(wrong, right)));
            text = text.Replace(wrong, right);
        }

        foreach (var (wrong, right) in KnownSlips.Words)
        {
            if (!text.Contains(wrong, StringComparison.Ordinal)) continue;
            AddOnce(flags, AnnexFlags.Corrected(wrong, right));
            text = text.Replace(wrong, right, StringComparison.Ordinal);
        }

        return text;
    }

    private static void AddOnce(ICollection<AnnexFlag> flags, AnnexFlag flag)
    {
        if (!flags.Contains(flag)) flags.Add(flag);
    }

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9]{0,10}(?:\s[^<>]{0,200})?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"&(?:amp|lt|gt|nbsp|quot|#\d{1,6});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex(@"\u207D[\u00B9\u00B2\u00B3\u2070-\u2079]{1,3}\u207E|(?<=\p{L}\)?)[\u00B9\u00B2\u00B3\u2074-\u2079](?=\s|$)|(?<=\p{L})\[\d{1,2}\](?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex FootnoteMark();
}
