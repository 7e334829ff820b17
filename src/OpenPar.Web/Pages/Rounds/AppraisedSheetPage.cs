using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>What appraisers do with a whole sheet: the page names the consequence, the button does it.</summary>
public abstract class AppraisedSheetPage(ShowAppraisedSheet.Handler sheets, ShellState shell) : PageModel
{
    public SheetStanding Standing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid sheet, CancellationToken cancellationToken)
    {
        if (await sheets.HandleAsync(new SheetId(sheet), cancellationToken) is not { } standing) return NotFound();
        Standing = standing;
        shell.Demonstration |= standing.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{standing.Round.Id.Value}", standing.Round.Title));
        shell.Breadcrumbs.Add(new Breadcrumb($"/sheets/{sheet}", standing.UnitName));
        return Page();
    }

    /// <summary>Back to the sheet with a word on what was done, or the page again with the refusals.</summary>
    protected async Task<IActionResult> AnswerAsync(Guid sheet, Answer<RoundId> answer, string done, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", done);
            return Redirect($"/sheets/{sheet}");
        }

        if (await OnGetAsync(sheet, cancellationToken) is not PageResult page) return NotFound();
        ModelState.Refuse(answer.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
