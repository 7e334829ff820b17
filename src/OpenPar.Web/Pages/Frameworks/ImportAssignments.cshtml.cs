using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Reading;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.EditAssignments)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ImportAssignmentsModel(ImportAssignments.Handler handler, ShowFrameworks.Handler frameworks, ShellState shell) : PageModel
{
    // Larger files are still received, to be refused in words; beyond this the connection is cut.
    private const long LargestRequest = 210L * 1024 * 1024;

    // The annexes at hand were written under this set.
    private const string UsualFramework = "par-index-province/876-2022";

    public IReadOnlyList<SelectListItem> Frameworks { get; private set; } = [];

    public string NamesOn { get; private set; } = "";

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(null, null, cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm] string? framework, [FromForm] string? namesOn, IFormFile? file, CancellationToken cancellationToken)
    {
        if (!FrameworkId.TryParse(framework, out var id)) ModelState.Refuse([ImportAssignments.Refusals.FrameworkUnknown]);
        var day = ModelState.ReadDay("namesOn", namesOn);
        if (day is null && ModelState["namesOn"]?.Errors.Count is null or 0) ModelState.AddModelError("namesOn", Words.Say("Nhập ngày của phụ lục.", "Enter the day of the annex."));
        if (file is null) ModelState.AddModelError("file", Words.Say("Chọn tệp phụ lục.", "Choose the file."));
        else if (file.Length > DocumentReader.LargestFile) ModelState.AddModelError("file", Words.Say("Tệp lớn hơn 50 MB. Chỉ tải lên phần phụ lục phân công.", "The file is larger than 50 MB. Upload the annex only."));
        if (ModelState.IsValid)
        {
            await using var stream = file!.OpenReadStream();
            var answer = await handler.HandleAsync(new(id, day!.Value, file.FileName, stream), cancellationToken);
            if (answer.Done && answer.Value.Id is { } import)
            {
                if (answer.Value.Known) Flash.Add(TempData, "info", Words.Say("Tệp này đang được xem lại; mở tiếp lần xem lại đó.", "This file is under review already; here it is."));
                return LocalRedirect(Addresses.Review(import));
            }

            if (answer.Done) Findings = answer.Value.Findings;
            else ModelState.Refuse(answer.Refusals);
            if (answer.Done) ModelState.AddModelError("file", Words.Say("Tệp chưa dùng được, chưa lưu gì. Xem các phát hiện bên dưới.", "The file cannot be used yet; nothing was saved. See the findings below."));
        }

        await ShowAsync(framework, namesOn, cancellationToken);
        return Page();
    }

    private async Task ShowAsync(string? framework, string? namesOn, CancellationToken cancellationToken)
    {
        shell.Breadcrumbs.Add(new Breadcrumb("/assignments", Words.Say("Phân công", "Assignments")));
        var lines = await frameworks.HandleAsync(cancellationToken);
        var chosen = framework ?? UsualFramework;
        Frameworks = [.. lines.Select(l => new SelectListItem($"{l.Framework.Title} ({l.Framework.Id})", l.Framework.Id.ToString(), l.Framework.Id.ToString() == chosen))];
        var year = lines.FirstOrDefault(l => l.Framework.Id.ToString() == chosen)?.Framework.FirstYear ?? 2024;
        NamesOn = namesOn ?? Display.DayText(new DateOnly(year, 12, 31));
    }
}
