namespace OpenPar.Core.Rules.Forms;

/// <summary>The fields many kinds share: figures, bands, measures, scales, sources.</summary>
internal static class SharedFields
{
    private static readonly IReadOnlyList<FormField> Columns =
    [
        Ask.Text("name", "Tên cột", "Column name").Must(),
        Ask.Text("label", "Nội dung cột", "What it means").Must(),
        Ask.Text("unit", "Đơn vị", "Unit"),
    ];

    /// <summary>What a declared figure is.</summary>
    public static IReadOnlyList<FormField> Fact { get; } =
    [
        Ask.Text("name", "Tên", "Name").Must().Hint("Chữ ngắn dùng trong công thức, ví dụ a", "A short name for formulas, such as a"),
        Ask.Text("label", "Nội dung số liệu", "What the figure means").Must(),
        Ask.Option("type", "Kiểu", "Type",
            ("count", "Số đếm", "Count"), ("money", "Số tiền", "Money"), ("percent", "Tỷ lệ %", "Percent"), ("number", "Số thập phân", "Number"),
            ("choice", "Phương án", "Choice"), ("date", "Ngày", "Day"), ("yesNo", "Có/không", "Yes or no"), ("list", "Danh sách", "List")),
        Ask.Text("unit", "Đơn vị tính", "Unit"),
        Ask.Text("atMost", "Không lớn hơn", "At most").Hint("Tên số liệu chặn trên, ví dụ a", "Name of the figure it may not exceed"),
        Ask.Option("provenance", "Lấy từ đâu", "Where it comes from",
            ("declared", "Đơn vị kê khai", "Declared"), ("suppliedFromAbove", "Cấp trên cung cấp", "Supplied from above"), ("imported", "Nhập từ hệ thống khác", "Imported"),
            ("survey", "Điều tra xã hội học", "Survey"), ("otherIndex", "Chỉ số khác", "Another index"), ("previousYear", "Năm trước liền kề", "Previous year"),
            ("baseYear", "Năm gốc", "Base year"), ("planTarget", "Chỉ tiêu kế hoạch", "Plan target"), ("group", "Tính trên toàn nhóm", "Computed over the group")),
        Ask.Group("from", "Lấy của dòng khác", "Taken from another row",
        [
            Ask.Text("row", "Mã dòng", "Code of the row").Must(),
            Ask.Text("fact", "Tên số liệu của dòng đó", "Name of its figure"),
        ]).Seldom(),
        Ask.Whole("years", "Cộng bao nhiêu năm", "Years summed").Seldom(),
        Ask.Whole("baseYear", "Năm gốc", "Base year").Seldom(),
        Ask.Rows("columns", "Cột của danh sách", "Columns of the list", Columns).Seldom(),
    ];

    /// <summary>The list of declared figures.</summary>
    public static FormField Facts { get; } = Ask.Rows("facts", "Số liệu kê khai", "Declared figures", Fact).Must();

    /// <summary>One band.</summary>
    public static IReadOnlyList<FormField> Band { get; } =
    [
        Ask.Number("from", "Từ", "From").Hint("Bỏ trống: không có cận dưới", "Empty: no lower end"),
        Ask.Flag("fromOpen", "“trên” (không gồm cận dưới)", "above (lower end not included)"),
        Ask.Number("to", "Đến", "To").Hint("Bỏ trống: không có cận trên", "Empty: no upper end"),
        Ask.Flag("toOpen", "“dưới” (không gồm cận trên)", "below (upper end not included)"),
        Ask.Number("points", "Điểm", "Points").Must(),
        Ask.Text("label", "Lời của văn bản", "Words of the annex"),
    ];

    /// <summary>The number bands look at.</summary>
    public static FormField Measure { get; } = Ask.Group("measure", "Đại lượng được so", "What is measured",
    [
        Ask.Option("kind", "Cách tính", "How it is formed",
            ("ratio", "Tỷ lệ % (số thứ nhất / số thứ hai)", "Ratio (first over second), %"), ("value", "Chính số liệu đó", "The figure itself"),
            ("change", "Hiệu (thứ nhất − thứ hai)", "Difference (first − second)"), ("growth", "Mức tăng % so với số thứ hai", "Growth over the second, %"),
            ("decline", "Mức giảm % so với số thứ hai", "Decline below the second, %"), ("sum", "Tổng các số liệu", "Sum of all")),
        Ask.Names("facts", "Theo các số liệu", "Figures").Must().Hint("Tên số liệu, cách nhau bằng dấu phẩy, ví dụ b, a", "Names with commas, such as b, a"),
    ]).Must();

    /// <summary>What a zero denominator gives.</summary>
    public static FormField WhenZero { get; } = Ask.Option("whenZero", "Khi mẫu số bằng 0", "When the denominator is 0",
        ("unstated", "Văn bản không nói, người có thẩm quyền quyết định", "Not stated: a person decides"), ("fullPoints", "Đạt điểm tối đa", "Full points"), ("noPoints", "0 điểm", "No points"));

    /// <summary>How a rate becomes points.</summary>
    public static FormField Scale { get; } = Ask.Group("scale", "Từ tỷ lệ ra điểm", "From rate to points",
    [
        Ask.Rows("bands", "Theo các mức (%)", "By bands (%)", Band).Hint("Bỏ trống: tỷ lệ × điểm tối đa", "Empty: rate × maximum"),
        Ask.Share("zeroBelow", "Dưới tỷ lệ này được 0 điểm (%)", "No points below (%)"),
        Ask.Share("fullFrom", "Từ tỷ lệ này đạt điểm tối đa (%)", "Full points from (%)"),
    ]);

    /// <summary>Where a rule comes from and when it is valid; asked once for each rule, folded away inside another.</summary>
    public static IReadOnlyList<FormField> Origin { get; } =
    [
        Ask.Text("source", "Căn cứ của quy tắc", "Source of the rule").Hint("Ví dụ: Quyết định 1187/QĐ-BNV, Bảng 2, dòng 1.1", "Decision and row"),
        Ask.Day("validFrom", "Hiệu lực từ ngày", "Valid from").Seldom(),
        Ask.Day("validTo", "Hiệu lực đến ngày", "Valid to").Seldom(),
        Ask.Rows("substitutions", "Văn bản được thay thế", "Replaced laws",
        [
            Ask.Text("cited", "Văn bản được dẫn", "Cited").Must(),
            Ask.Text("replacedBy", "Thay bằng", "Replaced by").Must(),
            Ask.Day("from", "Từ ngày", "From").Must(),
            Ask.Text("note", "Ghi chú", "Note"),
        ]).Seldom(),
    ];

    /// <summary>A single figure of its own.</summary>
    public static FormField One(string key, string vi, string en) => Ask.Group(key, vi, en, Fact);
}
