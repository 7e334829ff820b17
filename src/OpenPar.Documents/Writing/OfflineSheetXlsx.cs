using OpenPar.Core.Papers;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Documents.Writing.Offline;
using OpenPar.Documents.Writing.Xlsx;

namespace OpenPar.Documents.Writing;

/// <summary>
/// A score sheet as an Excel file to be filled without network: one line an input under its criterion, checks for every kind of figure,
/// and a hidden sheet that keeps what stood there when it was taken out. <see cref="Reading.Offline.OfflineSheetReader"/> reads it back.
/// </summary>
public static class OfflineSheetXlsx
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>Writes the sheet; the same sheet gives the same bytes. The stream need not be seekable and stays open.</summary>
    public static void Write(OfflineSheet sheet, Stream target)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(target);
        var taken = sheet.TakenAt.ToOffset(Vietnam);
        var trace = new PaperTrace($"Phiếu ngoại tuyến lấy ra lúc {taken:HH:mm}", DateOnly.FromDateTime(taken.Date), null, sheet.Demonstration);
        var properties = new PaperProperties($"Phiếu tự chấm điểm ngoại tuyến - {sheet.Unit}", sheet.Round, sheet.Unit, trace.Version, trace.DataOn);
        var options = new OfflineOptions();
        var form = OfflineForm.Build(sheet, trace, options);
        var kept = OfflineCopySheet.Build(OfflineCopy.Of(sheet, OfflineInput.Kept));
        WorkbookWriter.Write(new Workbook([form.Traced(trace), OfflineGuide.Build(sheet, trace).Traced(trace), kept, options.Build()], properties), target);
    }
}
