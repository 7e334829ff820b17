using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Accounts;
using OpenPar.Core.Papers;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Papers;

[Requires(Permission.ManagePapers)]
public sealed class ResetPaperTemplateModel(ResetPaperTemplate.Handler handler) : PageModel
{
    public IActionResult OnGet(string kind) => PaperKinds.Find(kind) is null ? NotFound() : LocalRedirect($"/paper-templates/{kind}");

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken cancellationToken)
    {
        if (PaperKinds.Find(kind) is not { } known) return NotFound();
        var answer = await handler.HandleAsync(known, cancellationToken);
        if (answer.Done) Flash.Add(TempData, "success", Words.Say("Đã trở về mẫu có sẵn.", "The built-in layout is in use again."));
        else Flash.Add(TempData, "info", answer.Refusals[0].Message.Show());
        return LocalRedirect($"/paper-templates/{kind}");
    }
}
