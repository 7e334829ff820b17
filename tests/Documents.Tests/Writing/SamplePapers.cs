using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;
using OpenPar.Core.Results;

namespace OpenPar.Documents.Tests.Writing;

/// <summary>Small papers with everything that can stand on one: unknown maxima, missing points, several documents, hostile texts.</summary>
internal static class SamplePapers
{
    public const string Injection = "=HYPERLINK(\"http://example.org\";\"Xem\")";

    private static readonly ScoreSheetRow[] Rows =
    [
        Parent("1", "Công tác chỉ đạo điều hành CCHC", null),
        Leaf("1.1", "Thực hiện kế hoạch CCHC", 1.5m) with
        {
            Declared = ["Số nhiệm vụ theo kế hoạch: 40", "Số nhiệm vụ đã hoàn thành: 38"],
            SelfPoints = 1.425m,
            AppraisedPoints = 1.35m,
            LeadAgencies = ["Sở Nội vụ", "Văn phòng UBND tỉnh"],
            Evidence =
            [
                new ScoreSheetEvidence("12/BC-SNV", new DateOnly(2025, 12, 5), "Báo cáo kết quả thực hiện kế hoạch", "Mục II.3", "4"),
                new ScoreSheetEvidence(null, null, "Danh sách sản phẩm"),
            ],
            Explanation = "Hai nhiệm vụ chờ hướng dẫn.\nĐã báo cáo.",
            AppraiserReason = "Chấp nhận 36 nhiệm vụ.",
            Status = "Đã thẩm định",
        },
        Parent("1.3", "Công tác kiểm tra CCHC", null),
        Leaf("1.3.1", "Tỷ lệ cơ quan được kiểm tra trong năm", null) with { SelfPoints = 1m, Status = "Đã nộp" },
        Leaf("1.3.2", "Xử lý các vấn đề phát hiện qua kiểm tra", 1m) with
        {
            Explanation = Injection,
            AppraiserReason = "-1+1",
            Declared = ["@SUM(A1)", "+84", "& < > \" '"],
        },
        Parent("2", "Cải cách thể chế", 2m),
        Leaf("2.1", "Tổ chức thi hành pháp luật", 2m) with { SelfPoints = 2m, AppraisedPoints = 2m, LeadAgencies = ["Sở Tư pháp"] },
    ];

    public static ScoreSheetPaper ScoreSheet { get; } = new()
    {
        Heading = new PaperHeading
        {
            SuperiorAgency = "Ủy ban nhân dân\ntỉnh Đắk Lắk",
            IssuingAgency = "Sở Nội vụ",
            Number = "/PCĐ-SNV",
            Place = "Đắk Lắk",
        },
        Year = 2025,
        Subtitle = "Theo Quyết định số 1187/QĐ-BNV ngày 15/10/2025 của Bộ Nội vụ",
        Unit = "Tỉnh Đắk Lắk",
        Stage = "Thẩm định lần 1",
        Rows = ScoreSheetSums.Fill(Rows),
        FieldTotals = ScoreSheetSums.Fields(Rows),
        Total = ScoreSheetSums.Whole(Rows, 100m),
        Notes = ["Một số điểm tối đa chưa có trong nguồn.", "Số liệu là dữ liệu minh hoạ."],
        Signature = new PaperSignature { Authority = "TM. Ủy ban nhân dân", Position = "Chủ tịch", Recipients = ["Bộ Nội vụ", "Lưu: VT, SNV"] },
        Trace = new PaperTrace("Phiên bản 3", new DateOnly(2026, 1, 5), "7F3A-91C2", Demonstration: true),
    };

    public static AssignmentPaper Assignment { get; } = new()
    {
        Heading = ScoreSheet.Heading with { Date = new DateOnly(2025, 2, 3), Number = "12/UBND-KSTTHC" },
        Title = "Phân công các cơ quan chủ trì thực hiện các tiêu chí",
        AttachedTo = "Kèm theo Công văn số 12/UBND-KSTTHC của UBND tỉnh Đắk Lắk",
        Rows =
        [
            Assigned("1", "Công tác chỉ đạo điều hành", 9.5m),
            Assigned("1.1", "Thực hiện kế hoạch", 1.5m, "Sở Nội vụ"),
            Assigned("1.2", "Thực hiện chế độ báo cáo", 0.5m, "Sở Nội vụ"),
            Assigned("1.3", "Công tác kiểm tra", null, "Văn phòng UBND tỉnh") with { Coordinating = ["Sở Nội vụ", "Các sở, ban, ngành"], Note = "Rà soát" },
            Assigned("2", "Cải cách thể chế", null),
            Assigned("2.1", "Tổ chức thi hành pháp luật", null, "Sở Tư pháp"),
        ],
        Notes = ["Điểm tối đa ghi “chưa biết” khi nguồn không có."],
        Trace = ScoreSheet.Trace with { Demonstration = false, VerificationCode = null },
    };

    /// <summary>The score sheet with one text everywhere a text can stand.</summary>
    public static ScoreSheetPaper ScoreSheetOf(string text) => ScoreSheet with
    {
        Heading = new PaperHeading { SuperiorAgency = text, IssuingAgency = text, Number = text, Place = text },
        Subtitle = text,
        Unit = text,
        Stage = text,
        Notes = [text, text],
        Rows =
        [
            .. ScoreSheet.Rows.Select(row => row with
            {
                Title = text, Declared = [text], LeadAgencies = [text], Explanation = text, AppraiserReason = text, Status = text,
                Evidence = [new ScoreSheetEvidence(text, new DateOnly(1, 1, 1), text, text, text)],
            }),
        ],
        FieldTotals = [.. ScoreSheet.FieldTotals.Select(total => total with { Title = text })],
        Total = ScoreSheet.Total with { Title = text },
        Signature = new PaperSignature { Authority = text, Position = text, Name = text, Recipients = [text] },
        Trace = new PaperTrace(text, new DateOnly(1, 1, 1), text, Demonstration: true),
    };

    /// <summary>The assignment with one text everywhere a text can stand.</summary>
    public static AssignmentPaper AssignmentOf(string text) => Assignment with
    {
        Heading = new PaperHeading { SuperiorAgency = text, IssuingAgency = text, Number = text, Place = text },
        Title = text,
        AttachedTo = text,
        Notes = [text],
        Rows = [.. Assignment.Rows.Select(row => row with { Title = text, Lead = [text], Coordinating = [text], Note = text })],
        Signature = new PaperSignature { Authority = text, Position = text, Name = text, Recipients = [text] },
        Trace = new PaperTrace(text, DateOnly.MaxValue, text, Demonstration: true),
    };

    private static ScoreSheetRow Parent(string code, string title, decimal? max) =>
        new() { Code = CriterionCode.Parse(code), Title = title, IsLeaf = false, MaxPoints = max };

    private static ScoreSheetRow Leaf(string code, string title, decimal? max) =>
        new() { Code = CriterionCode.Parse(code), Title = title, IsLeaf = true, MaxPoints = max };

    private static AssignmentPaperRow Assigned(string code, string title, decimal? max, params string[] lead) =>
        new() { Code = CriterionCode.Parse(code), Title = title, MaxPoints = max, Lead = lead };
}
