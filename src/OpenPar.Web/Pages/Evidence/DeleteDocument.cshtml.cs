using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

[Requires(Permission.AddEvidence)]
public sealed class DeleteDocumentModel(DeleteDocument.Handler handler, ShellState shell) : DocumentPage(shell)
{
    public async Task<IActionResult> OnGetAsync(Guid document, CancellationToken cancellationToken) =>
        Show(await handler.ShowAsync(new DocumentId(document), cancellationToken));

    public async Task<IActionResult> OnPostAsync(Guid document, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new DocumentId(document), cancellationToken);
        if (!answer.Done) return await RefusedAsync(answer.Refusals, () => OnGetAsync(document, cancellationToken));
        Flash.Add(TempData, "success", Words.Say("Đã xoá tài liệu khỏi thư viện.", "The document was deleted."));
        return Redirect("/evidence");
    }
}
