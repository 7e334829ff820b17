using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Accounts;
using OpenPar.Core.Papers;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Papers;

[Requires(Permission.ManagePapers)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class UploadPaperTemplateModel(UploadPaperTemplate.Handler handler, ShowPaperTemplate.Handler show, ShellState shell) : TemplatePage(show, shell)
{
    // Larger files than are accepted are still received, to be refused in words.
    private const long LargestRequest = 20L * 1024 * 1024;

    public IActionResult OnGet(string kind) => PaperKinds.Find(kind) is null ? NotFound() : LocalRedirect($"/paper-templates/{kind}");

    public async Task<IActionResult> OnPostAsync(string kind, IFormFile? file, CancellationToken cancellationToken)
    {
        if (PaperKinds.Find(kind) is not { } known) return NotFound();
        await using var stream = file?.OpenReadStream();
        var answer = await handler.HandleAsync(new(known, file?.FileName, stream), cancellationToken);
        if (answer.Done && answer.Value.Usable)
        {
            Flash.Add(TempData, "success", Words.Say("Đã nhận mẫu. Văn bản Word loại này từ nay theo mẫu của tỉnh.", "The template was taken. Word papers of this kind now follow it."));
            return LocalRedirect($"/paper-templates/{kind}");
        }

        if (answer.Done)
        {
            Findings = answer.Value.Findings;
            ModelState.AddModelError("file", Words.Say("Mẫu chưa dùng được, chưa lưu gì. Xem các phát hiện bên dưới.", "The template cannot be used yet; nothing was saved. See the findings below."));
        }
        else
        {
            ModelState.Refuse(answer.Refusals);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ShowAsync(known, cancellationToken);
        return Page();
    }
}
