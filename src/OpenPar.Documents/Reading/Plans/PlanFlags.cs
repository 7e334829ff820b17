using OpenPar.Core.Frameworks;
using OpenPar.Core.Plans;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>Every guess and repair on a row of a plan, in words that let a person check it.</summary>
internal static class PlanFlags
{
    public static PlanFlag Merged(string column, string from) => new(PlanFlagKind.FilledDown, new LocalText(
        $"{column}: lấy từ ô gộp bắt đầu ở {from}.", $"Taken from the merged cell that begins at {from}."));

    public static PlanFlag Below(string column, string from) => new(PlanFlagKind.FilledDown, new LocalText(
        $"{column}: ô trống, lấy của dòng trên ({from}) vì cùng một mục.", $"The cell is blank; taken from the row above ({from}) of the same item."));

    public static PlanFlag Guessed(string column, string from) => new(PlanFlagKind.UncertainMerge, new LocalText(
        $"{column}: ô trống, tạm lấy của dòng trên ({from}); cần xem ô có được gộp không.", $"The cell is blank; the row above ({from}) was taken, please check whether the cells are merged."));

    public static PlanFlag SharedMoney(string from) => new(PlanFlagKind.UncertainMerge, new LocalText(
        $"Kinh phí nằm trong ô gộp bắt đầu ở {from}; không ghi lại để khỏi cộng hai lần.", $"The money stands in a merged cell that begins at {from}; it is not repeated so that it is not counted twice."));

    public static PlanFlag JoinedPage(string where) => new(PlanFlagKind.JoinedLines, new LocalText(
        $"Dòng sang trang, phần sau ({where}) đã nối vào.", $"The row goes on after the page break; its rest ({where}) was joined."));

    public static PlanFlag JoinedRow(string where) => new(PlanFlagKind.JoinedLines, new LocalText(
        $"Dòng dưới ({where}) không có số, chủ trì và thời gian riêng; nhập chung vào dòng này.", $"The row below ({where}) has no number, lead or time of its own and was joined to this one."));

    public static PlanFlag NoRowAbove { get; } = new(PlanFlagKind.StrayText, new LocalText(
        "Dòng không có số và không có dòng nào ở trên để nối vào.", "The row has no number and there is no row above to join it to."));

    public static PlanFlag Repeated(string words) => new(PlanFlagKind.CorrectedSlip, new LocalText(
        $"Bỏ “{words}” lặp lại ở chỗ sang trang.", $"“{words}” repeated at the page break was removed."));

    public static PlanFlag DoubleNumber(string cell) => new(PlanFlagKind.DoubleNumber, new LocalText(
        $"Ô số ghi hai số: “{cell}”; giữ nguyên như văn bản.", $"The number cell holds two numbers: “{cell}”; kept as written."));

    public static PlanFlag Duplicate(string number, string column, string where) => new(PlanFlagKind.DuplicateNumber, new LocalText(
        $"{column}: số {number} đã có ở {where}; giữ nguyên như văn bản.", $"Number {number} already stands at {where}; kept as written."));

    public static PlanFlag Skipped(string before, string number) => new(PlanFlagKind.SkippedNumber, new LocalText(
        $"Sau số {before} đến ngay số {number}.", $"After number {before} comes {number}."));

    public static PlanFlag Names(string column, int count, bool certain) => new(PlanFlagKind.SplitNames, certain
        ? new LocalText($"{column}: tách thành {count} cơ quan.", $"Taken apart into {count} agencies.")
        : new LocalText($"{column}: tách thành {count} cơ quan theo chữ đầu tên; cần xem lại.", $"Taken apart into {count} agencies by the words names begin with; please check."));

    public static PlanFlag Products(int count) => new(PlanFlagKind.SplitItems, new LocalText(
        $"Sản phẩm: tách thành {count} loại văn bản, kết quả theo dấu phẩy hoặc gạch chéo.", $"Taken apart into {count} products at commas or slashes."));

    public static PlanFlag NoLead { get; } = new(PlanFlagKind.MissingLead, new LocalText("Dòng không nêu cơ quan chủ trì.", "The row names no lead."));

    public static PlanFlag NoTime { get; } = new(PlanFlagKind.UncertainTime, new LocalText("Dòng không nêu thời gian.", "The row states no time."));

    public static PlanFlag Time(LocalText doubt) => new(PlanFlagKind.UncertainTime, doubt);

    public static PlanFlag Year(int year) => new(PlanFlagKind.AssumedYear, new LocalText($"Thời gian không nêu năm; lấy năm {year} của kế hoạch.", $"The time names no year; {year}, the year of the plan, was taken."));

    public static PlanFlag Money(LocalText doubt) => new(PlanFlagKind.UncertainMoney, doubt);

    public static PlanFlag OrderOnly { get; } = new(PlanFlagKind.GuessedColumns, new LocalText(
        "Văn bản không có đường kẻ; cột được đoán theo thứ tự chữ và tên cơ quan.", "The text has no borders; columns were guessed from order and names."));

    public static PlanFlag NoProduct { get; } = new(PlanFlagKind.GuessedColumns, new LocalText(
        "Không tách được sản phẩm khỏi nội dung.", "The product could not be told from the content."));

    public static PlanFlag Both(string name) => new(PlanFlagKind.Contradiction, new LocalText(
        $"“{name}” vừa chủ trì vừa phối hợp.", $"“{name}” is lead and coordinating."));

    public static PlanFlag Targets(string left, string right) => new(PlanFlagKind.Contradiction, new LocalText(
        $"Yêu cầu ghi “{left}” nhưng kết quả ghi “{right}”.", $"The requirement says “{left}”, the result “{right}”."));

    public static PlanFlag Slip(string from, string to) => new(PlanFlagKind.CorrectedSlip, new LocalText($"Sửa lỗi chữ: “{from}” thành “{to}”.", $"Slip corrected: “{from}” to “{to}”."));

    public static PlanFlag Dash(string text) => new(PlanFlagKind.RemovedMarkup, new LocalText($"Bỏ gạch đầu dòng trước “{text}”.", $"The dash before “{text}” was removed."));

    /// <summary>A repair of the cleaner of cells.</summary>
    public static PlanFlag Of(AnnexFlag flag) => new(flag.Kind == AnnexFlagKind.RemovedMarkup ? PlanFlagKind.RemovedMarkup : PlanFlagKind.CorrectedSlip, flag.Reason);

    /// <summary>What the reader of the file did to a cell.</summary>
    public static PlanFlag Of(CellMark mark) => new(mark.Kind switch
    {
        CellMarkKind.Joined => PlanFlagKind.JoinedLines,
        CellMarkKind.Corrected => PlanFlagKind.CorrectedSlip,
        CellMarkKind.RemovedMarkup => PlanFlagKind.RemovedMarkup,
        CellMarkKind.Recognised => PlanFlagKind.RecognisedText,
        _ => PlanFlagKind.UncertainMerge,
    }, mark.Reason);
}
