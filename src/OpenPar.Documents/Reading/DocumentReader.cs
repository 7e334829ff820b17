using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Package;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>
/// Reads the texts and tables of a file of any kind it knows, told by its content and never by its name. What is wrong with
/// the file comes back as findings; an exception means a fault of the machine (disk, stream) or a cancelled token, never a bad file.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads from the stream's position to its end; the stream is not closed.</summary>
    public static async Task<SourceDocument> ReadAsync(Stream file, string fileName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        var draft = new DocumentDraft(Path.GetFileName(fileName));
        if (BoundedInput.KnownTooLarge(file, ReadingLimits.FileBytes)) return draft.Refused(ReadingFindings.TooLarge(draft.File, ReadingLimits.FileBytes));
        var head = await BoundedInput.HeadAsync(file, FileKinds.HeadBytes, cancellationToken);
        if (head.Length == 0) return draft.Refused(ReadingFindings.Empty(draft.File));
        var kind = FileKinds.Of(head);
        var limit = kind == FileKind.Text ? ReadingLimits.TextBytes : ReadingLimits.FileBytes;
        using var content = new MemoryStream();
        if (!await BoundedInput.CopyAsync(head, file, content, limit, cancellationToken)) return draft.Refused(ReadingFindings.TooLarge(draft.File, limit));
        content.Position = 0;
        return kind switch
        {
            FileKind.Zip => await Task.Run(() => PackageReader.Read(content, draft), cancellationToken),
            FileKind.OldOffice => Refused(ReadingFindings.NotYetRead(draft.File, "Word/Excel đời cũ (.doc, .xls)")),
            FileKind.RichText => Refused(ReadingFindings.NotYetRead(draft.File, "RTF")),
            FileKind.Picture => Refused(ReadingFindings.NotYetRead(draft.File, "ảnh")),
            _ => Text(content, draft),
        };

        SourceDocument Refused(Finding finding) => draft.Refused(finding);
    }

    private static SourceDocument Text(MemoryStream content, DocumentDraft draft)
    {
        var decoded = TextDecoding.Decode(content.GetBuffer().AsSpan(0, (int)content.Length), draft.File);
        if (decoded.Text is null) return draft.Refused(decoded.Finding!);
        if (decoded.Finding is not null) draft.Findings.Add(decoded.Finding);
        if (string.IsNullOrWhiteSpace(decoded.Text)) return draft.Refused(ReadingFindings.Empty(draft.File));
        OpenPar.Documents.Reading.Text.TextReader.Read(decoded.Text, draft);
        return draft.Done();
    }
}
