using OpenPar.Core.Findings;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Documents.Office;
using OpenPar.Documents.Reading.Package;
using OpenPar.Documents.Reading.Tables;
using OpenPar.Documents.Reading.Xlsx;

namespace OpenPar.Documents.Reading.Offline;

/// <summary>
/// Reads a filled offline sheet back. Inputs are known by their keys, never by their place; what is wrong with the file comes back as
/// findings. An OpenDocument sheet is turned into Excel by LibreOffice where that is installed.
/// </summary>
public static class OfflineSheetReader
{
    /// <summary>Reads from the stream's position to its end; the stream is not closed.</summary>
    public static async Task<FileReading<OfflineAnswer>> ReadAsync(Stream file, string fileName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        var draft = new DocumentDraft(Path.GetFileName(fileName));
        var answer = await AnswerAsync(file, draft, cancellationToken);
        return new(draft.Findings.Exists(f => f.Severity == Severity.Error) ? null : answer, draft.Findings);
    }

    private static async Task<OfflineAnswer?> AnswerAsync(Stream file, DocumentDraft draft, CancellationToken cancellationToken)
    {
        if (BoundedInput.KnownTooLarge(file, ReadingLimits.FileBytes)) return Refused(draft, ReadingFindings.TooLarge(draft.File, ReadingLimits.FileBytes));
        var head = await BoundedInput.HeadAsync(file, FileKinds.HeadBytes, cancellationToken);
        if (head.Length == 0) return Refused(draft, ReadingFindings.Empty(draft.File));
        using var content = new MemoryStream();
        if (!await BoundedInput.CopyAsync(head, file, content, ReadingLimits.FileBytes, cancellationToken)) return Refused(draft, ReadingFindings.TooLarge(draft.File, ReadingLimits.FileBytes));
        content.Position = 0;
        var kind = FileKinds.Of(head);
        if (kind == FileKind.OldOffice && OfficeFile.IsEncrypted(content.GetBuffer().AsSpan(0, (int)content.Length))) return Refused(draft, DocumentFindings.Protected(draft.File));
        if (kind != FileKind.Zip) return Refused(draft, OfflineSheetFindings.OtherKind(draft.File));
        if (OfficeFile.Open(head) is not { } open) return await Task.Run(() => Package(content, draft), cancellationToken);
        var (_, converted) = await LibreOffice.ConvertAsync(open, content, cancellationToken);
        if (converted is null) return Refused(draft, OfflineSheetFindings.OtherKind(draft.File));
        using (converted) return await Task.Run(() => Package(converted, draft), cancellationToken);
    }

    private static OfflineAnswer? Package(MemoryStream bytes, DocumentDraft draft)
    {
        OfflineAnswer? answer = null;
        PackageReader.Read(bytes, draft, package =>
        {
            if (PackageReader.Workbook(package) is { } workbook) answer = Workbook([.. XlsxReader.Cells(package, workbook, draft).Select(sheet => sheet.Cells)], draft);
            else if (!package.Exceeded) draft.Findings.Add(OfflineSheetFindings.OtherKind(draft.File));
        });
        return answer;
    }

    private static OfflineAnswer? Workbook(IReadOnlyList<XlsxSheet> sheets, DocumentDraft draft)
    {
        // What is said once for a sheet is said again for each input it concerns.
        draft.Findings.RemoveAll(SheetFindings.IsOfFormula);
        if (OfflineCopyReader.Read(sheets, draft) is not { } kept) return null;
        var entries = new OfflineEntries(draft).Read(sheets);
        if (entries.Count == 0 && kept.Texts.Count > 0) return Refused(draft, OfflineSheetFindings.NoInputs(draft.File));
        return new OfflineAnswer(kept, entries);
    }

    private static OfflineAnswer? Refused(DocumentDraft draft, Finding finding)
    {
        draft.Findings.Add(finding);
        return null;
    }
}
