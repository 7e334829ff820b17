using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>What all pages about bonus and penalty of a sheet share: they show the list, and on a refusal they show it again with what was typed.</summary>
public abstract class AdjustmentPage(ShowAdjustments.Handler shown, ShellState shell) : PageModel
{
    public ShowAdjustments.View View { get; private set; } = null!;

    /// <summary>The entry whose form was refused; its fields alone keep what was typed.</summary>
    public long? Refused { get; private set; }

    public static string UrlOf(Guid sheet) => $"/sheets/{sheet}/adjustments";

    /// <summary>Loads the list; false when it is not there or not the person's to see.</summary>
    protected async Task<bool> LoadAsync(Guid sheet, CancellationToken cancellationToken)
    {
        if (await shown.HandleAsync(new SheetId(sheet), cancellationToken) is not { } view) return false;
        View = view;
        ViewData["Title"] = Words.Say("Điểm thưởng, điểm trừ", "Bonus and penalty");
        ViewData["Lead"] = $"{view.Round.Title} · {view.Unit}";
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{view.Round.Id.Value}", view.Round.Title));
        shell.Breadcrumbs.Add(new Breadcrumb($"/sheets/{sheet}", view.Unit));
        return true;
    }

    /// <summary>Back to the list with a word on what was done, or the list again with the refusals.</summary>
    protected async Task<IActionResult> AnswerAsync<T>(Guid sheet, Answer<T> answer, string done, CancellationToken cancellationToken, long? entry = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", done);
            return Redirect(UrlOf(sheet));
        }

        if (answer.Refusals.Any(r => r.Code == "not-found")) return NotFound();
        if (answer.Refusals.Any(r => r.Code is "not-yours" or "own-agency")) return Forbid();
        if (!await LoadAsync(sheet, cancellationToken)) return NotFound();
        Refused = entry;
        // Each entry has a form of its own: refusals stand at the fields of the one that was sent.
        string FieldOf(string field) => entry is { } id ? $"{field}-{id}" : field;
        foreach (var key in Request.Form.Keys) ModelState.Keep(key, Request.Form[key]);
        ModelState.Refuse(answer.Refusals, FieldOf);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The document chosen in a form.</summary>
    protected static DocumentId? Chosen(string? document) => Guid.TryParse(document, out var id) ? new DocumentId(id) : null;
}
