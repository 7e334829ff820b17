using System.Globalization;
using OpenPar.Documents.Reading.Pdf;

namespace OpenPar.Documents.Reading.Scans;

/// <summary>Words out of the table tesseract writes (TSV), with the place of each on its page and its confidence.</summary>
internal static class ScanWords
{
    private const string WordLevel = "5";
    private const int Fields = 12;

    public static List<PdfWord> Read(Stream tsv, ScanStrips strips, double scale)
    {
        using var reader = new StreamReader(tsv);
        var words = new List<PdfWord>();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            if (fields.Length < Fields || fields[0] != WordLevel || fields[11].Trim() is not { Length: > 0 } text) continue;
            var (x, y, w, h) = (Whole(fields[6]), Whole(fields[7]), Whole(fields[8]), Whole(fields[9]));
            if (strips.OnPage(x, y, y + h) is not { } place || !double.TryParse(fields[10], NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence)) continue;
            words.Add(new PdfWord(place.Left * scale, place.Top * scale, (place.Left + w) * scale, (place.Top + h) * scale, text) { Confidence = Math.Clamp(confidence, 0, 100) });
        }

        return words;
    }

    private static int Whole(string field) => int.TryParse(field, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
