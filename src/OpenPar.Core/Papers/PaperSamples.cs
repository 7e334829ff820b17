using OpenPar.Core.Frameworks;
using OpenPar.Core.Plans.Papers;
using OpenPar.Core.Results;
using OpenPar.Core.Results.Papers;
using OpenPar.Core.Rounds;

namespace OpenPar.Core.Papers;

/// <summary>
/// A small paper of each kind with invented figures, marked as such: the examples of the list of fields, the preview of a
/// template, and what tests read.
/// </summary>
public static class PaperSamples
{
    private static readonly PaperTrace Trace = new("Ví dụ", new DateOnly(2026, 1, 5), null, Demonstration: true);

    private static readonly Framework Framework = new(
        FrameworkId.Parse("mau/1-2025"), "Bộ tiêu chí mẫu", new Decision("1/QĐ-MAU", "Cơ quan mẫu", new DateOnly(2025, 10, 15), "Phụ lục"),
        [
            Node("1", "Chỉ đạo điều hành", 3),
            Node("1.1", "Kế hoạch cải cách hành chính", 2),
            Node("1.1.1", "Ban hành kế hoạch đúng hạn", 1) with { Method = ScoringMethod.SelfAssessed, RuleText = "Đúng hạn: 1\nChậm: 0", Evidence = ["Kế hoạch được ban hành"], Requirement = "Ban hành trước ngày 31 tháng 12" },
            Node("1.1.2", "Thực hiện kế hoạch", 1) with { Method = ScoringMethod.SelfAssessed, RuleText = "(b/a)*điểm tối đa", Note = "Tính theo số nhiệm vụ" },
            Node("1.2", "Sáng kiến", 1) with { Method = ScoringMethod.SelfAssessed, RuleText = "Có sáng kiến: 1\nKhông có: 0", NotApplicable = NotApplicablePolicy.Removed },
            Node("2", "Thủ tục hành chính", 2),
            Node("2.1", "Kiểm soát thủ tục", null) with { Method = ScoringMethod.SelfAssessed },
            Node("2.2", "Mức độ hài lòng", 1) with { Method = ScoringMethod.Survey },
        ])
    { TotalPoints = 5 };

    /// <summary>The sample of a kind.</summary>
    public static Paper Of(PaperKind kind) => kind switch
    {
        PaperKind.ScoreSheet => Sheet(),
        PaperKind.ScoreSummary => ScoreSummary.Of(Round()),
        PaperKind.FieldSheet => FieldSheet.Of(Round(), null),
        PaperKind.SpecialReport => SpecialReport.Of(Round()),
        PaperKind.AppraisalMinutes => AppraisalMinutes.Of(Round()),
        PaperKind.CouncilMinutes => CouncilMinutes.Of(Meeting()),
        PaperKind.ExplanationFile => ExplanationFile.Of(Round()),
        PaperKind.ResultsDecision => ResultsDecision.Of(Round()),
        PaperKind.LostPoints => LostPoints.Of(Round()),
        PaperKind.AssignmentAnnex => Assignment(),
        PaperKind.AssignmentDecision => AssignmentDecisionPaper.Of(Assignment(), Framework, "UBND tỉnh Mẫu"),
        PaperKind.FrameworkAnnex => FrameworkAnnexPaper.Of(Framework, Trace),
        PaperKind.Plan => PlanPaper.Of(PlanSample.Plan, Trace),
        PaperKind.PlanTable => PlanPaper.TableOf(PlanSample.Plan, Trace),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no sample of this kind."),
    };

    /// <summary>Two units with everything that can stand in a round: changed points, a row that does not apply, an unknown maximum, open rows.</summary>
    public static RoundScores Round() => new()
    {
        Round = "Kỳ mẫu",
        Year = 2025,
        Framework = Framework,
        Issuer = "UBND tỉnh Mẫu",
        Units =
        [
            new UnitScores("Sở Mẫu A", ScoreSheetSums.Fill(Rows(1m, 1m, 0.9m, 0.75m, 1m, 1m, null, 0.8m))),
            new UnitScores("Sở Mẫu B", ScoreSheetSums.Fill(Rows(1m, 0m, 0.5m, 0.5m, null, null, "Không phát sinh trong năm", 0.7m))),
        ],
        Trace = Trace,
    };

    /// <summary>
    /// A session that raised a row, lowered one and put one out of the denominator, beside bonus cut at the cap, a claim nobody decided and a penalty; people
    /// are named by their part alone.
    /// </summary>
    public static CouncilMeeting Meeting() => new()
    {
        Round = "Kỳ mẫu",
        Year = 2025,
        Issuer = "UBND tỉnh Mẫu",
        MinutesNumber = "01/BB-HĐTĐ",
        HeldOn = new DateOnly(2026, 1, 5),
        Note = "Đề nghị Tổ thẩm định gửi kết luận đến từng đơn vị.",
        Chair = "Chủ tịch Hội đồng mẫu",
        Members = ["Thành viên Hội đồng mẫu 1", "Thành viên Hội đồng mẫu 2"],
        Presence = new CouncilPresence(new TimeOnly(8, 0), new TimeOnly(11, 30), "Phòng họp mẫu", 2, ["Thành viên Hội đồng mẫu 2 (đi công tác)"], null, "Thư ký mẫu"),
        Items =
        [
            Item("Sở Mẫu A", "1.1.2", 0.9m, 0.75m, 0.9m, "Hai nhiệm vụ có sản phẩm gửi trước ngày 31/12.") with { Votes = new CouncilVotes(2, 0, 0) },
            Item("Sở Mẫu B", "1.1.1", 1m, 1m, 0m, "Kế hoạch ban hành sau thời hạn.") with { Votes = new CouncilVotes(1, 1, 0) },
            Item("Sở Mẫu B", "1.2", null, 0m, null, "Không phát sinh trong năm."),
        ],
        Adjustments =
        [
            Bonus("Sở Mẫu A", "Sáng kiến cấp tỉnh được công nhận", 1m, 1m, "Có quyết định công nhận."),
            Bonus("Sở Mẫu A", "Mô hình được nhân rộng", 1m, 0.75m, "Một trong hai nơi áp dụng có xác nhận."),
            Bonus("Sở Mẫu B", "Đạt giải sáng tạo", 0.5m, null, null),
            new CouncilAdjustment("Sở Mẫu B", Penalty: true, "Chậm gửi báo cáo quý", null, 0.5m, "Hai báo cáo gửi sau hạn.", null, "Người thẩm định mẫu 2", new DateOnly(2026, 1, 4)),
        ],
        LaterAdjustments = 1,
        BonusCap = 1.5m,
        PenaltyCap = 2,
        Trace = Trace,
    };

    private static CouncilAdjustment Bonus(string unit, string title, decimal claimed, decimal? decided, string? reason) => new(
        unit, Penalty: false, title, claimed, decided, reason, new ScoreSheetEvidence("15/QĐ-MAU", new DateOnly(2025, 11, 20), "Công nhận sáng kiến"),
        decided is null ? null : "Người thẩm định mẫu 1", decided is null ? null : new DateOnly(2026, 1, 3));

    private static CouncilItem Item(string unit, string code, decimal? self, decimal? before, decimal? after, string reason)
    {
        var criterion = Framework.Find(CriterionCode.Parse(code))!;
        return new CouncilItem(unit, criterion.Code, criterion.Title, criterion.MaxPoints, self, before, after, reason, "Thành viên Hội đồng mẫu 1");
    }

    private static Criterion Node(string code, string title, decimal? max) => new() { Code = CriterionCode.Parse(code), Title = title, MaxPoints = max };

    private static IReadOnlyList<ScoreSheetRow> Rows(
        decimal? self1, decimal? final1, decimal? self2, decimal? final2, decimal? self3, decimal? final3, string? notApplicable, decimal? survey) =>
        [.. Framework.Criteria.Select(c => Row(c) with
        {
            SelfPoints = c.Code.ToString() switch { "1.1.1" => self1, "1.1.2" => self2, "1.2" => self3, _ => null },
            AppraisedPoints = c.Code.ToString() switch { "1.1.1" => final1, "1.1.2" => final2, "1.2" => final3, "2.2" => survey, _ => null },
            AppraiserReason = c.Code.ToString() switch { "1.1.1" when final1 < self1 => "Ban hành sau thời hạn.", "1.1.2" when final2 < self2 => "Hai nhiệm vụ chưa có sản phẩm.", _ => null },
            NotApplicable = c.Code.ToString() == "1.2" ? notApplicable : null,
            Dropped = c.Code.ToString() == "1.2" && notApplicable is not null,
        })];

    private static ScoreSheetRow Row(Criterion c)
    {
        var row = new ScoreSheetRow { Code = c.Code, Title = c.Title, IsLeaf = Framework.IsLeaf(c.Code), MaxPoints = c.MaxPoints };
        if (!row.IsLeaf) return row;
        return row with
        {
            LeadAgencies = c.Code.ToString() == "2.1" ? [] : ["Sở Mẫu A", "Văn phòng UBND tỉnh"],
            Declared = c.Code.ToString() == "1.1.2" ? ["Số nhiệm vụ theo kế hoạch: 20", "Số nhiệm vụ hoàn thành: 18"] : [],
            Evidence = c.Code.ToString() == "1.1.1" ? [new ScoreSheetEvidence("12/KH-MAU", new DateOnly(2025, 1, 15), "Kế hoạch cải cách hành chính năm 2025", "Mục II", "3")] : [],
            Explanation = c.Code.ToString() == "1.1.2" ? "Hai nhiệm vụ chờ hướng dẫn của cơ quan cấp trên." : null,
            Status = "Đã nộp",
        };
    }

    private static ScoreSheetPaper Sheet()
    {
        var (round, unit) = (Round(), Round().Units[0]);
        return new ScoreSheetPaper
        {
            Heading = PaperHeading.Of(unit.Unit, "/PCĐ"),
            Year = round.Year,
            Subtitle = $"Theo {round.DecisionText}",
            Unit = unit.Unit,
            Stage = "Thẩm định",
            Rows = unit.Rows,
            FieldTotals = unit.Fields,
            Total = unit.Total(Framework),
            Trace = Trace,
        };
    }

    private static AssignmentPaper Assignment() => new()
    {
        Heading = PaperHeading.Of("UBND tỉnh Mẫu", ""),
        Title = "PHÂN CÔNG CƠ QUAN CHỦ TRÌ CÁC TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN",
        AttachedTo = $"Theo {Framework.Title}, {DecisionWords.Of(Framework.Decision)}",
        Rows = [.. Framework.Criteria.Select(c => new AssignmentPaperRow
        {
            Code = c.Code,
            Title = c.Title,
            MaxPoints = c.MaxPoints,
            Lead = Framework.IsLeaf(c.Code) && c.Code.ToString() != "2.1" ? ["Sở Mẫu A"] : [],
            Coordinating = c.Code.ToString() == "1.1.2" ? ["Văn phòng UBND tỉnh"] : [],
        })],
        Notes = ["Chưa phân công: 2.1."],
        Trace = Trace,
    };
}
