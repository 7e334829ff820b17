using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

[Requires(Permission.ViewEvidence)]
public sealed class PreviewDocumentModel(PreviewDocument.Handler handler, ShellState shell) : PageModel
{
    public PreviewDocument.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid document, long? revision, [FromQuery(Name = "page")] string? typed, CancellationToken cancellationToken)
    {
        var page = NumberText.Read(typed, NumberUse.Count) is { Ok: true, Value: >= 1 and <= 100_000 } reading ? (int)reading.Value!.Value : 1;
        if (await handler.HandleAsync(new DocumentId(document), revision, page, cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Document.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/evidence", Words.Say("Tài liệu kiểm chứng", "Evidence library")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/evidence/{document}", view.Document.Subject));
        return Page();
    }
}
