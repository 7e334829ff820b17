using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Organisations.Reorganisations;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Organisations;

[Requires(Permission.EditAgencies)]
public sealed class ChooseFiguresModel(ShowReorganisation.Handler show, ChooseFigures.Handler handler, ShellState shell) : ReorganisationPage(show, shell)
{
    public IActionResult OnGet(Guid id) => LocalRedirect($"/agencies/reorganisations/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new(new ReorganisationId(id), Chosen()), cancellationToken);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", Words.Say("Đã lưu lựa chọn; bản chạy thử dưới đây tính theo lựa chọn mới.", "Choices saved; the dry run below follows them."));
            return LocalRedirect($"/agencies/reorganisations/{id}");
        }

        return await RefusedAsync(id, answer.Refusals, cancellationToken);
    }
}
