using System.Text;
using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Fonts;

namespace OpenPar.Documents.Reading;

/// <summary>Text of a file and what had to be said about its encoding; no text when it was refused.</summary>
internal sealed record DecodedText(string? Text, Finding? Finding);

/// <summary>Recognises encodings Vietnamese offices still use: UTF-8, UTF-16 and Windows-1258.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    // Words of every annex; a wrong guess of the code page does not produce them.
    private static readonly string[] Expected = ["tiêu chí", "cơ quan", "cải cách", "lĩnh vực", "thực hiện", "sở nội vụ", "hành chính"];

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Sixteen(bytes[2..], Encoding.Unicode, "UTF-16 LE", file);
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Sixteen(bytes[2..], Encoding.BigEndianUnicode, "UTF-16 BE", file);
        else if (LooksSixteen(bytes, low: 0)) return Sixteen(bytes, Encoding.Unicode, "UTF-16 LE", file);
        else if (LooksSixteen(bytes, low: 1)) return Sixteen(bytes, Encoding.BigEndianUnicode, "UTF-16 BE", file);

        if (HasControls(bytes)) return new DecodedText(null, ReadingFindings.Binary(file));
        return IsUtf8(bytes) ? new DecodedText(StrictUtf8.GetString(bytes), null) : Windows1258(bytes, file);
    }

    private static DecodedText Sixteen(ReadOnlySpan<byte> bytes, Encoding encoding, string name, string file)
    {
        var text = encoding.GetString(bytes[..(bytes.Length & ~1)]);
        return text.Contains('\0', StringComparison.Ordinal) || text.Count(c => c == '\uFFFD') > text.Length / 50
            ? new DecodedText(null, ReadingFindings.Binary(file))
            : new DecodedText(text, ReadingFindings.Converted(file, name));
    }

    // Without a mark: every second byte of the digits, blanks and line ends is zero.
    private static bool LooksSixteen(ReadOnlySpan<byte> bytes, int low)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4_096)];
        var (zeros, asciis) = (0, 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i + low] == 0) return false;
            if (sample[i + 1 - low] != 0) continue;
            zeros++;
            if (sample[i + low] is (>= 0x20 and < 0x7F) or 9 or 10 or 13) asciis++;
        }

        return zeros > sample.Length / 6 && asciis > zeros / 2;
    }

    private static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
        {
            if (b == 0) return true;
            if (b < 0x20 && b is not (9 or 10 or 11 or 12 or 13 or 0x1B)) controls++;
        }

        return controls > bytes.Length / 200;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static DecodedText Windows1258(ReadOnlySpan<byte> bytes, string file)
    {
        var text = Encoding.GetEncoding(1258).GetString(bytes);
        var composed = text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        return Expected.Count(word => composed.Contains(word, StringComparison.Ordinal)) >= 2
            ? new DecodedText(text.Normalize(NormalizationForm.FormC), ReadingFindings.Converted(file, "Windows-1258"))
            : OldFontText(bytes, file);
    }

    // Text of fonts from before Unicode is stored in one byte a letter; its letters are converted, and marked, place by place later.
    private static DecodedText OldFontText(ReadOnlySpan<byte> bytes, string file)
    {
        var text = Encoding.GetEncoding(1252).GetString(bytes);
        return OldFontGuess.Of(text) is null ? new DecodedText(null, ReadingFindings.UnknownEncoding(file)) : new DecodedText(text, null);
    }
}
