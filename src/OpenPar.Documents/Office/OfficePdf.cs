using OpenPar.Documents.Reading;

namespace OpenPar.Documents.Office;

/// <summary>Word and Excel files as PDF, for looking at; LibreOffice does it where it is installed.</summary>
public static class OfficePdf
{
    /// <summary>Extensions of the files it takes, without the dot.</summary>
    public static bool Takes(string extension) => Of(extension) is not null;

    /// <summary>The PDF; null where LibreOffice is missing or the file is too large or cannot be converted.</summary>
    public static async Task<MemoryStream?> ConvertAsync(string path, string extension, CancellationToken cancellationToken)
    {
        if (Of(extension) is not { } kind || new FileInfo(path).Length > ReadingLimits.FileBytes) return null;
        using var content = new MemoryStream(await File.ReadAllBytesAsync(path, cancellationToken));
        return (await LibreOffice.ConvertAsync(kind, content, cancellationToken)).Converted;
    }

    private static OfficeFile? Of(string extension) => extension switch
    {
        "docx" or "doc" or "odt" or "rtf" => new OfficeFile(extension, "pdf", "writer_pdf_Export", "Word"),
        "xlsx" or "xls" or "ods" => new OfficeFile(extension, "pdf", "calc_pdf_Export", "Excel"),
        _ => null,
    };
}
