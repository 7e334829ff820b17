using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Papers;
using OpenPar.App.Features.Results;
using OpenPar.Core.Accounts;
using OpenPar.Web.Pages.Papers;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Results;

/// <summary>The report without rows that do not apply as a Word or Excel file.</summary>
[Requires(Permission.ViewResults)]
public sealed class ExportSpecialReportModel(ExportSpecialReport.Handler handler, MakePaper.Handler maker) : PaperPage(maker)
{
    public Task<IActionResult> OnGetAsync(Guid round, string format, CancellationToken cancellationToken) =>
        SendAsync(format, () => handler.HandleAsync(new RoundId(round), cancellationToken), cancellationToken);
}
