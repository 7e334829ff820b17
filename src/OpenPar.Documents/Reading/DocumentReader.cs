using OpenPar.Documents.Office;
using OpenPar.Documents.Reading.Fonts;
using OpenPar.Documents.Reading.Html;
using OpenPar.Documents.Reading.Office;
using OpenPar.Documents.Reading.Package;
using OpenPar.Documents.Reading.Pdf;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>
/// Reads the texts and tables of a file of any kind it knows, told by its content and never by its name. What is wrong with
/// the file comes back as findings; an exception means a fault of the machine (disk, stream) or a cancelled token, never a bad file.
/// </summary>
public static class DocumentReader
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const long LargestFile = ReadingLimits.FileBytes;

    /// <summary>Reads from the stream's position to its end; the stream is not closed.</summary>
    public static async Task<SourceDocument> ReadAsync(Stream file, string fileName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        return OldFontRepair.Apply(await AsWrittenAsync(file, new DocumentDraft(Path.GetFileName(fileName)), cancellationToken));
    }

    private static async Task<SourceDocument> AsWrittenAsync(Stream file, DocumentDraft draft, CancellationToken cancellationToken)
    {
        if (BoundedInput.KnownTooLarge(file, ReadingLimits.FileBytes)) return draft.Refused(ReadingFindings.TooLarge(draft.File, ReadingLimits.FileBytes));
        var head = await BoundedInput.HeadAsync(file, FileKinds.HeadBytes, cancellationToken);
        if (head.Length == 0) return draft.Refused(ReadingFindings.Empty(draft.File));
        var kind = FileKinds.Of(head);
        if (kind == FileKind.Pdf) return await PdfReader.ReadAsync(head, file, draft, cancellationToken);
        var limit = kind == FileKind.Text ? ReadingLimits.TextBytes : ReadingLimits.FileBytes;
        using var content = new MemoryStream();
        if (!await BoundedInput.CopyAsync(head, file, content, limit, cancellationToken)) return draft.Refused(ReadingFindings.TooLarge(draft.File, limit));
        content.Position = 0;
        return kind switch
        {
            FileKind.Zip when OfficeFile.Open(head) is { } open => await OfficeReader.ReadAsync(open, content, draft, cancellationToken),
            FileKind.Zip => await Task.Run(() => PackageReader.Read(content, draft), cancellationToken),
            FileKind.OldOffice => await OldOfficeAsync(content, draft, cancellationToken),
            FileKind.RichText => await OfficeReader.ReadAsync(OfficeFile.RichText, content, draft, cancellationToken),
            FileKind.Picture => draft.Refused(DocumentFindings.Picture(draft.File)),
            _ => await TextAsync(content, draft, cancellationToken),
        };
    }

    private static Task<SourceDocument> OldOfficeAsync(MemoryStream content, DocumentDraft draft, CancellationToken cancellationToken)
    {
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        if (OfficeFile.IsEncrypted(bytes)) return Task.FromResult(draft.Refused(DocumentFindings.Protected(draft.File)));
        return OfficeFile.Old(bytes) is { } kind
            ? OfficeReader.ReadAsync(kind, content, draft, cancellationToken)
            : Task.FromResult(draft.Refused(DocumentFindings.OtherOffice(draft.File)));
    }

    private static async Task<SourceDocument> TextAsync(MemoryStream content, DocumentDraft draft, CancellationToken cancellationToken)
    {
        var decoded = TextDecoding.Decode(content.GetBuffer().AsSpan(0, (int)content.Length), draft.File);
        if (decoded.Text is null) return draft.Refused(decoded.Finding!);
        if (decoded.Finding is not null) draft.Findings.Add(decoded.Finding);
        if (string.IsNullOrWhiteSpace(decoded.Text)) return draft.Refused(ReadingFindings.Empty(draft.File));
        if (OfficeFile.Xml(decoded.Text) is { } xml) return await OfficeReader.ReadAsync(xml, content, draft, cancellationToken);
        await Task.Run(() => Text(decoded.Text, draft), cancellationToken);
        return draft.Done();
    }

    private static void Text(string text, DocumentDraft draft)
    {
        if (WebArchive.Fits(text))
        {
            if (WebArchive.Page(text) is { } page)
            {
                draft.Findings.Add(HtmlFindings.Archive(draft.File));
                HtmlReader.Read(page, draft);
            }
            else draft.Findings.Add(HtmlFindings.ArchiveWithoutPage(draft.File));
        }
        else if (!HtmlReader.Fits(text)) OpenPar.Documents.Reading.Text.TextReader.Read(text, draft);
        else
        {
            if (Path.GetExtension(draft.File).ToUpperInvariant() is ".DOC" or ".DOCX" or ".XLS" or ".XLSX" or ".PDF") draft.Findings.Add(HtmlFindings.NamedOtherwise(draft.File));
            HtmlReader.Read(text, draft);
        }
    }
}
