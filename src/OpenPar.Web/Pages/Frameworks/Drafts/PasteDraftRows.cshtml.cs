using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

[Requires(Permission.EditFrameworks)]
public sealed class PasteDraftRowsModel(PasteDraftRows.Handler paste, ShowDraft.Handler show, ShellState shell) : DraftPage(show, shell)
{
    public IActionResult OnGet(Guid draft) => LocalRedirect(DraftAddresses.Of(new DraftId(draft)));

    public async Task<IActionResult> OnPostAsync(Guid draft, string? row, string? pasted, CancellationToken cancellationToken)
    {
        var answer = await paste.HandleAsync(new(new DraftId(draft), Number(row), pasted), cancellationToken);
        if (answer.Done) Flash.Add(TempData, "success", Words.Say($"Đã dán {answer.Value.Count} dòng.", $"{answer.Value.Count} rows were pasted."));
        return await BackAsync(answer, draft, taken => taken.First, Number(row), cancellationToken);
    }
}
