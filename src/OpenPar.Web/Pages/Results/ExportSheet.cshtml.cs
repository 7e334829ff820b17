using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Papers;
using OpenPar.App.Features.Results;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Web.Pages.Papers;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Results;

/// <summary>The score sheet of a unit as a Word or Excel file.</summary>
[Requires(Permission.ViewRounds)]
public sealed class ExportSheetModel(ExportSheet.Handler handler, MakePaper.Handler maker) : PaperPage(maker)
{
    public Task<IActionResult> OnGetAsync(Guid round, string format, string? unit, CancellationToken cancellationToken) =>
        SendAsync(format, () => handler.HandleAsync(new(new RoundId(round), UnitOf(unit)), cancellationToken), cancellationToken);

    private static AgencyId? UnitOf(string? unit) => AgencyId.TryParse(unit, out var id) ? id : null;
}
