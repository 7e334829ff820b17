using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Accounts;
using OpenPar.Core.Papers;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Papers;

[Requires(Permission.ManagePapers)]
public sealed class ShowPaperTemplateModel(ShowPaperTemplate.Handler show, ShellState shell) : TemplatePage(show, shell)
{
    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken cancellationToken)
    {
        if (PaperKinds.Find(kind) is not { } known) return NotFound();
        await ShowAsync(known, cancellationToken);
        return Page();
    }
}
