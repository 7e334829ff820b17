using OpenPar.Core.Plans;

namespace OpenPar.Documents.Tests.Reading.Plans;

/// <summary>The three real plans: an improvement plan of three annexes, a plan without borders, a task framework.</summary>
public class PlanSeedTests
{
    private static string Improvement => Shared.File("seeds/001_f604188737d5d6ab.txt");

    private static string Bare => Shared.File("seeds/002_21fefb198583832d.txt");

    private static string Framework => Shared.File("seeds/003_83533402004b2f18.txt");

    [Fact]
    public async Task The_improvement_plan_has_111_criteria_5_elements_and_31_tasks_in_8_groups()
    {
        var plan = await Plans.ReadFileAsync(Improvement);
        Assert.Equal(
            [(PlanKind.Improvement, 111), (PlanKind.Improvement, 5), (PlanKind.PlanTable, 31)],
            plan.Annexes.Select(annex => (annex.Kind, annex.Rows)));
        var codes = plan.Rows.Where(row => row.Annex == 1).Select(row => row.Number!).ToList();
        Assert.Equal([8, 35, 68], codes.CountBy(code => code.Count(c => c == '.')).OrderBy(pair => pair.Key).Select(pair => pair.Value));
        var leaves = codes.Where(code => !codes.Exists(other => other.StartsWith(code + ".", StringComparison.Ordinal))).ToList();
        Assert.Equal(80, leaves.Count);
        Assert.Equal(111, codes.Distinct().Count());
        Assert.All(plan.Rows.Where(row => row.Annex == 1 && leaves.Contains(row.Number!)), row =>
        {
            Assert.NotEmpty(row.Lead);
            Assert.NotEmpty(row.Coordinating);
            Assert.NotEmpty(row.Objectives);
            Assert.NotEmpty(row.Products);
        });
        Assert.Equal(["I", "II", "III", "IV", "V", "VI", "VII", "VIII"], plan.Rows.Where(row => row.Annex == 3).Select(row => row.Section!).Distinct());
        Assert.DoesNotContain(plan.Rows.SelectMany(Texts), text => text.Contains('<', StringComparison.Ordinal) || text.Contains("Phần đầu ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_annex_is_read_alone()
    {
        var plan = await Plans.ReadFileAsync(Improvement, new(Annex: 2));
        Assert.Equal("Phụ lục 2: Chỉ số SIPAS", Assert.Single(plan.Annexes).Title);
        Assert.Equal(5, plan.Rows.Count);
        Assert.Contains(plan.Rows[0].Flags, flag => flag.Kind == PlanFlagKind.Contradiction);
        Assert.False((await Plans.ReadFileAsync(Improvement, new(Annex: 4))).Usable);
    }

    [Fact]
    public async Task A_cell_broken_over_two_pages_is_one_list_without_the_words_printed_twice()
    {
        var row = (await Plans.ReadFileAsync(Improvement, new(Annex: 1))).Rows.Single(row => row.Number == "4.3.1");
        Assert.Equal(["Sở Nội vụ", "Sở Kế hoạch và Đầu tư", "Sở Tài Chính", "Sở Tài nguyên và Môi trường"], row.Lead);
        Assert.Equal(["UBND cấp huyện", "UBND cấp xã"], row.Coordinating);
        Assert.Contains(row.Flags, flag => flag.Kind == PlanFlagKind.JoinedLines);
        Assert.Equal(2, row.Flags.Count(flag => flag.Kind == PlanFlagKind.CorrectedSlip));
    }

    [Fact]
    public async Task The_plan_without_borders_has_21_tasks_in_7_sections_each_with_agencies_product_and_time()
    {
        var plan = await Plans.ReadFileAsync(Bare);
        Assert.Equal(("KẾ HOẠCH Cải cách hành chính Sở Kế hoạch và Đầu tư năm 2023", 2023, "Sở Kế hoạch và Đầu tư"), (plan.Head.Title, plan.Head.Year, plan.Head.Issuer));
        Assert.Equal([3, 9, 2, 2, 1, 1, 3], plan.Rows.CountBy(row => row.Section!).Select(pair => pair.Value));
        Assert.Equal(["I", "II", "III", "IV", "V", "VI", "VII"], plan.Rows.Select(row => row.Section!).Distinct());
        string[] agencies = ["Thanh tra Sở", "Văn phòng Sở", "Các phòng chuyên môn thuộc Sở"];
        Assert.All(plan.Rows, row =>
        {
            Assert.Contains(Assert.Single(row.Lead), agencies);
            Assert.Contains(Assert.Single(row.Coordinating), agencies);
            Assert.NotEqual(row.Lead, row.Coordinating);
            Assert.NotEmpty(row.Products);
            Assert.NotEqual(DeadlineKind.Unknown, row.Deadline.Kind);
            Assert.Contains(row.Flags, flag => flag.Kind == PlanFlagKind.GuessedColumns);
        });
        Assert.Equal(
            [(DeadlineKind.Month, 4), (DeadlineKind.Year, 6), (DeadlineKind.Continuous, 11)],
            plan.Rows.CountBy(row => row.Deadline.Kind).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(["Tờ trình", "Quyết định công bố", "dữ liệu điện tử"], plan.Rows[3].Products);
    }

    [Fact]
    public async Task The_task_framework_has_69_rows_in_sections_I_to_VI_and_two_parts_of_VII()
    {
        var plan = await Plans.ReadFileAsync(Framework);
        Assert.Equal((2022, "UBND tỉnh Hà Tĩnh"), (plan.Head.Year, plan.Head.Issuer));
        Assert.Equal(69, plan.Rows.Count);
        Assert.Equal(
            [("I", 10), ("II", 6), ("III", 9), ("IV", 15), ("V", 8), ("VI", 6), ("VII.A", 10), ("VII.B", 5)],
            plan.Rows.CountBy(row => row.Section!).Select(pair => (pair.Key, pair.Value)));
        Assert.All(plan.Rows, row =>
        {
            Assert.NotEmpty(row.Objectives);
            Assert.NotEmpty(row.Lead);
            Assert.NotEqual(DeadlineKind.Unknown, row.Deadline.Kind);
            Assert.NotEqual(BudgetKind.Unknown, row.Budget.Kind);
        });
        Assert.Equal(2, plan.Rows.Single(row => row.Number == "4 5").Flags.Count(flag => flag.Kind == PlanFlagKind.DoubleNumber) + plan.Rows.Single(row => row.Number == "1 2").Flags.Count(flag => flag.Kind == PlanFlagKind.DoubleNumber));
        Assert.Contains(plan.Rows.SelectMany(row => row.Flags), flag => flag.Kind == PlanFlagKind.DuplicateNumber && flag.Reason.Vi.Contains("3.26", StringComparison.Ordinal));
        Assert.Equal(2, plan.Rows.Single(row => row.Activities.Any(text => text.StartsWith("3.26.", StringComparison.Ordinal))).Activities.Count(text => text.StartsWith("3.26.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_money_of_the_task_framework_is_in_millions()
    {
        var rows = (await Plans.ReadFileAsync(Framework)).Rows;
        Budget Of(string text) => rows.Select(row => row.Budget).First(budget => budget.Text == text);
        Assert.Equal((BudgetKind.Amount, 2_300_000_000m), (Of("2.300").Kind, Of("2.300").AmountVnd));
        Assert.Equal((BudgetKind.Amount, 12_000_000_000m), (Of("12.000").Kind, Of("12.000").AmountVnd));
        Assert.Equal((BudgetKind.PerUnit, 10_000_000m), (Of("10 triệu đồng/đơn vị").Kind, Of("10 triệu đồng/đơn vị").AmountVnd));
        Assert.Equal(BudgetKind.Pilot, Of("Thí điểm").Kind);
        Assert.Equal(BudgetKind.Allocated, Of("Kinh phí theo Đề án, Nghị quyết").Kind);
        Assert.DoesNotContain(rows.SelectMany(row => row.Flags), flag => flag.Kind == PlanFlagKind.UncertainMoney);
    }

    [Fact]
    public async Task Every_value_that_is_not_in_its_row_is_flagged()
    {
        var plan = await Plans.ReadFileAsync(Framework);
        foreach (var row in plan.Rows)
        {
            foreach (var (column, filled) in new[] { ("Chủ trì", row.Lead.Count > 0), ("Thời gian", row.Deadline.Text.Length > 0), ("Mục tiêu", row.Objectives.Count > 0), ("Nhiệm vụ", row.Tasks.Count > 0) })
            {
                var own = row.Cells.Any(cell => cell.Column == column);
                Assert.Equal(filled && !own, row.Flags.Any(flag => flag.Kind is PlanFlagKind.FilledDown or PlanFlagKind.UncertainMerge && flag.Reason.Vi.StartsWith(column, StringComparison.Ordinal)));
            }
        }
    }

    private static IEnumerable<string> Texts(PlanRow row) => [.. row.Objectives, .. row.Tasks, .. row.Activities, .. row.Products, .. row.Lead, .. row.Coordinating];
}
