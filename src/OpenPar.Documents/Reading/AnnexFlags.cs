using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>Every guess and repair a reader makes, in words that let a person check it.</summary>
internal static class AnnexFlags
{
    /// <summary>What the reader of the file did to a cell, as a flag of its row.</summary>
    public static AnnexFlag Of(CellMark mark) => new(
        mark.Kind switch
        {
            CellMarkKind.Joined => AnnexFlagKind.JoinedLines,
            CellMarkKind.RemovedMarkup => AnnexFlagKind.RemovedMarkup,
            CellMarkKind.UncertainExtent => AnnexFlagKind.UncertainMerge,
            CellMarkKind.Recognised => AnnexFlagKind.RecognisedText,
            _ => AnnexFlagKind.CorrectedSlip,
        },
        mark.Reason);

    public static AnnexFlag FilledDown(string name, string from) => new(AnnexFlagKind.FilledDown, new LocalText(
        $"Ô cơ quan trống; lấy “{name}” của dòng {from} (ô gộp kéo xuống).",
        $"The agency cell is blank; “{name}” of row {from} was taken (merged cell)."));

    public static AnnexFlag FilledByRules(string name) => new(AnnexFlagKind.FilledDown, new LocalText(
        $"“{name}” nằm trong ô gộp bao cả dòng này theo đường kẻ bảng.",
        $"“{name}” stands in a merged cell that, by the table rules, spans this row."));

    public static AnnexFlag GoesOnOverPage(string text) => new(AnnexFlagKind.UncertainMerge, new LocalText(
        $"Ô trống ở đầu trang; tạm lấy “{text}” của ô gộp cuối trang trước.",
        $"The cell at the top of the page is blank; “{text}” of the merged cell at the end of the page before was taken."));

    public static AnnexFlag AcrossPage(string name, string from) => new(AnnexFlagKind.UncertainMerge, new LocalText(
        $"Ô cơ quan trống và bảng đã sang trang mà tên không lặp lại; tạm lấy “{name}” của dòng {from}.",
        $"The agency cell is blank and the table passed a page break without repeating the name; “{name}” of row {from} was taken."));

    public static AnnexFlag FromBelow(string name, string from, string? above) => new(AnnexFlagKind.UncertainMerge, new LocalText(
        $"Ô cơ quan trống ngay sau dòng lĩnh vực; tạm lấy “{name}” của dòng {from} bên dưới, cùng lĩnh vực."
            + (above is null ? string.Empty : $" Nếu ô gộp kéo từ lĩnh vực trước thì là “{above}”."),
        $"The agency cell is blank right after the field's row; “{name}” of row {from} below, in the same field, was taken."
            + (above is null ? string.Empty : $" If the merged cell reaches down from the field before, it is “{above}”.")));

    public static AnnexFlag FromFieldBefore(string name, string from) => new(AnnexFlagKind.UncertainMerge, new LocalText(
        $"Lĩnh vực này không nêu cơ quan nào; tạm lấy “{name}” của dòng {from}, thuộc lĩnh vực trước.",
        $"This field names no agency; “{name}” of row {from}, in the field before, was taken."));

    public static AnnexFlag JoinedLines(string what, int lines) => new(AnnexFlagKind.JoinedLines, new LocalText(
        $"{what} bị ngắt thành {lines} dòng, đã nối lại.", $"Broken over {lines} lines; joined."));

    public static AnnexFlag JoinedPage(int line, int? page) => new(AnnexFlagKind.JoinedLines, new LocalText(
        page is null ? $"Dòng sang trang, phần sau (dòng {line}) đã nối vào." : $"Dòng sang trang, phần sau (trang {page}, hàng {line}) đã nối vào.",
        page is null ? $"The row goes on after the page break; its rest (line {line}) was joined." : $"The row goes on after the page break; its rest (page {page}, row {line}) was joined."));

    public static AnnexFlag Corrected(string from, string to) => new(AnnexFlagKind.CorrectedSlip, new LocalText(
        $"Sửa lỗi chữ: “{from}” thành “{to}”.", $"Slip corrected: “{from}” to “{to}”."));

    public static AnnexFlag Composed() => new(AnnexFlagKind.CorrectedSlip, new LocalText(
        "Dấu viết rời (Unicode tổ hợp) đã ghép thành chữ dựng sẵn.", "Decomposed accents were composed."));

    public static AnnexFlag RemovedMarkup(string mark) => new(AnnexFlagKind.RemovedMarkup, new LocalText(
        $"Bỏ ký hiệu định dạng hoặc chú thích “{mark}”.", $"Mark-up or footnote mark “{mark}” removed."));

    public static AnnexFlag SplitNames(string cell, int count) => new(AnnexFlagKind.SplitNames, new LocalText(
        $"Tách “{cell}” thành {count} cơ quan.", $"“{cell}” was taken apart into {count} agencies."));

    public static AnnexFlag DoubtfulNames(string cell, int count) => new(AnnexFlagKind.SplitNames, new LocalText(
        $"Tách “{cell}” thành {count} cơ quan; dấu phẩy có thể thuộc một tên, cần xem lại.",
        $"“{cell}” was taken apart into {count} agencies; a comma may belong to a name, please check."));

    public static AnnexFlag Duplicate(string code, int firstLine) => new(AnnexFlagKind.DuplicateCode, new LocalText(
        $"Số {code} đã có ở dòng {firstLine}.", $"Number {code} already stands on line {firstLine}."));

    public static AnnexFlag Skipped(string codes) => new(AnnexFlagKind.SkippedCode, new LocalText(
        $"Thiếu số {codes} trước dòng này.", $"Number {codes} is missing before this row."));

    public static AnnexFlag DoubleNumber(string cell, string taken) => new(AnnexFlagKind.DoubleNumber, new LocalText(
        $"Ô số ghi “{cell}”; tạm lấy số đầu {taken}.", $"The number cell says “{cell}”; the first, {taken}, was taken."));

    public static AnnexFlag Renumbered(string from, string to) => new(AnnexFlagKind.CorrectedSlip, new LocalText(
        $"Số ghi “{from}”; theo lĩnh vực đánh số La Mã thì là {to}.", $"The number says “{from}”; by the roman numbers of the fields it is {to}."));

    public static AnnexFlag ColumnsGuessed() => new(AnnexFlagKind.UncertainMerge, new LocalText(
        "Bảng không có tiêu đề cột rõ ràng; cột được đoán theo nội dung các ô.", "The table has no clear header; the columns were told by what stands in them."));

    public static AnnexFlag WithoutRules() => new(AnnexFlagKind.UncertainMerge, new LocalText(
        "PDF không có đường kẻ bảng; dòng được đọc theo thứ tự chữ.", "The PDF has no table rules; the row was read from the order of the text."));

    public static AnnexFlag RuleTextFound(string text) => new(AnnexFlagKind.StrayText, new LocalText(
        $"Đoạn “{text}” nằm lẫn dưới tên tiêu chí, được hiểu là cách tính điểm.", $"“{text}” stands below the title and was taken for the scoring text."));

    public static AnnexFlag MaxFromRule(string points) => new(AnnexFlagKind.StrayText, new LocalText(
        $"Điểm tối đa {points} lấy từ mức cao nhất của cách tính điểm, vì bảng không có cột điểm.", $"Maximum {points} taken from the highest step of the scoring text; the table has no column for it."));

    public static AnnexFlag AgencyInTitle(string name) => new(AnnexFlagKind.StrayText, new LocalText(
        $"“{name}” đứng cùng dòng với tên tiêu chí, được hiểu là cơ quan chủ trì.", $"“{name}” stands on the line of the title and was taken for the lead agency."));

    public static AnnexFlag Stray(string text) => new(AnnexFlagKind.StrayText, new LocalText(
        $"Không rõ đoạn “{text}” thuộc dòng nào; đã để ngoài.", $"It is not clear where “{text}” belongs; it was left out."));
}
