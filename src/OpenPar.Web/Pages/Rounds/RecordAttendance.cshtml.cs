using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>Who came to a session of the council, when and where it met.</summary>
[Requires(Permission.DecideInCouncil)]
public sealed class RecordAttendanceModel(RecordAttendance.Handler handler, ShellState shell) : PageModel
{
    private const string ReasonOf = "reason.";

    public RecordAttendance.View View { get; private set; } = null!;

    /// <summary>The council of the round.</summary>
    public string Council { get; private set; } = "";

    public string? HourOf(TimeOnly? hour) => hour?.ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>Whether the box of a member is ticked: as posted, else as entered last.</summary>
    public bool Came(RecordAttendance.Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Request.HasFormContentType ? Request.Form["present"].Contains(person.Id.ToString()) : person.Present;
    }

    public async Task<IActionResult> OnGetAsync(Guid round, long session, CancellationToken cancellationToken) =>
        await LoadAsync(round, session, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid round, long session, string? seen, string? startsAt, string? endsAt, string? place, string? secretary, string? guests, CancellationToken cancellationToken)
    {
        var present = Request.Form["present"].Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty).ToList();
        var reasons = Request.Form.Keys.Where(k => k.StartsWith(ReasonOf, StringComparison.Ordinal) && Guid.TryParse(k[ReasonOf.Length..], out _))
            .ToDictionary(k => Guid.Parse(k[ReasonOf.Length..]), k => (string?)Request.Form[k].ToString());
        var known = long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var answer = await handler.HandleAsync(new(new RoundId(round), session, known, startsAt, endsAt, place, secretary, guests, present, reasons), cancellationToken);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", Words.Say("Đã ghi người dự phiên họp; biên bản lấy từ nay có phần này.", "Who came is recorded; minutes taken from now on have it."));
            return Redirect(CouncilPage.UrlOf(round));
        }

        if (!await LoadAsync(round, session, cancellationToken)) return NotFound();
        ModelState.KeepAll(Request.Form);
        // What was entered meanwhile has been shown now.
        ModelState.Remove("seen");
        ModelState.Refuse(answer.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid round, long session, CancellationToken cancellationToken)
    {
        if (await handler.ShowAsync(new RoundId(round), session, cancellationToken) is not { } view) return false;
        (View, Council) = (view, CouncilPage.UrlOf(round));
        ViewData["Title"] = Words.Say("Người dự phiên họp", "Who came to the session");
        ViewData["Lead"] = $"{view.Session.MinutesNumber}, {Display.DayText(view.Session.HeldOn)}";
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Round.Title));
        shell.Breadcrumbs.Add(new Breadcrumb(Council, Words.Say("Hội đồng thẩm định", "Council")));
        return true;
    }
}
