using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Papers;
using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Papers;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Documents.Packs;
using OpenPar.Documents.Reading.Plans;
using OpenPar.Documents.Writing;

namespace OpenPar.Documents.Tests.Writing;

/// <summary>A plan that is taken out as a paper is imported again without loss: every word of every row, in Word and in Excel.</summary>
public class PlanRoundTripTests
{
    // Texts that a reader of plans would take apart, repair, fill or leave out if it had to guess.
    private static readonly string[] Items =
    [
        "Ban hành kế hoạch", "3.1. Thành lập Tổ soạn thảo", "2", "Tổng cộng", "- Gạch đầu dòng của chính nó", "Báo cáo, công văn, tờ trình", "Quyết định/Kế hoạch; Báo cáo.",
        "Kế hoạch. - Báo cáo năm - Bản mô tả", "Phần đầu đạt 80%", "<b>đậm</b> & <ul>", "=SUM(A1)", "(1)", "I. MỤC LỚN", "và các việc khác;", "chữ thường bắt đầu",
        "CHỈ ĐẠO, ĐIỀU HÀNH", "Kê hoạch", "100% hồ sơ trực tuyến ≥ 80 %", "(không thuộc mục nào)", "Phụ lục II: chuyển tiếp",
    ];

    private static readonly string[] Names =
    [
        "Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch", "Sở Nội vụ và Sở Tài chính", "Sở A/ Sở B; Sở C", "Các sở, ban, ngành; UBND cấp xã;", "Văn phòng HĐND và UBND", "- Đài Phát thanh - Truyền hình",
        "Sở Giáo dục và Đào tạo Sở Y tế", "cơ quan khác", "Tổ công tác (Sở X, Sở Y)",
    ];

    private static readonly string[] Times = ["Quý I/2026", "12/2022", "Thường xuyên", "Trước 15/12", "Theo lộ trình của Trung ương", "Sau kỳ họp giữa năm", "Tháng 2 đến tháng 8 năm 2026", "-"];

    private static readonly string[] Sums = ["2.300", "0", "20 triệu đồng", "Theo dự toán được cấp", "10 triệu đồng/đơn vị", "Thí điểm", "1,5"];

    private static readonly string[] Sections = ["I", "II", "VII.A", "A", "1", "Nhóm 2", ""];

    public static TheoryData<PaperKind, PaperFormat> Papers => new()
    {
        { PaperKind.Plan, PaperFormat.Docx }, { PaperKind.Plan, PaperFormat.Xlsx }, { PaperKind.PlanTable, PaperFormat.Docx }, { PaperKind.PlanTable, PaperFormat.Xlsx },
    };

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_plan_reads_back_to_the_letter(PaperKind kind, PaperFormat format) => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var plan = Plan(new Random(seed));
        AssertSame(plan, Read(plan, kind, format));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Theory]
    [MemberData(nameof(Papers))]
    public void The_plans_of_the_demonstration_read_back_to_the_letter(PaperKind kind, PaperFormat format)
    {
        var plans = DemonstrationFile.ReadFolder(Path.Combine(PackFolder.Root()!, "demo", "dak-lak-2025")).Value!.Plans;
        Assert.Equal(3, plans.Count);
        foreach (var plan in plans)
        {
            var read = Read(plan, kind, format);
            AssertSame(plan, read);
            Assert.Equal(plan.Year, read.Head.Year);
            Assert.Contains(plan.Title.Replace("KẾ HOẠCH ", "", StringComparison.Ordinal), read.Head.Title, StringComparison.Ordinal);
            if (kind == PaperKind.Plan && format == PaperFormat.Docx) Assert.Equal(plan.Issuer, read.Head.Issuer);
        }
    }

    [Fact]
    public async Task The_PDF_of_a_plan_reads_back_row_by_row_though_it_keeps_no_lines()
    {
        if (!PaperPdf.Available) Assert.Skip("LibreOffice is not installed.");
        var plan = DemonstrationFile.ReadFolder(Path.Combine(PackFolder.Root()!, "demo", "dak-lak-2025")).Value!.Plans[1];
        var printed = await PaperPdf.PrintAsync(WrittenFile.Bytes(stream => PaperWriter.Write(PlanPaper.Of(plan, Trace), PaperFormat.Docx, stream)), TestContext.Current.CancellationToken);
        var read = await PlanReader.ReadAsync(new MemoryStream(printed!), "ke-hoach.pdf", new PlanReading(), TestContext.Current.CancellationToken);
        Assert.Equal(21, read.Rows.Count);
        AssertSame(plan, read);
    }

    [Fact]
    public void Money_whose_unit_stood_over_its_column_stands_over_it_again()
    {
        var plan = Of([Words((PlanField.Money, "2.300"), (PlanField.MoneyMeant, "2.300.000.000 đồng")), Words((PlanField.Money, "0"), (PlanField.Tasks, "Việc khác"))]);
        var table = PlanPaper.TableOf(plan, Trace).Content().Tables[0];
        Assert.Contains("Kinh phí (triệu đồng)", table.Columns.Select(column => column.Head));
        Assert.DoesNotContain("kinh_phi_hieu", table.Columns.Select(column => column.Name));
        Assert.Equal([2_300_000_000m, 0m], table.Rows.Select(row => row.Cells[table.Columns.ToList().FindIndex(column => column.Name == "so_tien")].Number));
        AssertSame(plan, Read(plan, PaperKind.Plan, PaperFormat.Docx));
    }

    [Theory]
    [InlineData("", "(không thuộc mục nào)")]
    [InlineData("", "((không thuộc mục nào))")]
    [InlineData("II", "(mục không có tên)")]
    [InlineData("II", "")]
    public void A_section_that_is_called_like_a_mark_keeps_its_name(string number, string title)
    {
        var plan = Of([Words((PlanField.Section, "I"), (PlanField.SectionTitle, "Chỉ đạo"), (PlanField.Tasks, "Việc một")), Words((PlanField.Section, number), (PlanField.SectionTitle, title), (PlanField.Tasks, "Việc hai")), Words((PlanField.Tasks, "Việc ba"))]);
        foreach (var (kind, format) in Papers.Select(row => row.Data)) AssertSame(plan, Read(plan, kind, format));
    }

    [Fact]
    public void Columns_that_no_row_fills_are_left_out()
    {
        var table = PlanPaper.TableOf(Of([Words((PlanField.Lead, "Sở Nội vụ"), (PlanField.Time, "Thường xuyên"))]), Trace).Content().Tables[0];
        Assert.Equal(["so", "nhiem_vu", "chu_tri", "thoi_gian"], table.Columns.Select(column => column.Name));
    }

    [Fact]
    public void A_line_that_a_person_adds_to_a_cell_is_an_item_of_its_own()
    {
        var plan = Of([Words((PlanField.Number, "1"), (PlanField.Lead, "Sở Nội vụ"))]);
        var edited = Of([Words((PlanField.Number, "1"), (PlanField.Lead, "Sở Nội vụ\nSở Tài chính"))]);
        AssertSame(edited, Read(edited, PaperKind.PlanTable, PaperFormat.Xlsx));
        Assert.Single(Read(plan, PaperKind.PlanTable, PaperFormat.Xlsx).Rows[0].Lead);
    }

    [Fact]
    public void A_plan_of_several_tables_keeps_them_apart_and_loses_no_row_in_a_template()
    {
        var plan = new WrittenPlan("Kế hoạch", [new PlanTable(1, "Phụ lục 1: Chỉ số A", PlanKind.PlanTable), new PlanTable(3, null, PlanKind.PlanTable)],
            [new WrittenRow(1, Words((PlanField.Tasks, "Việc một"))), new WrittenRow(3, Words((PlanField.Tasks, "Việc hai")))]);
        foreach (var (kind, format) in Papers.Select(row => row.Data)) Assert.Equal([1, 2], Read(plan, kind, format).Rows.Select(row => row.Annex));
        var sample = WrittenFile.Bytes(stream => OpenPar.Documents.Writing.Templates.SampleTemplate.Write(PaperKind.Plan, stream));
        var filled = WrittenFile.Text(WrittenFile.Bytes(stream => OpenPar.Documents.Writing.Templates.TemplateFiller.Write(sample, PlanPaper.Of(plan, Trace), stream)));
        Assert.Contains("Phụ lục I. Chỉ số A", filled, StringComparison.Ordinal);
        Assert.Contains("Việc một", filled, StringComparison.Ordinal);
        Assert.Contains("Việc hai", filled, StringComparison.Ordinal);
    }

    private static PaperTrace Trace { get; } = new("Bản 1", new DateOnly(2026, 1, 5), "7F3A-91C2-K0ZQ-5WMT-8DHN", true);

    private static Plan Read(WrittenPlan plan, PaperKind kind, PaperFormat format)
    {
        var paper = kind == PaperKind.Plan ? PlanPaper.Of(plan, Trace) : PlanPaper.TableOf(plan, Trace);
        var file = WrittenFile.Bytes(stream => PaperWriter.Write(paper, format, stream));
        var read = PlanReader.ReadAsync(new MemoryStream(file), $"ke-hoach.{format}", new PlanReading(), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        Assert.True(read.Usable, string.Join('\n', read.Findings.Select(f => $"{f.Where}: {f.Message.Vi}")));
        return read;
    }

    private static void AssertSame(WrittenPlan plan, Plan read)
    {
        var ordered = plan.Tables.SelectMany(table => plan.Rows.Where(row => row.Annex == table.Number)).ToList();
        Assert.Equal(ordered.Select(row => Shown(row.Words)), read.Rows.Select(row => Shown(PlanWords.Of(row, read.Head.Year))));
        Assert.Equal(ordered.Select(row => row.Words.Deadline(plan.Year)), read.Rows.Select(row => row.Deadline));
        Assert.Equal(ordered.Select(row => row.Words.Budget()), read.Rows.Select(row => row.Budget));
        Assert.Equal(plan.Tables.Where(table => plan.Rows.Any(row => row.Annex == table.Number)).Select(table => table.Kind), read.Annexes.Select(annex => annex.Kind));
    }

    private static string Shown(PlanWords words) => string.Join(" | ", words.Said.Select(said => $"{said.Key}={said.Value.ReplaceLineEndings("⏎")}"));

    private static WrittenPlan Plan(Random random)
    {
        var kind = random.GetItems(Enum.GetValues<PlanKind>(), 1)[0];
        var rows = new List<PlanWords>();
        var section = ("", "");
        for (var i = 0; i < random.Next(1, 12); i++)
        {
            if (random.Next(3) == 0) section = (One(random, Sections), random.Next(4) == 0 ? "" : One(random, Items));
            rows.Add(Row(random, kind, i, section));
        }

        return Of(rows, kind);
    }

    private static PlanWords Row(Random random, PlanKind kind, int i, (string Number, string Title) section)
    {
        var texts = new List<(PlanField, string)>
        {
            (PlanField.Section, section.Number), (PlanField.SectionTitle, section.Title), (PlanField.Tasks, Lines(random, Items)),
            (PlanField.Number, random.Next(5) switch { 0 => "", 1 => "4 5", 2 => $"{i + 1}.", _ => kind == PlanKind.Improvement ? $"{1 + (i / 4)}.{1 + (i % 4)}" : $"{i + 1}" }),
        };
        foreach (var field in new[] { PlanField.Objectives, PlanField.Activities, PlanField.Products })
        {
            if (random.Next(2) == 0) texts.Add((field, Lines(random, Items)));
        }

        if (random.Next(3) > 0) texts.Add((PlanField.Lead, Lines(random, Names)));
        if (random.Next(2) == 0) texts.Add((PlanField.Coordinating, Lines(random, Names)));
        if (random.Next(3) > 0) texts.Add((PlanField.Time, One(random, Times)));
        if (random.Next(8) == 0) texts.Add((PlanField.TimeMeant, "Tháng 7/2026"));
        if (random.Next(3) == 0) texts.Add((PlanField.Money, One(random, Sums)));
        if (random.Next(9) == 0) texts.Add((PlanField.MoneyMeant, "Tối đa 1,2 tỷ đồng"));
        return Words([.. texts]);
    }

    private static string Lines(Random random, string[] from) =>
        string.Join('\n', random.Next(30) == 0 ? [string.Concat(Enumerable.Repeat(One(random, from) + " ", 120)).Trim()] : random.GetItems(from, random.Next(1, 4)));

    private static string One(Random random, string[] from) => from[random.Next(from.Length)];

    private static WrittenPlan Of(IReadOnlyList<PlanWords> rows, PlanKind kind = PlanKind.PlanTable) =>
        new("Kế hoạch cải cách hành chính năm 2026", [new PlanTable(1, null, kind)], [.. rows.Select(row => new WrittenRow(1, row))]) { Year = 2026, Issuer = "UBND tỉnh Mẫu" };

    private static PlanWords Words(params (PlanField Field, string Text)[] texts) =>
        new(texts.Any(text => text.Field == PlanField.Tasks) ? texts.Select(text => KeyValuePair.Create(text.Field, (string?)text.Text)) : [new(PlanField.Tasks, "Việc"), .. texts.Select(text => KeyValuePair.Create(text.Field, (string?)text.Text))]);
}
