using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>Takes the scan of the signed paper.</summary>
[Requires(Permission.AddEvidence)]
[RequestSizeLimit(App.Features.Evidence.AddDocument.Limit + 1_000_000)]
[RequestFormLimits(MultipartBodyLengthLimit = App.Features.Evidence.AddDocument.Limit + 1_000_000)]
public sealed class KeepSignedPaperModel(KeepSignedPaper.Handler handler, ShellState shell) : SheetPage(shell)
{
    public IActionResult OnGet(Guid sheet) => Redirect($"{UrlOf(new SheetId(sheet))}/closing");

    public async Task<IActionResult> OnPostAsync(Guid sheet, IFormFile? file, CancellationToken cancellationToken)
    {
        var id = new SheetId(sheet);
        await using var content = file?.OpenReadStream();
        var answer = await handler.HandleAsync(new KeepSignedPaper.Command(id, file?.FileName, content), cancellationToken);
        if (!answer.Done) return await RefusedAsync(answer.Refusals, () => Task.FromResult<IActionResult>(Page()));
        Flash.Add(TempData, "success", Words.Say("Đã kèm tệp với lần ký gần nhất.", "The file is kept with the last signing."));
        return Redirect($"{UrlOf(id)}/closing");
    }
}
