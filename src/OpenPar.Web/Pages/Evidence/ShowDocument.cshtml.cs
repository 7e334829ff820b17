using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

[Requires(Permission.ViewEvidence)]
public sealed class ShowDocumentModel(ShowDocument.Handler handler, ShellState shell) : PageModel
{
    public ShowDocument.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid document, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new DocumentId(document), cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Document.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/evidence", Words.Say("Tài liệu kiểm chứng", "Evidence library")));
        return Page();
    }
}
