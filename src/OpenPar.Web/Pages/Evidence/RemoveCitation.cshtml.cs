using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Rounds;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

[Requires(Permission.AddEvidence)]
public sealed class RemoveCitationModel(ShowRow.Handler rows, ShellState shell, RemoveCitation.Handler handler) : RowPage(rows, shell)
{
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, long citation, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var answer = await handler.HandleAsync(id, citation, cancellationToken);
        if (!answer.Done) return await RefusedAsync(id, answer.Refusals, cancellationToken);
        Flash.Add(TempData, "success", Words.Say("Đã bỏ dẫn; tài liệu vẫn còn trong thư viện.", "Removed; the document stays in the library."));
        return Redirect(UrlOf(id));
    }
}
