using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Reading.Pdf;

namespace OpenPar.Documents.Reading;

/// <summary>
/// Reads a criteria or assignment annex from a file of any kind it knows. What is wrong with the file comes back as
/// findings; an exception means a fault of the machine (disk, stream) or a cancelled token, never a bad file.
/// </summary>
public static class AnnexReader
{
    /// <summary>Reads from the stream's position to its end; the stream is not closed.</summary>
    public static async Task<Annex> ReadAsync(Stream file, string fileName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        var name = Path.GetFileName(fileName);
        if (BoundedInput.KnownTooLarge(file, ReadingLimits.FileBytes)) return Refused(ReadingFindings.TooLarge(name, ReadingLimits.FileBytes));
        var head = await BoundedInput.HeadAsync(file, FileKinds.HeadBytes, cancellationToken);
        if (head.Length == 0) return Refused(ReadingFindings.Empty(name));
        return FileKinds.Of(head) switch
        {
            FileKind.Pdf => await PdfAnnex.ReadAsync(head, file, name, cancellationToken),
            FileKind.Zip => Refused(ReadingFindings.NotYetRead(name, FileKinds.ZipName(head))),
            FileKind.OldOffice => Refused(ReadingFindings.NotYetRead(name, "Word/Excel đời cũ (.doc, .xls)")),
            FileKind.RichText => Refused(ReadingFindings.NotYetRead(name, "RTF")),
            FileKind.Picture => Refused(ReadingFindings.NotYetRead(name, "ảnh")),
            _ => await TextAsync(head, file, name, cancellationToken),
        };
    }

    private static async Task<Annex> TextAsync(byte[] head, Stream file, string name, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        if (!await BoundedInput.CopyAsync(head, file, content, ReadingLimits.TextBytes, cancellationToken))
            return Refused(ReadingFindings.TooLarge(name, ReadingLimits.TextBytes));
        var decoded = TextDecoding.Decode(content.GetBuffer().AsSpan(0, (int)content.Length), name);
        if (decoded.Text is null) return Refused(decoded.Finding!);
        if (string.IsNullOrWhiteSpace(decoded.Text)) return Refused(ReadingFindings.Empty(name));
        return TextAnnex.Read(decoded.Text, name, decoded.Finding is null ? [] : [decoded.Finding]);
    }

    private static Annex Refused(Finding finding) => new(null, null, [], [finding]);
}
