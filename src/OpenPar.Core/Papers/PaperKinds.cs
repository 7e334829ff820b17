using OpenPar.Core.Accounts;
using OpenPar.Core.Text;

namespace OpenPar.Core.Papers;

/// <summary>Names of the kinds of papers, and who may see what one of them says.</summary>
public static class PaperKinds
{
    private static readonly Dictionary<PaperKind, (string Slug, Permission Permission, LocalText Name)> Known = new()
    {
        [PaperKind.ScoreSheet] = ("phieu-cham-diem", Permission.ViewRounds, new("Phiếu chấm điểm của đơn vị", "Score sheet of a unit")),
        [PaperKind.ScoreSummary] = ("tong-hop-diem", Permission.ViewResults, new("Bảng tổng hợp điểm", "Summary of points")),
        [PaperKind.FieldSheet] = ("diem-theo-linh-vuc", Permission.ViewResults, new("Bảng điểm theo lĩnh vực", "Points by field")),
        [PaperKind.SpecialReport] = ("bao-cao-dac-thu", Permission.ViewResults, new("Báo cáo đặc thù", "Report without rows that do not apply")),
        [PaperKind.AppraisalMinutes] = ("bien-ban-tham-dinh", Permission.ViewResults, new("Biên bản thẩm định", "Appraisal minutes")),
        [PaperKind.CouncilMinutes] = ("bien-ban-hoi-dong", Permission.ViewResults, new("Biên bản họp Hội đồng", "Minutes of the council")),
        [PaperKind.ExplanationFile] = ("ho-so-giai-trinh", Permission.ViewRounds, new("Hồ sơ giải trình", "Explanation file")),
        [PaperKind.ResultsDecision] = ("quyet-dinh-ket-qua", Permission.ViewResults, new("Quyết định công bố kết quả", "Decision on the results")),
        [PaperKind.LostPoints] = ("phan-tich-diem-mat", Permission.ViewResults, new("Phân tích điểm mất", "Analysis of lost points")),
        [PaperKind.AssignmentAnnex] = ("phu-luc-phan-cong", Permission.ViewAssignments, new("Phụ lục phân công", "Assignment annex")),
        [PaperKind.AssignmentDecision] = ("quyet-dinh-phan-cong", Permission.ViewAssignments, new("Quyết định phân công", "Decision on the assignment")),
        [PaperKind.FrameworkAnnex] = ("phu-luc-bo-tieu-chi", Permission.ViewFrameworks, new("Phụ lục bộ tiêu chí", "Framework annex")),
        [PaperKind.Plan] = ("ke-hoach", Permission.ViewPlans, new("Kế hoạch", "Plan")),
        [PaperKind.PlanTable] = ("bieu-ke-hoach", Permission.ViewPlans, new("Biểu kế hoạch", "Table of a plan")),
    };

    /// <summary>Every kind, in order.</summary>
    public static IReadOnlyList<PaperKind> All { get; } = Enum.GetValues<PaperKind>();

    /// <summary>What people call it.</summary>
    public static LocalText NameOf(PaperKind kind) => Known[kind].Name;

    /// <summary>Its name in addresses and names of files, such as <c>bien-ban-tham-dinh</c>.</summary>
    public static string SlugOf(PaperKind kind) => Known[kind].Slug;

    /// <summary>Who may make it and see the state recorded for it.</summary>
    public static Permission PermissionOf(PaperKind kind) => Known[kind].Permission;

    /// <summary>Whether it is a decision of the people's committee, signed in its name.</summary>
    public static bool IsDecision(PaperKind kind) => kind is PaperKind.ResultsDecision or PaperKind.AssignmentDecision;

    /// <summary>The kind of a name in an address; null when there is none.</summary>
    public static PaperKind? Find(string? slug) => All.Where(kind => Known[kind].Slug == slug).Select(kind => (PaperKind?)kind).FirstOrDefault();
}
