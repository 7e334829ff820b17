using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

[Requires(Permission.EditFrameworks)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class StartDraftModel(StartDraft.Handler start, ShowFrameworks.Handler frameworks, ShellState shell) : PageModel
{
    // The readers refuse files over 50 MB in words; beyond this the connection is cut.
    private const long LargestRequest = 60L * 1024 * 1024;

    public IReadOnlyList<SelectListItem> Frameworks { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public async Task OnGetAsync(string? from, CancellationToken cancellationToken) => await ShowAsync(from, cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm] string? framework, IFormFile? file, CancellationToken cancellationToken)
    {
        FrameworkId? from = FrameworkId.TryParse(framework, out var id) ? id : null;
        if (from is null && !string.IsNullOrEmpty(framework)) ModelState.Refuse([StartDraft.Refusals.FrameworkUnknown]);
        if (ModelState.IsValid)
        {
            await using var stream = file?.OpenReadStream();
            var answer = await start.HandleAsync(new(from, file?.FileName, stream), cancellationToken);
            if (answer is { Done: true, Value.Id: { } draft }) return LocalRedirect(DraftAddresses.Of(draft));
            if (answer.Done) Findings = answer.Value.Findings;
            else ModelState.Refuse(answer.Refusals);
            if (answer.Done) ModelState.AddModelError("file", Words.Say("Tệp chưa dùng được, chưa lưu gì. Xem các phát hiện bên dưới.", "The file cannot be used yet; nothing was saved. See the findings below."));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ShowAsync(framework, cancellationToken);
        return Page();
    }

    private async Task ShowAsync(string? chosen, CancellationToken cancellationToken)
    {
        shell.Breadcrumbs.Add(new Breadcrumb("/frameworks", Words.Say("Bộ chỉ số", "Frameworks")));
        shell.Breadcrumbs.Add(new Breadcrumb(DraftAddresses.All, Words.Say("Bản thảo", "Drafts")));
        var lines = await frameworks.HandleAsync(cancellationToken);
        Frameworks = [new(Words.Say("Trang trắng", "Nothing"), ""), .. lines.Select(l => new SelectListItem($"{l.Framework.Title} ({l.Framework.Id})", l.Framework.Id.ToString(), l.Framework.Id.ToString() == chosen))];
    }
}
