using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>Pages of a PDF as pictures, drawn by poppler; bounded in time and in pixels.</summary>
public static partial class PdfPictures
{
    /// <summary>Longest side of a picture, in pixels.</summary>
    public const int LongestSide = 1_600;

    private const int MostBytes = 20 * 1024 * 1024;

    /// <summary>How many pages there are; null when the file cannot be opened or poppler is missing.</summary>
    public static async Task<int?> CountAsync(string path, CancellationToken cancellationToken)
    {
        var result = await Poppler.RunAsync("pdfinfo", [path], Text, cancellationToken);
        var match = Pages().Match(result.Value ?? "");
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>One page as PNG; null when it cannot be drawn.</summary>
    public static async Task<byte[]?> DrawAsync(string path, int page, CancellationToken cancellationToken)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var result = await Poppler.RunAsync("pdftoppm", ["-png", "-f", number, "-l", number, "-scale-to", LongestSide.ToString(CultureInfo.InvariantCulture), path], Bytes, cancellationToken);
        return result is { Outcome: PopplerOutcome.Done, Value: { Length: > 8 } picture } && picture.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? picture : null;
    }

    private static byte[] Bytes(Stream output)
    {
        using var picture = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while (picture.Length < MostBytes && (read = output.Read(buffer)) > 0) picture.Write(buffer, 0, read);
        return picture.Length < MostBytes ? picture.ToArray() : [];
    }

    private static string Text(Stream output)
    {
        using var reader = new StreamReader(output);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^Pages:\s+(\d{1,6})\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Pages();
}
