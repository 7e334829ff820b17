using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Findings;
using OpenPar.Core.Plans;
using OpenPar.Documents.Reading.Plans;

namespace OpenPar.Documents.Tests.Reading.Plans;

/// <summary>Merged cells, blank cells and pages give the same plan; every kind of table is told by its heads.</summary>
public class PlanTableTests
{
    private static readonly string[] Head = ["TT", "Mục tiêu", "Nhiệm vụ", "Hoạt động", "Kết quả", "Chủ trì", "Phối hợp", "Thời gian", "Kinh phí (triệu đồng)"];

    private static readonly string[][] Merged =
    [
        Head,
        ["I", "CẢI CÁCH THỂ CHẾ", "<", "<", "<", "<", "<", "<", "<"],
        ["1", "1.1. Mục tiêu một", "2.1. Nhiệm vụ một", "3.1. Việc một", "Báo cáo", "Sở Nội vụ", "Các sở, ban, ngành", "Quý I/2025", "100"],
        ["^", "^", "^", "3.2. Việc hai", "Công văn", "^", "^", "Quý II/2025", "^"],
        ["^", "^", "2.2. Nhiệm vụ hai", "3.3. Việc ba", "Kế hoạch", "Sở Tư pháp", "^", "^", "20"],
        ["2", "1.2. Mục tiêu hai", "2.3. Nhiệm vụ ba", "3.4. Việc bốn", "Đề án", "Sở Tài chính", "", "Năm 2025", "0"],
    ];

    [Fact]
    public void Merged_cells_are_filled_down_and_said_but_money_is_not_counted_twice()
    {
        var rows = Plans.Read(Plans.Grid(Merged)).Rows;
        Assert.Equal(4, rows.Count);
        Assert.All(rows, row => Assert.Equal(("I", "CẢI CÁCH THỂ CHẾ"), (row.Section, row.SectionTitle)));
        Assert.Equal(["Sở Nội vụ", "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính"], rows.Select(row => Assert.Single(row.Lead)));
        Assert.Equal(["Quý I/2025", "Quý II/2025", "Quý II/2025", "Năm 2025"], rows.Select(row => row.Deadline.Text));
        Assert.Equal([100_000_000m, null, 20_000_000m, 0m], rows.Select(row => row.Budget.AmountVnd));
        Assert.Equal(["1.1. Mục tiêu một", "1.1. Mục tiêu một", "1.1. Mục tiêu một", "1.2. Mục tiêu hai"], rows.Select(row => Assert.Single(row.Objectives)));
        Assert.Equal(["2.1. Nhiệm vụ một", "2.1. Nhiệm vụ một", "2.2. Nhiệm vụ hai", "2.3. Nhiệm vụ ba"], rows.Select(row => Assert.Single(row.Tasks)));
        Assert.Contains(rows[1].Flags, flag => flag.Kind == PlanFlagKind.UncertainMerge && flag.Reason.Vi.StartsWith("Kinh phí", StringComparison.Ordinal));
        Assert.Empty(rows[3].Coordinating);
        Assert.Empty(rows[0].Flags);
    }

    [Fact]
    public void Blank_cells_give_the_same_rows_as_merged_ones()
    {
        var blank = Merged.Select(row => row.Select(cell => cell is "^" or "<" ? "" : cell).ToArray()).ToArray();
        // Without borders a lead of its own does not take the time of the row above: the third row then states none.
        blank[4][6] = "Các sở, ban, ngành";
        blank[4][7] = "Quý II/2025";
        var (left, right) = (Plans.Read(Plans.Grid(Merged)).Rows, Plans.Read(Plans.Grid(blank)).Rows);
        Assert.Equal(left.Select(Meaning), right.Select(Meaning));
        Assert.All(right.Skip(1).Take(2), row => Assert.Contains(row.Flags, flag => flag.Kind is PlanFlagKind.FilledDown or PlanFlagKind.UncertainMerge));
    }

    [Fact]
    public void A_table_continued_on_the_next_page_with_its_header_is_one_annex()
    {
        var first = Plans.Grid(Merged[..4]);
        var second = Plans.Grid([Head, .. Merged[5..]]);
        var plan = Plans.Read(Plans.Text("PHỤ LỤC I"), first, Plans.Text("2"), second);
        Assert.Equal((1, 3), (plan.Annexes.Count, plan.Rows.Count));
        var two = Plans.Read(Plans.Text("PHỤ LỤC I"), first, Plans.Text("PHỤ LỤC II"), second);
        Assert.Equal([2, 1], two.Annexes.Select(annex => annex.Rows));
        Assert.Equal([1, 1, 2], two.Rows.Select(row => row.Annex));
    }

    [Theory]
    [InlineData(TableKind.Assignment, "STT|Tiêu chí|Cơ quan chủ trì", "1|Chỉ đạo|Sở Nội vụ", "1.1|Kế hoạch|Sở Nội vụ")]
    [InlineData(TableKind.CriteriaAnnex, "STT|Tiêu chí", "1|Chỉ đạo", "1.1|Kế hoạch")]
    [InlineData(TableKind.ScoredAnnex, "STT|Lĩnh vực, tiêu chí|Điểm tối đa|Ghi chú", "1|Chỉ đạo|9,5|", "1.1|Kế hoạch|1|")]
    [InlineData(TableKind.ImprovementPlan, "TT|Tiêu chí|Chủ trì|Phối hợp|Yêu cầu|Tài liệu kiểm chứng", "1|Chỉ đạo||||", "1.1|Kế hoạch|Sở Nội vụ||100%|Báo cáo")]
    [InlineData(TableKind.PlanTable, "TT|Nội dung công việc|Sản phẩm|Đơn vị thực hiện|Thời gian", "1|Ban hành kế hoạch|Kế hoạch|Văn phòng|Tháng 1", "2|Tuyên truyền|Tin bài|Văn phòng|Hàng quý")]
    [InlineData(TableKind.TaskFramework, "TT|Chỉ tiêu|Nhiệm vụ|Giải pháp|Chủ trì|Hoàn thành trước", "1|80%|A|B|Sở Nội vụ|Quý I", "2|90%|C|D|Sở Nội vụ|Quý II")]
    [InlineData(TableKind.AgencyList, "TT|Tên đơn vị|Địa chỉ", "1|Sở Nội vụ|A", "2|Sở Tư pháp|B", "3|Văn phòng UBND tỉnh|C")]
    [InlineData(TableKind.SurveyForm, "STT|Câu hỏi|Hài lòng|Bình thường|Không hài lòng", "1|Thái độ|□|□|□", "2|Thời gian|□|□|□")]
    [InlineData(TableKind.StatisticsTable, "STT|Chỉ tiêu thống kê|Số lượng|Tỷ lệ", "1|Hồ sơ tiếp nhận|1.200|100%", "2|Hồ sơ đúng hạn|1.180|98,3%")]
    public void A_table_is_told_by_its_heads(TableKind kind, params string[] rows)
    {
        var document = Plans.Document(Plans.Grid([.. rows.Select(row => row.Split('|'))]));
        Assert.Equal(kind, Assert.Single(PlanReader.Recognise(document)).Kind);
        var plan = PlanReader.Read(document, new PlanReading());
        var isPlan = kind is TableKind.ImprovementPlan or TableKind.PlanTable or TableKind.TaskFramework;
        Assert.Equal(isPlan, plan.Usable);
        // What is no plan is named, and its columns are listed.
        if (!isPlan) Assert.Contains(plan.Findings, finding => finding.Severity == Severity.Info && finding.Message.Vi.Contains("không phải bảng kế hoạch", StringComparison.Ordinal) && finding.Message.Vi.Contains('→', StringComparison.Ordinal));
    }

    [Fact]
    public void A_section_number_of_two_levels_opens_both()
    {
        var plan = Plans.Read(Plans.Grid(
            ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"], ["I", "Thể chế", "", ""], ["1", "Rà soát", "Sở Tư pháp", "Quý I"],
            ["VII.A", "Công nghệ thông tin", "", ""], ["1", "Nâng cấp cổng", "Sở Nội vụ", "Quý II"], ["B", "Áp dụng ISO", "", ""], ["1", "Đánh giá nội bộ", "Sở Nội vụ", "Quý III"]));
        Assert.Equal(["I|Thể chế", "VII.A|Công nghệ thông tin", "VII.B|Áp dụng ISO"], plan.Rows.Select(row => $"{row.Section}|{row.SectionTitle}"));
    }

    [Fact]
    public void A_person_can_say_what_a_table_is()
    {
        var document = Plans.Document(Plans.Grid(["STT", "Tiêu chí", "Cơ quan chủ trì"], ["1", "Rà soát", "Sở Nội vụ"], ["2", "Kiểm tra", "Sở Tư pháp"]));
        Assert.False(PlanReader.Read(document, new PlanReading()).Usable);
        var read = PlanReader.Read(document, new PlanReading(Kind: PlanKind.PlanTable));
        Assert.Equal(["Rà soát", "Kiểm tra"], read.Rows.Select(row => Assert.Single(row.Tasks)));
    }

    [Fact]
    public void Any_table_is_answered()
    {
        var texts = Gen.Elements([.. Head, "", "", "^", "1", "1.1", "I", "A", "2\n3", "- a\n- b", "Sở Nội vụ", "Quý I/2025", "2.300", "<ul>", "Tổng cộng", "□", "3.1. a 3.2. b", "(1)", "\u2029", "😀"]);
        var grids = from columns in Gen.Choose(1, 9)
                    from rows in texts.ArrayOf(columns).ListOf()
                    select rows.ToList();
        Prop.ForAll(grids.ToArbitrary(), rows =>
        {
            for (var c = 0; rows.Count > 0 && c < rows[0].Length; c++)
            {
                if (rows[0][c] == "^") rows[0][c] = "";
            }

            string[][] headed = [[.. Head.Take(rows.Count == 0 ? 9 : rows[0].Length)], .. rows];
            var plan = Plans.Read(Plans.Grid(headed));
            return plan.Rows.Count <= headed.Length && plan.Rows.All(row => row.Flags.All(flag => flag.Reason.Vi.Length > 0));
        }).QuickCheckThrowOnFailure();
    }

    private static string Meaning(PlanRow row) => string.Join(" | ",
        [row.Section ?? "", .. row.Objectives, .. row.Tasks, .. row.Activities, .. row.Products, .. row.Lead, .. row.Coordinating, row.Deadline.Text, row.Budget.Text]);
}
