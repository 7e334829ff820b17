using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Papers;
using OpenPar.App.Features.Results;
using OpenPar.Core.Accounts;
using OpenPar.Web.Pages.Papers;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Results;

/// <summary>The explanation file as a Word or Excel file.</summary>
[Requires(Permission.ViewRounds)]
public sealed class ExportExplanationsModel(ExportExplanations.Handler handler, MakePaper.Handler maker) : PaperPage(maker)
{
    public Task<IActionResult> OnGetAsync(Guid round, string format, CancellationToken cancellationToken) =>
        SendAsync(format, () => handler.HandleAsync(new RoundId(round), cancellationToken), cancellationToken);
}
