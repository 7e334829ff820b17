using OpenPar.Core.Rounds.Offline;
using OpenPar.Documents.Reading.Tables;
using OpenPar.Documents.Reading.Xlsx;
using OpenPar.Documents.Writing.Offline;

namespace OpenPar.Documents.Reading.Offline;

/// <summary>Finds and reads the hidden sheet, by its mark and not by its name.</summary>
internal static class OfflineCopyReader
{
    /// <summary>What was taken out; null, and a finding says why, when the file does not say it any more.</summary>
    public static OfflineCopy? Read(IReadOnlyList<XlsxSheet> sheets, DocumentDraft draft)
    {
        if (sheets.FirstOrDefault(sheet => sheet.Cells.Exists(cell => cell.Column == 1 && cell.Text == OfflineFormat.Mark)) is not { } sheet)
        {
            draft.Findings.Add(OfflineSheetFindings.NotOffline(draft.File));
            return null;
        }

        var lines = sheet.Cells.GroupBy(cell => cell.Row).OrderBy(row => row.Key)
            .Select(row => row.OrderBy(cell => cell.Column).Select(cell => cell.Text).ToArray()).ToList();
        if (lines[0] is not [OfflineFormat.Mark, var version, var seal])
        {
            draft.Findings.Add(OfflineSheetFindings.Damaged(draft.File, sheet.Name));
            return null;
        }

        if (version != OfflineFormat.Version)
        {
            draft.Findings.Add(OfflineSheetFindings.OtherVersion(draft.File, version));
            return null;
        }

        lines.RemoveAt(0);
        var kept = OfflineCopySheet.Seal(lines) == seal ? OfflineCopySheet.Read(lines) : null;
        if (kept is null) draft.Findings.Add(OfflineSheetFindings.Damaged(draft.File, sheet.Name));
        return kept;
    }
}
