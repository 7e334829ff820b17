using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>What the reader of plans says about a file as a whole.</summary>
internal static class PlanFindings
{
    public static Finding NoPlan(string file) => Finding.Error(file,
        new LocalText("Không nhận ra bảng kế hoạch nào trong tệp.", "No table of a plan was recognised."),
        new LocalText("Chọn tệp có bảng với cột nhiệm vụ (hoặc tiêu chí), chủ trì, thời gian; nếu bảng đúng mà tiêu đề cột khác, chọn loại bằng --kind.", "Choose a file whose table has columns for task or criterion, lead and time; if the heads are worded otherwise, choose the kind with --kind."));

    public static Finding OtherTable(string file, AnnexTable annex, TableRecognition recognition) => Finding.Info(
        Where(file, annex),
        new LocalText($"Bảng {annex.Number} là {TableKinds.Name(recognition.Kind)}, không phải bảng kế hoạch; {annex.Rows.Count} dòng không được đọc ở đây. {recognition.Reason.Vi}", $"Table {annex.Number} is no plan ({recognition.Kind}); its {annex.Rows.Count} rows were not read here. {recognition.Reason.En}"),
        TakenBy(recognition.Kind));

    public static Finding NoCriteria(string file, AnnexTable annex, TableRecognition recognition, bool alone)
    {
        var where = Where(file, annex);
        var message = new LocalText($"Bảng {annex.Number} là {TableKinds.Name(recognition.Kind)} ({annex.Rows.Count} dòng), không phải bảng tiêu chí. {recognition.Reason.Vi}", $"Table {annex.Number} is no set of criteria ({recognition.Kind}, {annex.Rows.Count} rows). {recognition.Reason.En}");
        return alone ? Finding.Warning(where, message, TakenBy(recognition.Kind)) : Finding.Info(where, message, TakenBy(recognition.Kind));
    }

    public static Finding NoTable(string file) => Finding.Error(file,
        new LocalText("Không nhận ra bảng nào có dòng tiêu đề trong tệp.", "No table with a header was recognised."),
        new LocalText("Chọn tệp có bảng với dòng tiêu đề (STT, nội dung, số liệu…).", "Choose a file whose table has a header row."));

    public static Finding Told(string file, TypedTable table) => Finding.Info(
        table.Rows.Count == 0 ? file : $"{file}, {PlanDraft.WhereOf(table.Rows[0].Place)}",
        new LocalText($"Bảng {table.Number} là {TableKinds.Name(table.Recognition.Kind)}, {table.Rows.Count} dòng. {table.Recognition.Reason.Vi}", $"Table {table.Number}: {table.Recognition.Kind}, {table.Rows.Count} rows. {table.Recognition.Reason.En}"),
        TakenBy(table.Recognition.Kind));

    public static Finding OtherText(string file, TableKind kind) => Finding.Info(file,
        new LocalText($"Văn bản không có bảng; có vẻ là {TableKinds.Name(kind)}.", $"The text has no table; it looks like this: {kind}."),
        TakenBy(kind));

    public static Finding Recognised(string file, AnnexTable annex, TableRecognition recognition, int rows, bool chosen) => Finding.Info(
        Where(file, annex),
        chosen
            ? new LocalText($"Bảng {annex.Number} được đọc theo loại đã chọn; {rows} dòng. {recognition.Reason.Vi}", $"Table {annex.Number} was read as the chosen kind; {rows} rows. {recognition.Reason.En}")
            : new LocalText($"Bảng {annex.Number} là {TableKinds.Name(recognition.Kind)}, {rows} dòng. {recognition.Reason.Vi}", $"Table {annex.Number}: {recognition.Kind}, {rows} rows. {recognition.Reason.En}"),
        new LocalText("Nếu không đúng, chọn loại khác bằng --kind.", "If this is wrong, choose another kind with --kind."));

    public static Finding NoSuchAnnex(string file, int wanted, int count) => Finding.Error(file,
        new LocalText($"Không có phụ lục thứ {wanted}; tệp có {count} bảng.", $"There is no annex {wanted}; the file has {count} tables."),
        new LocalText("Bỏ --annex để đọc tất cả, hoặc chọn số khác.", "Leave --annex out to read all, or choose another number."));

    public static Finding Total(string file, GridRow row) => Finding.Info(
        $"{file}, {PlanDraft.WhereOf(row.Places[0].Cell.Place)}",
        new LocalText($"Dòng cộng “{string.Join(" | ", row.Places.Where(place => !place.IsBlank).Select(place => VietnameseText.Clean(place.Text)))}” không phải nhiệm vụ nên được bỏ qua.", "A row of totals is no task and was left out."),
        new LocalText("Đối chiếu tổng với các dòng.", "Compare the total with the rows."));

    public static Finding Bare(string file, int line) => Finding.Warning($"{file}, dòng {line}",
        new LocalText("Văn bản không có đường kẻ bảng; cột được đoán theo thứ tự chữ. Mọi dòng đều cần xem lại.", "The text has no table borders; columns were guessed from the order of the text. Every row needs a look."),
        new LocalText("Nhập bản Word, Excel hoặc PDF gốc nếu có.", "Import the original Word, Excel or PDF file if there is one."));

    public static Finding Outside(string file, int line, string text) => Finding.Info($"{file}, dòng {line}",
        new LocalText($"Dòng “{Short(text)}” không thuộc nhiệm vụ nào.", $"The line “{Short(text)}” belongs to no task."),
        new LocalText("Không cần làm gì nếu đúng là số trang hoặc dấu thừa.", "Nothing to do if it is a page number or a stray mark."));

    public static Finding BareColumns(string file, int line, string columns) => Finding.Error($"{file}, dòng {line}",
        new LocalText($"Thứ tự cột của văn bản không có đường kẻ này chưa đọc được: {columns}.", $"This order of columns cannot be read without borders: {columns}."),
        new LocalText("Nhập bản Word, Excel hoặc PDF gốc.", "Import the original Word, Excel or PDF file."));

    public static Finding YearFromDate(string file, int year) => Finding.Info(file,
        new LocalText($"Tên kế hoạch không nêu năm; lấy năm {year} của ngày ký.", $"The title names no year; {year}, the year of signing, was taken."),
        new LocalText("Sửa năm nếu kế hoạch dành cho năm khác.", "Correct the year if the plan is for another one."));

    public static Finding TooManyRows(string file) => ReadingFindings.TooManyRows(file);

    private static string Where(string file, AnnexTable annex) => $"{file}, {PlanDraft.WhereOf(annex.Place)}";

    private static LocalText TakenBy(TableKind kind) => kind switch
    {
        TableKind.CriteriaAnnex or TableKind.ScoredAnnex or TableKind.Assignment => new LocalText(
            "Dùng “openpar framework import” hoặc trang Bộ chỉ số › Nhập phụ lục.", "Use “openpar framework import” or the page of frameworks."),
        TableKind.AgencyList => new LocalText("Danh sách cơ quan nhập ở trang Tổ chức.", "Lists of agencies belong to the page of organisations."),
        TableKind.SurveyForm => new LocalText("Phiếu khảo sát thuộc phần Khảo sát; xem nội dung bằng “openpar table read”.", "Survey forms belong to surveys; see it with “openpar table read”."),
        TableKind.ResultsTable => new LocalText("Kết quả, xếp hạng thuộc phần Kết quả; xem nội dung bằng “openpar table read”.", "Points reached and ranks belong to results; see them with “openpar table read”."),
        TableKind.StatisticsTable => new LocalText("Biểu số liệu thuộc phần Báo cáo; xem nội dung bằng “openpar table read”.", "Tables of figures belong to reports; see them with “openpar table read”."),
        TableKind.PlanTable or TableKind.TaskFramework or TableKind.ImprovementPlan => new LocalText("Dùng “openpar plan import” hoặc phần Kế hoạch.", "Use “openpar plan import” or the pages of plans."),
        _ => new LocalText("Nếu đây là kế hoạch, chọn loại bằng --kind.", "If this is a plan, choose its kind with --kind."),
    };

    private static string Short(string text) => text.Length <= 120 ? text : text[..120] + "…";
}
