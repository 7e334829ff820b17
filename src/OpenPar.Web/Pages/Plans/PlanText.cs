using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Plans;

/// <summary>Typed values of a plan in words.</summary>
internal static class PlanText
{
    public static string Days(Deadline deadline) => (deadline.From, deadline.To) switch
    {
        (null, null) => "",
        (null, { } to) => Words.Say($"đến {DayText.Write(to)}", $"until {DayText.Write(to)}"),
        ({ } from, null) => Words.Say($"từ {DayText.Write(from)}", $"from {DayText.Write(from)}"),
        ({ } from, { } to) when from == to => DayText.Write(to),
        ({ } from, { } to) => $"{DayText.Write(from)} – {DayText.Write(to)}",
    };

    public static string Kind(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Date => Words.Say("ngày", "day"),
        DeadlineKind.Month => Words.Say("tháng", "month"),
        DeadlineKind.Quarter => Words.Say("quý", "quarter"),
        DeadlineKind.Year => Words.Say("năm", "year"),
        DeadlineKind.Range => Words.Say("khoảng thời gian", "range"),
        DeadlineKind.Recurring => Words.Say("định kỳ", "recurring"),
        DeadlineKind.Continuous => Words.Say("thường xuyên", "continuous"),
        DeadlineKind.OnEvent => Words.Say("khi có sự việc", "on an event"),
        DeadlineKind.External => Words.Say("theo cơ quan khác", "set by others"),
        _ => Words.Say("chưa hiểu", "not understood"),
    };

    public static string Money(Budget budget) => budget.Kind switch
    {
        BudgetKind.Amount or BudgetKind.PerUnit or BudgetKind.Zero => budget.Kind == BudgetKind.Zero ? Words.Say("0 đồng", "0 đồng") : budget.Write(),
        BudgetKind.Allocated => Words.Say("theo nguồn được cấp, không nêu số", "allocated, no sum"),
        BudgetKind.Pilot => Words.Say("thí điểm", "pilot"),
        BudgetKind.None => Words.Say("không nêu", "none stated"),
        _ => Words.Say("chưa hiểu", "not understood"),
    };

    public static string Of(PlanFlagKind kind) => kind switch
    {
        PlanFlagKind.FilledDown => Words.Say("Lấy từ ô gộp phía trên", "Taken from a merged cell above"),
        PlanFlagKind.UncertainMerge => Words.Say("Không chắc ô gộp đến đâu", "Uncertain merge"),
        PlanFlagKind.JoinedLines => Words.Say("Đã nối dòng", "Joined lines"),
        PlanFlagKind.CorrectedSlip => Words.Say("Đã sửa lỗi chữ", "Corrected slip"),
        PlanFlagKind.RemovedMarkup => Words.Say("Đã bỏ mã định dạng, chú thích", "Removed mark-up"),
        PlanFlagKind.SplitNames => Words.Say("Đã tách tên cơ quan", "Names taken apart"),
        PlanFlagKind.SplitItems => Words.Say("Đã tách sản phẩm", "Products taken apart"),
        PlanFlagKind.DuplicateNumber => Words.Say("Số thứ tự trùng", "Number used twice"),
        PlanFlagKind.DoubleNumber => Words.Say("Hai số trong một ô", "Two numbers in a cell"),
        PlanFlagKind.SkippedNumber => Words.Say("Thiếu số thứ tự trước đó", "A number is missing before"),
        PlanFlagKind.StrayText => Words.Say("Chữ chưa rõ thuộc dòng nào", "Stray text"),
        PlanFlagKind.GuessedColumns => Words.Say("Ranh giới cột là phỏng đoán", "Columns were guessed"),
        PlanFlagKind.UncertainTime => Words.Say("Thời gian cần xem", "Time to check"),
        PlanFlagKind.AssumedYear => Words.Say("Lấy năm của kế hoạch", "The year of the plan was taken"),
        PlanFlagKind.UncertainMoney => Words.Say("Kinh phí cần xem", "Money to check"),
        PlanFlagKind.MissingLead => Words.Say("Thiếu cơ quan chủ trì", "No lead"),
        PlanFlagKind.Contradiction => Words.Say("Hai ô mâu thuẫn", "Contradiction"),
        PlanFlagKind.Conflict => Words.Say("Tệp mới khác quyết định", "File against decision"),
        PlanFlagKind.ChangedInFile => Words.Say("Tệp mới đổi", "Changed in the new file"),
        PlanFlagKind.NewInFile => Words.Say("Dòng mới trong tệp", "New in the file"),
        _ => Words.Say("Tệp mới không còn", "Gone from the file"),
    };

    public static string Of(PlanKind kind) => kind switch
    {
        PlanKind.PlanTable => Words.Say("biểu kế hoạch", "plan table"),
        PlanKind.TaskFramework => Words.Say("khung nhiệm vụ", "task framework"),
        _ => Words.Say("kế hoạch cải thiện", "improvement plan"),
    };

    public static string Of(ReviewState state) => state switch
    {
        ReviewState.Confirmed => Words.Say("đã xem", "looked at"),
        ReviewState.LeftOut => Words.Say("đã bỏ", "left out"),
        _ => "",
    };

    public static string Of(ImportState state) => Frameworks.ListAssignmentsModel.StateName(state);

    public static string Of(MergeKind kind) => kind switch
    {
        MergeKind.FromFile => Words.Say("lấy theo tệp mới", "taken from the new file"),
        MergeKind.Decided => Words.Say("giữ quyết định", "the decision stays"),
        MergeKind.Agreed => Words.Say("tệp mới giống quyết định", "the new file agrees"),
        MergeKind.Conflict => Words.Say("phải chọn", "to be decided"),
        _ => "",
    };

    /// <summary>The posted fields of a row.</summary>
    public static PlanWords Read(IFormCollection form) => new(PlanFields.All.Select(field => KeyValuePair.Create(field, (string?)form[field.ToString()])));
}
