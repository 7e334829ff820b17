using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features.Evidence;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

[Requires(Permission.AddEvidence)]
public sealed class DeleteDocumentModel(DeleteDocument.Handler handler, ShellState shell) : PageModel
{
    public Document Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid document, CancellationToken cancellationToken)
    {
        var answer = await handler.ShowAsync(new DocumentId(document), cancellationToken);
        if (!answer.Done) return Closed(answer.Refusals);
        Document = answer.Value;
        shell.Breadcrumbs.Add(new Breadcrumb("/evidence", Words.Say("Tài liệu kiểm chứng", "Evidence library")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/evidence/{document}", Document.Subject));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid document, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new DocumentId(document), cancellationToken);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", Words.Say("Đã xoá tài liệu khỏi thư viện.", "The document was deleted."));
            return Redirect("/evidence");
        }

        if (answer.Refusals.Any(r => r.Code is "not-found" or "not-yours")) return Closed(answer.Refusals);
        var page = await OnGetAsync(document, cancellationToken);
        ModelState.Refuse(answer.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private IActionResult Closed(IReadOnlyList<Refusal> refusals) => refusals.Any(r => r.Code == "not-yours") ? Forbid() : NotFound();
}
