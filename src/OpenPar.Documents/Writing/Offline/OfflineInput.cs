using System.Globalization;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;
using OpenPar.Documents.Writing.Xlsx;

namespace OpenPar.Documents.Writing.Offline;

/// <summary>How one input stands in the form: its cell, how wide, what it accepts.</summary>
internal static class OfflineInput
{
    // Day/month/year as a text, or a real date from 2000 on.
    private static string Day(string cell) =>
        $"OR(AND(ISNUMBER({cell}),{cell}>36525),IFERROR(AND(--LEFT({cell},FIND(\"/\",{cell})-1)<32,--MID({cell},FIND(\"/\",{cell})+1,FIND(\"/\",{cell},4)-FIND(\"/\",{cell})-1)<13,LEN({cell})-FIND(\"/\",{cell},4)=4,--RIGHT({cell},4)>1999),FALSE))";

    /// <summary>Whether an input can be written in the file and is read back: it is open, and its text fits into a cell.</summary>
    public static bool Kept(OfflineField field) => field.Writable && field.Shown(OfflineText.Plain(field.Text)).Length <= OfflineFormat.LongestText;

    /// <summary>Texts need room; numbers and days stand in one column.</summary>
    public static bool Wide(OfflineField field) => field.Key.Kind is OfflineFieldKind.Explanation or OfflineFieldKind.Source || field.Fact?.Type is FactType.Choice or FactType.List;

    /// <summary>The cell with what stands in it now.</summary>
    public static Cell Cell(OfflineField field)
    {
        var shown = field.Shown(OfflineText.Plain(field.Text));
        var look = (Kept(field) ? OfflineLooks.Input : OfflineLooks.Closed) with { Align = Wide(field) ? CellAlign.Left : CellAlign.Right, Indent = 1, Format = FormatOf(field) };
        if (shown.Length > OfflineFormat.LongestText) return Xlsx.Cell.Of("Danh sách quá dài để điền trong Excel; hãy điền trên hệ thống.", look);
        if (field.Number(field.Typed(shown)) is not { } number) return Xlsx.Cell.Of(shown, look);
        // A cell keeps fifteen digits or a little more; a number with more stays a text.
        return (decimal)(double)number == number ? Xlsx.Cell.Of(number, look with { Format = FormatOf(field, number) }) : Xlsx.Cell.Of(shown, look);
    }

    /// <summary>What is asked, in few words that can be printed beside the cell.</summary>
    public static string Hint(OfflineField field)
    {
        var asked = field.Key.Kind == OfflineFieldKind.Points ? field.MaxPoints is { } max ? $"từ 0 đến {NumberText.Write(max)}" : "từ 0 trở lên" : field.Fact?.Type switch
        {
            FactType.Count => "số nguyên",
            FactType.Money => "từ 0 trở lên",
            FactType.Percent => "từ 0 đến 100",
            FactType.Date => "ngày/tháng/năm",
            FactType.YesNo => "chọn Có hoặc Không",
            _ => "",
        };
        return !field.Writable ? "" : field.Bound is { } bound ? $"{asked}; không quá “{OfflineText.Short(bound)}”" : asked;
    }

    /// <summary>What the cell accepts.</summary>
    public static CellCheck Check(OfflineField field, Area at, OfflineOptions options)
    {
        var title = $"Tiêu chí {field.Key.Row}";
        var check = field.Key.Kind switch
        {
            OfflineFieldKind.Explanation => Length(at, OfflineField.LongestExplanation, "Giải trình của đơn vị. Cần có khi thiếu tài liệu kiểm chứng hoặc khi chấm trực tiếp. Alt+Enter để xuống dòng."),
            OfflineFieldKind.Source => Length(at, OfflineField.LongestSource, "Số liệu này lấy từ đâu: số, ký hiệu, ngày văn bản hoặc tên báo cáo."),
            OfflineFieldKind.Points => new CellCheck(at, CellCheckKind.Decimal)
            {
                From = "0",
                To = field.MaxPoints?.ToString(CultureInfo.InvariantCulture),
                Prompt = field.MaxPoints is { } max ? $"Điểm tự chấm, từ 0 đến {NumberText.Write(max)}; phải có giải trình." : "Điểm tự chấm, từ 0 trở lên; phải có giải trình.",
                Error = field.MaxPoints is { } most ? $"Điểm phải là một số từ 0 đến {NumberText.Write(most)}." : "Điểm phải là một số từ 0 trở lên.",
            },
            _ => Figure(field, at, options),
        };
        return check with { Title = title, Prompt = field.Bound is { } bound ? $"{check.Prompt} Không lớn hơn “{bound}”." : check.Prompt };
    }

    private static CellCheck Figure(OfflineField field, Area at, OfflineOptions options) => field.Fact!.Type switch
    {
        FactType.Count => new CellCheck(at, CellCheckKind.Whole) { From = "0", Prompt = Asked(field, "Số nguyên từ 0 trở lên"), Error = "Ô này chỉ nhận số nguyên từ 0 trở lên." },
        FactType.Money => new CellCheck(at, CellCheckKind.Decimal) { From = "0", Prompt = Asked(field, "Số tiền từ 0 trở lên"), Error = "Ô này chỉ nhận số từ 0 trở lên." },
        FactType.Percent => new CellCheck(at, CellCheckKind.Decimal)
        {
            From = "0",
            To = "100",
            Prompt = "Tỷ lệ phần trăm từ 0 đến 100. Chỉ ghi số: 85,5 % thì ghi 85,5, không ghi dấu %.",
            Error = "Ô này chỉ nhận số từ 0 đến 100.",
        },
        FactType.Number => new CellCheck(at, CellCheckKind.Decimal) { From = "-999999999999999", To = "999999999999999", Prompt = Asked(field, "Một số"), Error = "Ô này chỉ nhận số." },
        FactType.Date => new CellCheck(at, CellCheckKind.Formula)
        {
            From = Day(at.FirstName),
            Prompt = "Ngày/tháng/năm, ví dụ 25/11/2025.",
            Error = "Ghi ngày/tháng/năm với năm đủ bốn chữ số, ví dụ 25/11/2025.",
        },
        FactType.YesNo => new CellCheck(at, CellCheckKind.List) { From = "\"Có,Không\"", Prompt = "Chọn “Có” hoặc “Không” trong danh sách.", Error = "Chọn “Có” hoặc “Không”." },
        FactType.Choice when field.Options.Count > 0 => new CellCheck(at, CellCheckKind.List)
        {
            From = options.Of(field.ShownOptions),
            Prompt = "Chọn một phương án trong danh sách (mũi tên bên phải ô, hoặc Alt+↓).",
            Error = "Chọn một phương án có trong danh sách.",
        },
        FactType.List => new CellCheck(at, CellCheckKind.Any) { Prompt = $"Mỗi dòng một mục (Alt+Enter để xuống dòng): {string.Join("; ", (field.Fact.Columns ?? []).Select(c => c.Label).Prepend("tên"))}." },
        _ => new CellCheck(at, CellCheckKind.Any),
    };

    private static CellCheck Length(Area at, int most, string prompt) => new(at, CellCheckKind.Length)
    {
        From = "0",
        To = most.ToString(CultureInfo.InvariantCulture),
        Prompt = prompt,
        Error = $"Nội dung dài quá {most} ký tự.",
    };

    private static string Asked(OfflineField field, string what) => field.Unit is { } unit ? $"{what}. Đơn vị tính: {unit}." : $"{what}.";

    private static string FormatOf(OfflineField field, decimal? number = null) => field.Fact?.Type switch
    {
        FactType.Count => NumberFormat.Whole,
        FactType.Money when number is { } money && money == decimal.Truncate(money) => NumberFormat.Whole,
        FactType.Money when number is { } money => NumberFormat.Decimals(Math.Clamp((int)money.Scale, 1, 6)),
        FactType.Money or FactType.Percent or FactType.Number => NumberFormat.General,
        null when field.Key.Kind == OfflineFieldKind.Points => NumberFormat.General,
        _ => NumberFormat.Text,
    };
}
