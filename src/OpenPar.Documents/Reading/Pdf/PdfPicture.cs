using System.Globalization;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>Pages of a PDF as pictures, for looking at beside what was made of them.</summary>
public static class PdfPicture
{
    private const long MostBytes = 20 * 1024 * 1024;

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
        var number = page.ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["-png", "-f", number, "-l", number, "-scale-to-x", width.ToString(CultureInfo.InvariantCulture), "-scale-to-y", "-1", "-singlefile", copy.Name];
        var drawn = await Poppler.RunAsync("pdftoppm", arguments, Picture, cancellationToken);
        return drawn.Outcome == PopplerOutcome.Done && drawn.Value is { Length: > 0 } picture ? picture : null;
    }

    private static byte[] Picture(Stream output)
    {
        using var picture = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = output.Read(buffer)) > 0 && picture.Length + read <= MostBytes) picture.Write(buffer, 0, read);
        return picture.ToArray();
    }
}
