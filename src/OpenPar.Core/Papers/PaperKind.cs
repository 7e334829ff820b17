namespace OpenPar.Core.Papers;

/// <summary>What a paper is.</summary>
public enum PaperKind
{
    /// <summary>Score sheet of one unit (phiếu chấm điểm).</summary>
    ScoreSheet,

    /// <summary>Points of all units of a round by field and by row (bảng tổng hợp).</summary>
    ScoreSummary,

    /// <summary>The rows of each field with the points of all units (tổng hợp theo lĩnh vực).</summary>
    FieldSheet,

    /// <summary>Points without the rows that do not apply, brought to the full maximum (báo cáo đặc thù).</summary>
    SpecialReport,

    /// <summary>Self-assessed against appraised points, with the reason of every change (biên bản thẩm định).</summary>
    AppraisalMinutes,

    /// <summary>What a session of the council decided, item by item (biên bản họp Hội đồng).</summary>
    CouncilMinutes,

    /// <summary>Explanations of the units with their evidence (hồ sơ giải trình).</summary>
    ExplanationFile,

    /// <summary>The decision that publishes the result, with the ranking (quyết định công bố).</summary>
    ResultsDecision,

    /// <summary>Where points were lost and who answers for them (phân tích điểm mất).</summary>
    LostPoints,

    /// <summary>Who leads which criterion, as a table alone (phụ lục phân công).</summary>
    AssignmentAnnex,

    /// <summary>The decision on who leads which criterion, with its annex (quyết định phân công).</summary>
    AssignmentDecision,

    /// <summary>A framework with maxima, method and scoring text (phụ lục bộ tiêu chí).</summary>
    FrameworkAnnex,

    /// <summary>A plan with its tables as annexes (kế hoạch).</summary>
    Plan,

    /// <summary>The tables of a plan alone (biểu kế hoạch).</summary>
    PlanTable,
}
