namespace OpenPar.Core.Rules.Forms;

/// <summary>Forms of the kinds that turn figures of the unit itself into points.</summary>
internal static class FormsOfFigures
{
    public static IReadOnlyList<RuleForm> All { get; } =
    [
        new("choice", new("Chọn một phương án", "Choice"), new("“Ban hành kịp thời: 1; không kịp thời: 0,5; không ban hành: 0”", "Labelled options with points"),
        [
            Ask.Text("label", "Câu hỏi", "Question").Hint("Bỏ trống: “Mức độ thực hiện”", "Empty: how far it was done"),
            Ask.Rows("options", "Phương án", "Options",
            [
                Ask.Text("label", "Phương án", "Option").Must(),
                Ask.Number("points", "Điểm", "Points").Must(),
                Ask.Text("key", "Mã", "Key").Must().Hint("Chữ ngắn không dấu, ví dụ dung_han", "A short key"),
            ]).Must(),
            Ask.Text("fact", "Tên số liệu", "Name of the figure").Seldom(),
            SharedFields.Fact.Single(f => f.Key == "provenance").Seldom(),
        ]),
        new("bands", new("Theo các mức", "Bands"), new("“Từ 90% trở lên: 2; từ 70% đến dưới 90%: 1; dưới 70%: 0”", "Points by ranges of a measure"),
            [SharedFields.Facts, SharedFields.Measure, Ask.Rows("bands", "Các mức", "Bands", SharedFields.Band).Must(), SharedFields.WhenZero]),
        new("linear", new("Theo tỷ lệ (công thức)", "In proportion"), new("“Điểm = (b/a) × điểm tối đa; nếu b/a < 0,8 thì 0 điểm”", "Points in proportion, with floor and full rate"),
        [
            SharedFields.Facts,
            Ask.Rows("terms", "Số hạng của công thức", "Terms",
            [
                Ask.Text("fact", "Tử số", "Numerator").Must(),
                Ask.Number("points", "Nhân với số điểm", "Times points").Hint("Bỏ trống: nhân với điểm tối đa", "Empty: times the maximum"),
                Ask.Share("share", "Phần của điểm tối đa (%)", "Share of the maximum (%)").Hint("Bỏ trống: 100", "Empty: 100"),
            ]).Must(),
            Ask.Text("denominator", "Mẫu số", "Denominator").Hint("Tên số liệu; bỏ trống khi tử số đã là %", "Name of the figure; empty for percentages"),
            Threshold("zeroBelow", "Dưới tỷ lệ này được 0 điểm", "No points below"),
            Threshold("fullFrom", "Từ tỷ lệ này đạt điểm tối đa", "Full points from"),
            Ask.Share("fullAt", "Đạt điểm tối đa ở tỷ lệ (%)", "Reaches the maximum at (%)").Hint("766: tỷ lệ × điểm tối đa / 80%", "Rate × maximum / 80 %").Seldom(),
            Ask.Number("constant", "Cộng thêm hằng số", "Constant").Seldom(),
            SharedFields.WhenZero,
        ]),
        new("increments", new("Điểm gốc cộng theo bước", "Base plus increments"), new("“Đạt 50%: 1; cứ thêm 5% cộng 0,25, tối đa 2”", "Start, step, points for each step"),
        [
            SharedFields.Facts, SharedFields.Measure,
            Ask.Number("start", "Bắt đầu từ", "Starts at").Must(), Ask.Number("points", "Điểm tại đó", "Points there"),
            Ask.Number("step", "Cứ thêm", "Each further").Must(), Ask.Number("each", "Cộng", "Adds").Must(),
            Ask.Number("cap", "Tối đa", "At most"), Ask.Number("below", "Điểm khi chưa đạt mức bắt đầu", "Points below the start"), SharedFields.WhenZero,
        ]),
        new("count", new("Đếm và nhân điểm", "Count"), new("“Mỗi quy chế 0,5 điểm, tối đa 2 điểm”", "Points for each, with a cap"),
        [
            SharedFields.Facts,
            Ask.Rows("items", "Tính điểm", "Items",
            [
                Ask.Text("fact", "Số liệu", "Figure").Must(), Ask.Number("points", "Mỗi đơn vị được", "Points each").Must(), Ask.Number("most", "Không quá", "At most"),
            ]).Must(),
            Ask.Number("cap", "Tổng không quá", "Total at most"),
        ]),
        new("noneElse", new("Không có thì đủ điểm", "None, else less"), new("“Không có sai phạm: 1; có sai phạm: 0”", "Full points when nothing happened"),
        [
            Ask.Number("none", "Điểm khi không có", "Points when there is none").Hint("Bỏ trống: điểm tối đa", "Empty: the maximum"),
            Ask.Rows("cases", "Trường hợp xảy ra", "Cases",
            [
                SharedFields.One("fact", "Số liệu", "Figure").Must(), Ask.Number("points", "Còn lại số điểm", "Points that remain"),
                Ask.Text("severity", "Mức độ", "Severity"), Ask.Text("level", "Cấp của người liên quan", "Level of the person"),
            ]).Must(),
        ]),
        new("items", new("Tỷ lệ mục đạt điều kiện", "Share of items that hold"), new("“cấp phó không quá 03 và lãnh đạo ít hơn công chức không giữ chức vụ”", "Conditions over a list, then a rate"),
        [
            SharedFields.One("list", "Danh sách kê khai", "Declared list").Must(),
            Ask.Rows("conditions", "Mỗi mục phải đạt", "Every item must hold",
            [
                Ask.Text("column", "Cột", "Column").Must(),
                Ask.Option("is", "So sánh", "Comparison", ("atMost", "không quá", "at most"), ("lessThan", "ít hơn", "less than"), ("equal", "bằng", "equal to"), ("atLeast", "ít nhất", "at least"), ("moreThan", "nhiều hơn", "more than")),
                Ask.Text("than", "Với cột", "Than column"), Ask.Number("value", "hoặc với số", "or number"), Ask.Text("label", "Lời của văn bản", "Words of the annex"),
            ]).Must(),
            SharedFields.Scale, SharedFields.WhenZero,
        ]),
        new("deadline", new("Theo thời hạn", "Deadline"), new("“Trước thời hạn 05 ngày làm việc: 1; đúng hạn: 0,5; chậm: 0”", "Days before or after a due day"),
        [
            SharedFields.One("done", "Ngày thực hiện", "Day it was done").Must(),
            Ask.Day("on", "Thời hạn ghi trong văn bản", "Fixed deadline"),
            SharedFields.One("due", "hoặc thời hạn kê khai", "or declared deadline").Seldom(),
            Ask.Whole("offset", "Cộng thêm số ngày vào thời hạn", "Days added to the deadline").Seldom(),
            Ask.Flag("workingDays", "Tính ngày làm việc", "Count working days"),
            Ask.Rows("bands", "Số ngày chậm (số âm là sớm)", "Days late (negative: early)", SharedFields.Band).Must(),
            SharedFields.One("excused", "Số ngày chậm có lý do chính đáng", "Excused days").Seldom(),
            SharedFields.One("whether", "Có thực hiện hay không", "Whether it was done").Seldom(),
            Ask.Number("never", "Điểm khi không thực hiện", "Points when never done").Seldom(),
        ]),
        new("coverage", new("Đủ theo danh mục", "Coverage of a list"), new("“theo danh mục Quyết định 1291/QĐ-TTg”", "Share of a reference list"),
        [
            SharedFields.One("list", "Danh sách đã làm", "Declared list").Must(),
            Ask.Group("reference", "Danh mục chuẩn", "Reference list",
            [
                Ask.Text("name", "Tên danh mục", "Name").Must(),
                Ask.Rows("versions", "Các bản của danh mục", "Versions",
                [
                    Ask.Day("from", "Áp dụng từ ngày", "From").Must(), Ask.Lines("items", "Các mục, mỗi dòng một mục", "Items, one a line").Must(), Ask.Text("source", "Văn bản", "Source"),
                ]).Must(),
            ]).Must(),
            Ask.Day("asOf", "Xét tại ngày", "As of"), SharedFields.Scale,
        ]),
    ];

    private static FormField Threshold(string key, string vi, string en) => Ask.Group(key, vi, en,
    [
        Ask.Share("rate", "Tỷ lệ (%)", "Rate (%)").Must(),
        Ask.Names("over", "Tính trên các tử số", "Over the numerators").Must().Hint("Bỏ trống: mọi số hạng", "Empty: all terms"),
    ]);
}
