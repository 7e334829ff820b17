namespace OpenPar.Core.Rules.Forms;

/// <summary>Forms of the kinds that are made of other rules, and of those whose points come from elsewhere.</summary>
internal static class FormsOfRules
{
    public static IReadOnlyList<RuleForm> All { get; } =
    [
        new("sum", new("Cộng các nội dung", "Sum of parts"), new("Nhiều nội dung, mỗi nội dung có điểm riêng", "Parts with points of their own"),
        [
            Ask.Rows("parts", "Các nội dung", "Parts",
                [Ask.Text("label", "Nội dung", "Part").Must(), Ask.Number("max", "Điểm tối đa", "Maximum").Must(), Ask.Rule("rule", "Cách chấm nội dung này", "Rule of the part").Must()]).Must(),
            Ask.Flag("allOrNothing", "Chỉ tính điểm khi mọi nội dung đều đạt", "The parts count only together"),
        ]),
        new("deduct", new("Trừ điểm", "Deduct"), new("“Mỗi … trừ 0,25 điểm, tối đa trừ 1 điểm”; “trừ 10%”", "Points or percent taken off"),
        [
            Ask.Rows("items", "Trừ khi", "Deductions",
            [
                SharedFields.One("fact", "Số liệu", "Figure").Must(), Ask.Number("points", "Mỗi lần trừ (điểm)", "Points each"), Ask.Number("percent", "hoặc trừ (%)", "or percent"),
                Ask.Number("most", "Không quá", "At most"), Ask.Text("source", "Căn cứ", "Source"),
            ]).Must(),
            Ask.Number("start", "Điểm trước khi trừ", "Points before").Hint("Bỏ trống: điểm tối đa", "Empty: the maximum"),
            Ask.Number("cap", "Tổng trừ không quá", "Total at most"), Ask.Number("floor", "Không thấp hơn", "Not below"),
            Ask.Rule("on", "Trừ trên điểm của quy tắc khác", "On top of another rule").Seldom(),
        ]),
        new("best", new("Lấy trường hợp cao nhất", "Best of"), new("“tính cho trường hợp nào có điểm cao nhất”", "The best of several ways"),
            [Ask.Rows("alternatives", "Các trường hợp", "Alternatives", [Ask.Text("label", "Trường hợp", "Way").Must(), Ask.Rule("rule", "Cách chấm", "Rule").Must()]).Must()]),
        new("relative", new("So với các đơn vị khác", "Relative to the group"), new("“tỷ lệ so với đơn vị cao nhất × 40”; “vị trí 01/34 đến 10/34”", "Against the other units"),
        [
            SharedFields.One("fact", "Số liệu của đơn vị", "Own figure").Must(),
            Ask.Option("method", "Cách so", "Method", ("best", "So với đơn vị tốt nhất", "Against the best"), ("minMax", "Giữa kém nhất và tốt nhất", "Between worst and best"), ("rank", "Theo vị trí xếp hạng", "By rank")).Must(),
            Ask.Flag("lowerIsBetter", "Số nhỏ hơn là tốt hơn", "Smaller is better"),
            Ask.Number("low", "Điểm của đơn vị kém nhất", "Points of the worst"), Ask.Number("high", "Điểm của đơn vị tốt nhất", "Points of the best"),
            Ask.Rows("bands", "Các mức theo vị trí", "Bands of ranks", SharedFields.Band), SharedFields.WhenZero,
        ]),
        new("survey", new("Kết quả điều tra xã hội học", "Survey"), new("“A 100%, B 60%, C 20%, D 0%”", "Answers of respondents"),
        [
            Ask.Text("survey", "Cuộc điều tra", "Survey").Must(),
            SharedFields.One("result", "Kết quả lấy sẵn", "Result taken as it is"),
            Ask.Rows("groups", "hoặc các nhóm trả lời", "or groups of respondents",
            [
                Ask.Text("label", "Nhóm", "Group").Must(), Ask.Number("weight", "Trọng số", "Weight").Hint("Bỏ trống: 1", "Empty: 1"), Ask.Whole("minimumSample", "Số phiếu tối thiểu", "Minimum sample"),
                Ask.Rows("options", "Phương án trả lời", "Answers", [SharedFields.One("fact", "Số phiếu chọn", "How many chose it").Must(), Ask.Number("percent", "Giá trị (%)", "Worth (%)")]).Must(),
            ]),
            Ask.Flag("reversed", "Câu hỏi ngược (đồng ý là xấu)", "Reversed item"),
        ]),
        new("index", new("Kết quả của chỉ số khác", "Another index"), new("“SIPAS (%) × điểm tối đa”", "A published percentage times the maximum"),
            [Ask.Text("index", "Chỉ số", "Index").Must(), SharedFields.One("result", "Kết quả (%)", "Result (%)").Must()]),
        new("feed", new("Số liệu từ hệ thống khác", "Imported figures"), new("“theo số liệu trên Cổng dịch vụ công quốc gia”", "Figures with an extraction date"),
        [
            Ask.Text("system", "Hệ thống", "System").Must(), SharedFields.One("extractedOn", "Ngày lấy số liệu", "Extraction day").Must(),
            Ask.Day("notBefore", "Không trước ngày", "Not before"), Ask.Day("notAfter", "Không sau ngày", "Not after"), Ask.Rule("rule", "Cách chấm", "Rule").Must(),
        ]),
        new("formula", new("Công thức FEEL", "FEEL formula"), new("Khi không loại nào khác diễn đạt được: viết biểu thức FEEL, ví dụ b / a * điểm tối đa", "For what no other kind says: FEEL expressions"),
        [
            SharedFields.Facts,
            Ask.Rows("branches", "Các trường hợp xét trước", "Branches looked at first",
                [Ask.Text("when", "Khi (FEEL)", "When (FEEL)").Must(), Ask.Text("points", "Điểm (FEEL)", "Points (FEEL)").Must(), Ask.Text("label", "Lời của văn bản", "Words of the annex")]),
            Ask.LongText("points", "Điểm trong các trường hợp còn lại (FEEL)", "Points otherwise (FEEL)").Must(),
        ]),
        new("decisionTable", new("Bảng quyết định (DMN)", "Decision table (DMN)"), new("Bảng các điều kiện FEEL, hoặc cả mô hình DMN", "A small table of FEEL cells, or a DMN model"),
        [
            SharedFields.Facts,
            Ask.Group("table", "Bảng", "Table",
            [
                Ask.Lines("inputs", "Các đầu vào (FEEL), mỗi dòng một đầu vào", "Inputs (FEEL), one a line").Must(),
                Ask.Rows("rows", "Các dòng của bảng", "Rows",
                [
                    Ask.Lines("when", "Điều kiện của từng đầu vào (FEEL), mỗi dòng một điều kiện", "A test for each input (FEEL), one a line").Must(),
                    Ask.Text("points", "Điểm (FEEL)", "Points (FEEL)").Must(), Ask.Text("label", "Lời của văn bản", "Words of the annex"),
                ]).Must(),
                Ask.Option("policy", "Cách chọn dòng", "Hit policy", ("F", "F: dòng đầu tiên đúng", "F: first"), ("U", "U: đúng một dòng", "U: unique"), ("A", "A: các dòng cho cùng kết quả", "A: any"), ("P", "P: theo thứ tự ưu tiên", "P: priority"),
                    ("R", "R: theo thứ tự dòng", "R: rule order"), ("O", "O: theo thứ tự kết quả", "O: output order"), ("C", "C: gom", "C: collect"), ("C+", "C+: cộng", "C+: sum"), ("C<", "C<: nhỏ nhất", "C<: least"), ("C>", "C>: lớn nhất", "C>: most"), ("C#", "C#: đếm", "C#: count")),
            ]),
            Ask.LongText("model", "hoặc mô hình DMN (XML)", "or a DMN model (XML)").Seldom(), Ask.Text("decision", "Quyết định cho điểm trong mô hình", "Decision of the model").Seldom(),
        ]),
        new("manual", new("Chấm trực tiếp", "By hand"), new("Khi văn bản để hội đồng quyết định", "Left to a council"),
        [
            Ask.LongText("because", "Vì sao phải chấm trực tiếp", "Why by hand").Must(),
            Ask.Number("from", "Từ (điểm)", "From"), Ask.Number("to", "Đến (điểm)", "To"), Ask.Whole("appraisers", "Số người thẩm định", "Appraisers"),
        ]),
    ];
}
