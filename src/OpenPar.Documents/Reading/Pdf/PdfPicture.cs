using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>Pages of a PDF as pictures, for looking at; drawn by poppler, bounded in time and size.</summary>
public static partial class PdfPicture
{
    private const long MostBytes = 20 * 1024 * 1024;
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47];

    /// <summary>One page as PNG; null when the file has no such page, cannot be drawn, or poppler is not installed.</summary>
    /// <param name="pdf">The file, from its beginning.</param>
    /// <param name="page">Page, from 1.</param>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="cancellationToken">Ends the tool, too.</param>
    public static async Task<byte[]?> OfAsync(Stream pdf, int page, int width, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        await using var copy = PdfCopy.New();
        await pdf.CopyToAsync(copy, cancellationToken);
        await copy.FlushAsync(cancellationToken);
        return await DrawAsync(copy.Name, page, ["-scale-to-x", Text(width), "-scale-to-y", "-1"], cancellationToken);
    }

    /// <summary>The same of a file on the disk, however long: it is not copied, and the longer side of the page has so many pixels.</summary>
    public static Task<byte[]?> OfFileAsync(string path, int page, int longestSide, CancellationToken cancellationToken) =>
        DrawAsync(path, page, ["-scale-to", Text(longestSide)], cancellationToken);

    /// <summary>How many pages a file on the disk has; null when it cannot be opened or poppler is not installed.</summary>
    public static async Task<int?> CountAsync(string path, CancellationToken cancellationToken)
    {
        var result = await Poppler.RunAsync("pdfinfo", [path], Words, cancellationToken);
        var match = Pages().Match(result.Value ?? "");
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    private static async Task<byte[]?> DrawAsync(string path, int page, string[] scale, CancellationToken cancellationToken)
    {
        var drawn = await Poppler.RunAsync("pdftoppm", ["-png", "-f", Text(page), "-l", Text(page), .. scale, "-singlefile", path], Picture, cancellationToken);
        return drawn is { Outcome: PopplerOutcome.Done, Value: { } picture } && picture.AsSpan().StartsWith(Png) ? picture : null;
    }

    private static byte[] Picture(Stream output)
    {
        using var picture = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = output.Read(buffer)) > 0 && picture.Length + read <= MostBytes) picture.Write(buffer, 0, read);
        return picture.ToArray();
    }

    private static string Words(Stream output)
    {
        using var reader = new StreamReader(output);
        return reader.ReadToEnd();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Pages:\s+(\d{1,6})\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Pages();
}
