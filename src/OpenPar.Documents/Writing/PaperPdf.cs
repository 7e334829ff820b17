using OpenPar.Documents.Office;

namespace OpenPar.Documents.Writing;

/// <summary>
/// Prints a Word file as a PDF through LibreOffice where it is installed: two at a time, each with a profile of its own, ended
/// when it takes too long.
/// </summary>
public static class PaperPdf
{
    /// <summary>Whether PDFs can be made on this machine.</summary>
    public static bool Available => LibreOffice.Installed;

    /// <summary>The PDF; null when LibreOffice is missing, could not make one or took too long.</summary>
    public static async Task<byte[]?> PrintAsync(byte[] docx, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(docx);
        using var word = new MemoryStream(docx, 0, docx.Length, writable: false, publiclyVisible: true);
        var (_, converted) = await LibreOffice.ConvertAsync(OfficeFile.Printed, word, cancellationToken);
        using (converted) return converted?.ToArray();
    }
}
