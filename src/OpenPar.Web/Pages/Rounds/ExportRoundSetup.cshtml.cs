using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Documents.Packs;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>The set-up of a round as a file that makes other rounds.</summary>
[Requires(Permission.ManageRounds)]
public sealed class ExportRoundSetupModel(ExportRoundSetup.Handler handler) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken) =>
        await handler.HandleAsync(new RoundId(round), cancellationToken) is { } file
            ? File(file.Content, "application/yaml; charset=utf-8", $"ky-{file.Year}{RoundSetupFile.Extension}")
            : NotFound();
}
