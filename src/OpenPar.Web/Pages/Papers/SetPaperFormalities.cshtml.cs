using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Accounts;
using OpenPar.Core.Papers;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Papers;

[Requires(Permission.ManagePapers)]
public sealed class SetPaperFormalitiesModel(SetPaperFormalities.Handler handler, ShowPaperFormalities.Handler show, ShellState shell) : PageModel
{
    public ShowPaperFormalities.View View { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(
        string? place, string? decisionAuthority, string? decisionPosition, string? decisionSigner, string? reportAuthority, string? reportPosition, string? reportSigner,
        CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(
            new(place, Signer(decisionAuthority, decisionPosition, decisionSigner), Signer(reportAuthority, reportPosition, reportSigner)), cancellationToken);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", Words.Say("Đã lưu thể thức. Văn bản lấy từ nay theo thể thức này.", "Saved. Papers taken from now on follow it."));
            return LocalRedirect("/paper-formalities");
        }

        ModelState.Refuse(answer.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ShowAsync(cancellationToken);
        return Page();
    }

    private static PaperSigner Signer(string? authority, string? position, string? name) => new() { Authority = authority, Position = position, Name = name };

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        View = await show.HandleAsync(cancellationToken);
        shell.Breadcrumbs.Add(new Breadcrumb("/paper-templates", Words.Say("Mẫu văn bản", "Templates of papers")));
    }
}
