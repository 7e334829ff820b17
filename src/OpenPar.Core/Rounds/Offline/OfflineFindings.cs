using System.Globalization;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rounds.Offline;

/// <summary>Everything the comparison of a file with a stored sheet can say.</summary>
internal static class OfflineFindings
{
    private const int MostGone = 20;

    private static readonly LocalText MendCell = new("Sửa ô này trong tệp rồi tải lên lại, hoặc sửa trực tiếp trên hệ thống.", "Mend the cell in the file and load it again, or correct the field in the system.");

    public static Finding? Foreign(OfflineSheet now, OfflineAnswer answer)
    {
        var (taken, file) = (answer.Base, answer.Entries is [var entry, ..] ? entry.Place.File : "_goc");
        if (taken.SheetId != now.Id)
        {
            return Finding.Error(file,
                new($"Tệp này là phiếu của “{taken.Unit}”, {taken.Round} (năm {taken.Year}), không phải của “{now.Unit}”, {now.Round} (năm {now.Year}).",
                    $"The file is the sheet of “{taken.Unit}”, {taken.Round} ({taken.Year}), not of “{now.Unit}”, {now.Round} ({now.Year})."),
                new("Chọn đúng tệp đã tải về từ phiếu này.", "Choose the file that was taken out of this sheet."));
        }

        if (taken.Framework == now.Framework) return null;
        return Finding.Error(file,
            new($"Tệp lấy ra theo bộ chỉ số {taken.Framework}, nay phiếu theo bộ {now.Framework}.", $"The file was taken out by the framework {taken.Framework}; the sheet now goes by {now.Framework}."),
            new("Tải phiếu mới về và chép nội dung sang.", "Take the sheet out again and copy what was typed."));
    }

    public static Finding NewRow(OfflineRow row) => Finding.Warning($"{row.Code}",
        new($"Dòng {row.Code} được lập lại sau khi lấy tệp ra; nội dung trong tệp không được so sánh.", $"Row {row.Code} was made anew after the file was taken out; its texts were not compared."),
        new("Tải phiếu mới về để điền dòng này.", "Take the sheet out again to fill the row."));

    public static Finding Absent(OfflineRow row, List<OfflineField> fields)
    {
        var names = string.Join(", ", fields.Select(f => $"“{OfflineText.Short(f.Label)}”"));
        return Finding.Info($"{row.Code}",
            new($"Dòng {row.Code}: trong tệp không còn {names}; giữ nguyên nội dung đang lưu.", $"Row {row.Code}: the file no longer has {names}; what is stored stays."),
            new("Không cần làm gì nếu đã cố ý xóa; muốn sửa, điền trực tiếp trên hệ thống.", "Nothing to do if it was deleted on purpose; to change it, fill it in the system."));
    }

    public static Finding Twice(OfflineField field, List<OfflineEntry> found)
    {
        var cells = string.Join(", ", found.Take(10).Select(e => $"{e.Place.Cell} “{OfflineText.Short(e.Text)}”"));
        return Finding.Warning(Where(found[0].Place),
            new($"Dòng {field.Key.Row}, “{field.Label}” có trong tệp nhiều lần với nội dung khác nhau: {cells}. Không ô nào được lấy.", $"Row {field.Key.Row}, “{field.Label}” stands in the file more than once with different texts: {cells}. None was taken."),
            new("Xóa dòng chép thừa rồi tải lên lại.", "Delete the copied line and load the file again."));
    }

    public static IEnumerable<Finding> Gone(OfflineSheet now, OfflineAnswer answer)
    {
        var known = now.Fields.Select(field => field.Key).ToHashSet();
        var gone = answer.Entries.Where(e => !known.Contains(e.Key) && e.Text.Length > 0).ToList();
        foreach (var entry in gone.Take(MostGone))
        {
            yield return Finding.Warning(Where(entry.Place),
                new($"Dòng {entry.Key.Row} hoặc số liệu này không có (hay bạn không được xem) trong phiếu đang lưu; “{OfflineText.Short(entry.Text)}” không được lấy.", $"The stored sheet has no such row or figure for you ({entry.Key}); “{OfflineText.Short(entry.Text)}” was not taken."),
                new("Tải phiếu mới về nếu vẫn cần kê khai.", "Take the sheet out again if it is still to be declared."));
        }

        if (gone.Count > MostGone)
            yield return Finding.Warning("", new($"Và {gone.Count - MostGone} ô khác như vậy.", $"And {gone.Count - MostGone} more of these."), new("Tải phiếu mới về.", "Take the sheet out again."));
    }

    public static void Tell(OfflineChange change, List<Finding> findings)
    {
        var (field, where) = (change.Field, Where(change.Place));
        if (change.Kind == OfflineChangeKind.Stored) return;
        if (!field.Writable)
        {
            findings.Add(Finding.Warning(where,
                new($"Dòng {field.Key.Row}, “{field.Label}” không còn nhận sửa đổi; “{OfflineText.Short(change.InFile)}” không được lấy.", $"Row {field.Key.Row}, “{field.Label}” takes no more changes; “{OfflineText.Short(change.InFile)}” was not taken."),
                new("Nếu cần sửa, đề nghị trả lại dòng này.", "If it has to change, ask for the row to be returned.")));
        }
        else if (change.Problem is { } problem) findings.Add(Finding.Warning(where, About(field, problem), Remedy(field)));
        else if (change.Kind == OfflineChangeKind.Conflict)
        {
            findings.Add(Finding.Warning(where,
                new($"Dòng {field.Key.Row}, “{field.Label}” đã được sửa trên hệ thống sau khi lấy tệp ra: đang lưu “{OfflineText.Short(field.Shown(change.Stored))}”, trong tệp “{OfflineText.Short(field.Shown(change.InFile))}”.",
                    $"Row {field.Key.Row}, “{field.Label}” was changed in the system after the file was taken out: stored “{OfflineText.Short(field.Shown(change.Stored))}”, in the file “{OfflineText.Short(field.Shown(change.InFile))}”."),
                new("Chọn giữ nội dung nào.", "Choose which one to keep.")));
        }
        else if (field.Fact?.Type == FactType.Percent && FactText.Read(field.Fact, change.InFile).Value is { Number: > 0 and < 1 and { } rate })
        {
            var (small, large) = (NumberText.Write(rate), NumberText.Write(rate * 100));
            findings.Add(Finding.Warning(where,
                new($"Dòng {field.Key.Row}, “{field.Label}”: tỷ lệ {small} % hay {large} %? Ô được đọc là {small} %.", $"Row {field.Key.Row}, “{field.Label}”: {small} % or {large} %? It was read as {small} %."),
                new($"Nếu là {large} %, sửa ô thành {large}.", $"If it is {large} %, write {large}.")));
        }
    }

    public static Finding OutOfBounds(OfflineChange change, LocalText problem) => Finding.Warning(Where(change.Place), About(change.Field, problem), MendCell);

    private static LocalText About(OfflineField field, LocalText problem) => new($"Dòng {field.Key.Row}, “{field.Label}”: {problem.Vi}", $"Row {field.Key.Row}, “{field.Label}”: {problem.En}");

    private static LocalText Remedy(OfflineField field)
    {
        if (field.ShownOptions.Count == 0) return MendCell;
        var options = string.Join("; ", field.ShownOptions.Take(12).Select(option => $"“{OfflineText.Short(option)}”"));
        return new($"Chọn một trong: {options}.", $"Choose one of: {options}.");
    }

    private static string Where(SourcePlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.File}, trang tính {place.Sheet}, ô {place.Cell}");
}
