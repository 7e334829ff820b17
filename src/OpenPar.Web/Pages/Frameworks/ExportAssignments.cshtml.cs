using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Accounts;
using OpenPar.Web.Pages.Papers;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>The assignment as a Word or Excel file.</summary>
[Requires(Permission.ViewAssignments)]
public sealed class ExportAssignmentsModel(ExportAssignments.Handler handler, MakePaper.Handler maker) : PaperPage(maker)
{
    public Task<IActionResult> OnGetAsync(string set, string version, string format, CancellationToken cancellationToken) =>
        SendAsync(set, version, format, id => handler.HandleAsync(id, cancellationToken), cancellationToken);
}
