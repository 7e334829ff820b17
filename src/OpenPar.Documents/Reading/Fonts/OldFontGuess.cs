using System.Text.RegularExpressions;

namespace OpenPar.Documents.Reading.Fonts;

/// <summary>Recognises text of old fonts by its letters where the file does not name its fonts.</summary>
internal static partial class OldFontGuess
{
    private const int Sample = 200_000;

    // Every one has a letter that the wrong table, or none, does not produce.
    private static readonly HashSet<string> Expected = new(
        ["của", "các", "được", "thực", "hiện", "hành", "chính", "nội", "vụ", "cơ", "sở", "tỉnh", "nước", "đơn", "vị", "kế", "hoạch", "tổ", "chức", "cải", "thủ", "tục", "năm", "số", "việc", "tại", "quyết", "định", "dân", "chủ", "trì", "lĩnh", "vực", "tiêu", "điểm", "quản", "lý", "nghị", "và", "về"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The old font of a text, or null when it is Unicode or nothing certain.</summary>
    public static OldFont? Of(string text)
    {
        var sample = text.Length <= Sample ? text : text[..Sample];
        var old = sample.Count(c => c is >= '\u00A1' and <= '\u00FF');
        if (old < 6 || sample.Count(OldFont.OnlyUnicode) * 10 > old) return null;
        var plain = Hits(sample);
        var best = new[] { OldFont.Tcvn3, OldFont.Vni }.MaxBy(font => Hits(font.Convert(sample)))!;
        var hits = Hits(best.Convert(sample));
        return hits >= 4 && hits > 2 * plain ? best : null;
    }

    private static int Hits(string text)
    {
        var (seen, hits) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), 0);
        foreach (Match word in Word().Matches(text))
        {
            if (!Expected.Contains(word.Value)) continue;
            seen.Add(word.Value);
            hits++;
        }

        return seen.Count >= 3 ? hits : 0;
    }

    [GeneratedRegex(@"[^\s\d.,;:()/""“”!?+-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
