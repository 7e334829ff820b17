using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>The autosave and the save button of a row. The autosave gets the fragment that shows points and version.</summary>
[Requires(Permission.ScoreRows)]
public sealed class SaveRowModel(ShowRow.Handler rows, ShellState shell, SaveRow.Handler save) : RowPage(rows, shell)
{
    /// <summary>Somebody came back here by the address bar or after signing in again.</summary>
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, string? version, string? points, string? explanation, string? absence, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var answer = await save.HandleAsync(CommandOf(id, version, points, explanation, absence), cancellationToken);
        if (!Request.Headers.ContainsKey("HX-Request"))
            return answer.Done ? Redirect(UrlOf(id)) : await RefusedAsync(id, answer.Refusals, cancellationToken);
        if (!answer.Done && answer.Refusals.Any(r => r.Code is "not-found" or "not-yours")) return Forbid();
        if (answer.Done)
        {
            ShowUnread(answer.Value.Outcome.Row, answer.Value.Outcome.Criterion);
            return Partial("_RowResult", answer.Value.Outcome);
        }

        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        ModelState.Clear();
        ModelState.Refuse(answer.Refusals, FieldOf);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Partial("_RowRefused", View);
    }

    private SaveRow.Command CommandOf(RowId id, string? version, string? points, string? explanation, string? absence) => new(
        id, uint.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0, TypedFacts(), points, explanation, TypedSourceTexts(), absence);
}
