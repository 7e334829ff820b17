using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;

namespace OpenPar.SamplePages.Pages.Samples;

/// <summary>Every component once, with invented figures.</summary>
public sealed class IndexModel : PageModel
{
    public sealed record Row(int Level, string Code, string Title, string Lead, DateOnly? Deadline, decimal? Points, decimal? Max, StatusKind Kind, string State);

    /// <summary>What the autosaving form has stored; one text for the process is enough for a sample.</summary>
    public static string SavedNote { get; private set; } = "";

    public static IReadOnlyList<Row> Rows { get; } =
    [
        new(1, "1", "Công tác chỉ đạo, điều hành cải cách hành chính", "Sở Nội vụ", null, 8.25m, 9.5m, StatusKind.Info, "Đang chấm"),
        new(3, "1.1.1", "Ban hành kế hoạch cải cách hành chính năm", "Sở Nội vụ", new(2025, 12, 31), 0.5m, 0.5m, StatusKind.Success, "Đã nộp"),
        new(3, "1.1.2", "Mức độ hoàn thành kế hoạch cải cách hành chính", "Sở Nội vụ; Văn phòng UBND tỉnh", new(2025, 12, 31), 1234.5m, 2m, StatusKind.Danger, "Trả lại"),
        new(3, "1.2.1", "Thực hiện chế độ báo cáo cải cách hành chính định kỳ", "Các sở, ban, ngành", new(2026, 1, 15), null, null, StatusKind.Warning, "Còn 3 ngày"),
        new(3, "1.3.1", "Tỷ lệ cơ quan, đơn vị được kiểm tra trong năm", "Sở Nội vụ", new(2026, 1, 15), null, 1m, StatusKind.Neutral, "Chưa chấm"),
    ];

    public static IReadOnlyList<ChartBar> Bars { get; } =
    [
        new("Chỉ đạo, điều hành", 8.25m, 9.5m, "/samples"), new("Thể chế", 7.5m, 9m), new("Thủ tục hành chính", 11.2m, 12m),
        new("Tổ chức bộ máy", null, 10.5m), new("Chế độ công vụ", 12.75m, 14.5m), new("Tác động đến người dân, tổ chức và phát triển kinh tế - xã hội", 10m, null),
    ];

    public static IReadOnlyList<SelectListItem> Choices { get; } = [new("Quyết định", "decision"), new("Công văn", "letter", true), new("Chưa ban hành", "none")];

    public static Explanation Why { get; } = new(StepKind.Result, new("Được 0,75 trên 1 điểm", "0.75 of 1 point"), 0.75m,
    [
        new(StepKind.Calculation, new("Tỷ lệ hoàn thành = 45 / 60", "Share done = 45 / 60"), 0.75m,
        [
            Explanation.Of(StepKind.Fact, "Số nhiệm vụ hoàn thành = 45", "Tasks done = 45", 45), Explanation.Of(StepKind.Fact, "Số nhiệm vụ theo kế hoạch = 60", "Tasks planned = 60", 60),
        ]),
        Explanation.Of(StepKind.NotTaken, "Dưới 50% nhiệm vụ: 0 điểm", "Below 50%: 0 points"), Explanation.Of(StepKind.Taken, "Từ 50%: điểm theo tỷ lệ", "From 50%: in proportion"),
        Explanation.Of(StepKind.Problem, "Chưa có tài liệu kiểm chứng", "No evidence yet"), Explanation.Of(StepKind.Source, "Quyết định 1187/QĐ-BNV, tiêu chí 1.1.2", "Decision 1187/QĐ-BNV, row 1.1.2"),
    ]);

    [BindProperty] public string? Numerator { get; set; } = "45";

    [BindProperty] public string? Deadline { get; set; }

    [BindProperty] public string? Reason { get; set; } = "Kế hoạch ban hành chậm do sắp xếp bộ máy.";

    public string? Q { get; private set; }

    public void OnGet(string? q) => Q = q;

    public IActionResult OnGetBroken() => throw new InvalidOperationException("a failure made for the tests");

    public IActionResult OnGetForbidden() => StatusCode(StatusCodes.Status403Forbidden);

    public IActionResult OnPost()
    {
        ModelState.ReadRequiredNumber(nameof(Numerator), Numerator, NumberUse.Count);
        if (string.IsNullOrWhiteSpace(Deadline)) ModelState.AddModelError(nameof(Deadline), new LocalText("Chưa nhập ngày ban hành.", "No date was entered.").Show());
        if (!ModelState.IsValid) return Page();
        Flash.Add(TempData, "success", "Đã lưu số liệu.");
        return LocalRedirect("/samples");
    }

    public IActionResult OnPostSave(string? note)
    {
        if (note == "hỏng") return StatusCode(StatusCodes.Status503ServiceUnavailable);
        SavedNote = note ?? "";
        return Request.Headers.ContainsKey("HX-Request") ? Content($"<p id=\"received\">Máy chủ đã nhận {SavedNote.Length} ký tự.</p>", "text/html; charset=utf-8") : LocalRedirect("/samples");
    }
}
