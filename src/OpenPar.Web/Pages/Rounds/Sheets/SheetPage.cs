using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>What pages of one sheet share: where they lead back to, and how a refusal is answered.</summary>
public abstract class SheetPage(ShellState shell) : PageModel
{
    /// <summary>Where the sheet is shown.</summary>
    public static string UrlOf(SheetId sheet) => $"/sheets/{sheet.Value}";

    /// <summary>Names the round and the sheet above the page.</summary>
    protected void Frame(ShowSheet.View sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        shell.Demonstration |= sheet.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{sheet.Round.Id.Value}", sheet.Round.Title));
        shell.Breadcrumbs.Add(new Breadcrumb(UrlOf(sheet.Round.Sheet), sheet.Round.UnitName));
    }

    /// <summary>The page again with the refusals beside their fields; 404 and 403 where nothing may be shown.</summary>
    protected async Task<IActionResult> RefusedAsync(IReadOnlyList<Refusal> refusals, Func<Task<IActionResult>> show)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        ArgumentNullException.ThrowIfNull(show);
        if (refusals.Any(r => r.Code == "not-found")) return NotFound();
        if (refusals.Any(r => r.Code == "not-yours")) return Forbid();
        foreach (var key in Request.Form.Keys) ModelState.Keep(key, Request.Form[key]);
        ModelState.Refuse(refusals);
        var page = await show();
        if (page is PageResult) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
