using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Papers;
using OpenPar.App.Features.Results;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Pages.Papers;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Results;

/// <summary>The points by field as a Word or Excel file.</summary>
[Requires(Permission.ViewResults)]
public sealed class ExportFieldsModel(ExportFields.Handler handler, MakePaper.Handler maker) : PaperPage(maker)
{
    public Task<IActionResult> OnGetAsync(Guid round, string format, string? field, CancellationToken cancellationToken) =>
        !string.IsNullOrEmpty(field) && !CriterionCode.TryParse(field, out _)
            ? Task.FromResult<IActionResult>(NotFound())
            : SendAsync(format, () => handler.HandleAsync(new(new RoundId(round), CodeOf(field)), cancellationToken), cancellationToken);

    private static CriterionCode? CodeOf(string? field) => CriterionCode.TryParse(field, out var code) ? code : null;
}
