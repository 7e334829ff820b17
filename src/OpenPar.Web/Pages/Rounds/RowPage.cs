using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>What all pages of one row share: they show the row, and on a refusal they show it again with what was typed.</summary>
public abstract class RowPage(ShowRow.Handler rows, ShellState shell) : PageModel
{
    private const string FactPrefix = "f.";

    /// <summary>The row with everything that belongs to it.</summary>
    public ShowRow.View View { get; private set; } = null!;

    /// <summary>Name of the form field of a fact.</summary>
    public static string FieldOf(string fact) => FactPrefix + fact;

    /// <summary>Where the row is shown.</summary>
    public static string UrlOf(RowId row) => $"/rows/{row.Value}";

    /// <summary>Typed figures of the posted form, by fact name.</summary>
    protected Dictionary<string, string?> TypedFacts() =>
        Request.Form.Keys.Where(k => k.StartsWith(FactPrefix, StringComparison.Ordinal))
            .ToDictionary(k => k[FactPrefix.Length..], k => (string?)Request.Form[k].ToString());

    /// <summary>Typed sources of figures of earlier years, by fact name.</summary>
    protected Dictionary<string, string?> TypedSourceTexts() =>
        Request.Form.Keys.Where(k => k.StartsWith(TypedSources.Prefix, StringComparison.Ordinal))
            .ToDictionary(k => k[TypedSources.Prefix.Length..], k => (string?)Request.Form[k].ToString());

    /// <summary>Loads the row for showing; false when it is not there or not the person's to see.</summary>
    protected async Task<bool> LoadAsync(RowId row, CancellationToken cancellationToken)
    {
        if (await rows.HandleAsync(row, cancellationToken) is not { } view) return false;
        View = view;
        ViewData["Title"] = $"{view.Criterion.Code}. {view.Criterion.Title}";
        shell.Demonstration |= view.Sheet.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{view.Sheet.Round.Id.Value}", view.Sheet.Round.Title));
        shell.Breadcrumbs.Add(new Breadcrumb($"/sheets/{view.Sheet.Round.Sheet.Value}", view.Sheet.Round.UnitName));
        ShowUnread(view.Row, view.Criterion);
        await QueuePlace.FindAsync(HttpContext, view, cancellationToken);
        return true;
    }

    /// <summary>After a decision: the next row of the queue the row was opened from, else the row itself.</summary>
    protected async Task<IActionResult> GoOnAsync(RowId row, CancellationToken cancellationToken) =>
        await LoadAsync(row, cancellationToken) && QueuePlace.Of(HttpContext) is { } place ? Redirect(place.OnwardUrl) : Redirect(UrlOf(row));

    /// <summary>On to what follows with a word on what was done, or the row again with the refusals.</summary>
    protected async Task<IActionResult> AnswerAsync<T>(RowId row, Answer<T> answer, string done, Func<Task<IActionResult>> next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(next);
        if (!answer.Done) return await RefusedAsync(row, answer.Refusals, cancellationToken);
        Flash.Add(TempData, "success", done);
        return await next();
    }

    /// <summary>The row again, with the refusals beside their fields and every typed text kept.</summary>
    protected async Task<IActionResult> RefusedAsync(RowId row, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        if (refusals.Any(r => r.Code is "not-found")) return NotFound();
        if (refusals.Any(r => r.Code is "not-yours")) return Forbid();
        if (!await LoadAsync(row, cancellationToken)) return NotFound();
        foreach (var key in Request.Form.Keys) ModelState.Keep(key, Request.Form[key]);
        ModelState.Refuse(refusals, field => View.Criterion.Rule?.Needs.Any(f => f.Name == field) == true ? FieldOf(field) : field);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Marks the fields whose typed text could not be read, and keeps that text.</summary>
    protected void ShowUnread(Row row, Criterion criterion)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(criterion);
        foreach (var (fact, typed) in row.Unread) ShowUnread(criterion, fact, typed);
    }

    private void ShowUnread(Criterion criterion, string fact, string typed)
    {
        var field = fact == App.Features.Rounds.TypedFacts.PointsField ? fact : FieldOf(fact);
        ModelState.Keep(field, typed);
        var refusal = fact == App.Features.Rounds.TypedFacts.PointsField
            ? App.Features.Rounds.TypedFacts.ReadPoints(typed, criterion.MaxPoints).Refusal
            : App.Features.Rounds.TypedFacts.Read(criterion, new Dictionary<string, string?> { [fact] = typed }).Refusals.FirstOrDefault();
        if (refusal is not null) ModelState.AddModelError(field, refusal.Message.Show());
    }
}
