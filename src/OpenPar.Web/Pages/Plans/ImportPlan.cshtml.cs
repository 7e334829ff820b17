using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Data.Model;
using OpenPar.App.Features;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Plans;
using OpenPar.Core.Accounts;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Plans;
using OpenPar.Documents.Reading;
using OpenPar.Documents.Reading.Plans;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Plans;

[Requires(Permission.EditPlans)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ImportPlanModel(ImportPlan.Handler handler, ListPlans.Handler plans, ShowFrameworks.Handler frameworks, TimeProvider time, ShellState shell) : PageModel
{
    // Larger files are still received, to be refused in words; beyond this the connection is cut.
    private const long LargestRequest = 210L * 1024 * 1024;

    /// <summary>What the person filled in.</summary>
    /// <param name="Kind">Shape to read as; empty lets the table decide.</param>
    /// <param name="Annex">Number of the annex to read; empty reads all.</param>
    /// <param name="Year">Year of the plan; empty takes the title's.</param>
    /// <param name="NamesOn">Day of the plan.</param>
    /// <param name="Framework">Set whose criteria the plan numbers; may be empty.</param>
    /// <param name="Corrects">Plan it corrects; may be empty.</param>
    public sealed record Input(string? Kind, string? Annex, string? Year, string? NamesOn, string? Framework, Guid? Corrects);

    public IReadOnlyList<SelectListItem> Plans { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Frameworks { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public string NamesOn { get; private set; } = "";

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public Task OnGetAsync(Guid? corrects, CancellationToken cancellationToken) => ShowAsync(new Input(null, null, null, null, null, corrects), cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm] Input input, IFormFile? file, CancellationToken cancellationToken)
    {
        var reading = new PlanReading(Whole("Annex", input.Annex, 1, 99), Enum.TryParse<PlanKind>(input.Kind, out var kind) ? kind : null, Whole("Year", input.Year, 2000, 2100));
        var day = ModelState.ReadDay("NamesOn", input.NamesOn) ?? time.Today();
        if (file is null) ModelState.AddModelError("file", Words.Say("Chọn tệp kế hoạch.", "Choose the file."));
        else if (file.Length > DocumentReader.LargestFile) ModelState.AddModelError("file", Words.Say("Tệp lớn hơn 50 MB. Chỉ tải lên phần bảng kế hoạch.", "The file is larger than 50 MB. Upload the table only."));
        if (ModelState.IsValid)
        {
            await using var stream = file!.OpenReadStream();
            FrameworkId? set = FrameworkId.TryParse(input.Framework, out var chosen) ? chosen : null;
            var answer = await handler.HandleAsync(new(file.FileName, stream, day, reading, set, input.Corrects is { } plan ? new PlanId(plan) : null), cancellationToken);
            if (answer.Done && answer.Value.Id is { } import)
            {
                if (answer.Value.Known) Flash.Add(TempData, "info", Words.Say("Tệp này đang được xem lại; mở tiếp lần xem lại đó.", "This file is under review already; here it is."));
                return LocalRedirect(Addresses.Review(import));
            }

            if (answer.Done) Findings = answer.Value.Findings;
            else ModelState.Refuse(answer.Refusals);
            if (answer.Done) ModelState.AddModelError("file", Words.Say("Tệp chưa dùng được, chưa lưu gì. Xem các phát hiện bên dưới.", "The file cannot be used yet; nothing was saved. See the findings below."));
        }

        await ShowAsync(input, cancellationToken);
        return Page();
    }

    private int? Whole(string field, string? typed, int least, int most)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        ModelState.AddModelError(field, Words.Say($"Nhập số từ {least} đến {most}, hoặc để trống.", $"Enter a number from {least} to {most}, or leave it empty."));
        return null;
    }

    private async Task ShowAsync(Input input, CancellationToken cancellationToken)
    {
        shell.Breadcrumbs.Add(new Breadcrumb("/plans", Words.Say("Kế hoạch", "Plans")));
        var lines = await plans.HandleAsync(cancellationToken);
        Plans = [new SelectListItem(Words.Say("Kế hoạch mới", "A new plan"), ""), .. lines.Plans.Select(p => new SelectListItem(Words.Say($"Bản sửa của: {p.Title}", $"A corrected version of: {p.Title}"), p.Id.Value.ToString(), p.Id.Value == input.Corrects))];
        var sets = await frameworks.HandleAsync(cancellationToken);
        Frameworks = [new SelectListItem(Words.Say("Không theo bộ chỉ số", "No framework"), ""), .. sets.Select(l => new SelectListItem($"{l.Framework.Title} ({l.Framework.Id})", l.Framework.Id.ToString(), l.Framework.Id.ToString() == input.Framework))];
        Kinds = [new SelectListItem(Words.Say("Tự nhận biết", "Let the table decide"), ""), .. Enum.GetValues<PlanKind>().Select(k => new SelectListItem(PlanText.Of(k), k.ToString(), k.ToString() == input.Kind))];
        NamesOn = input.NamesOn ?? Display.DayText(time.Today());
    }
}
