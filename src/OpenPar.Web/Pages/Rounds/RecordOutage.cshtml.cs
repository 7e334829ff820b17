using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>First the days that will move are shown, then the same form records them.</summary>
[Requires(Permission.ManageRounds)]
public sealed class RecordOutageModel(RecordOutage.Handler handler, ShellState shell) : PageModel
{
    private static readonly string[] Times = ["H:mm", "H\\hmm", "H.mm"];

    /// <summary>What will move; null before it was asked for.</summary>
    public RecordOutage.Forecast? Forecast { get; private set; }

    public void OnGet() => Crumbs();

    public async Task<IActionResult> OnPostAsync(
        string? what, string? decisionNumber, string? decidedOn, string? days, string? seen, string? act, CancellationToken cancellationToken)
    {
        ModelState.KeepAll(Request.Form);
        // The fingerprint is always that of the table on the page, never the one posted before.
        ModelState.Remove("seen");
        var (from, until) = (Instant("from"), Instant("until"));
        var command = new RecordOutage.Command(from, until, what, decisionNumber, ModelState.ReadDay("decidedOn", decidedOn),
            ModelState.ReadNumber("days", days, NumberUse.Count) is { } asked ? (int)Math.Clamp(asked, 0, 9999) : null, null);
        if (!ModelState.IsValid) return Refused();
        if (act == "save" && !string.IsNullOrEmpty(seen))
        {
            var saved = await handler.HandleAsync(command with { Seen = seen }, cancellationToken);
            if (saved.Done)
            {
                Flash.Add(TempData, "success", Words.Say($"Đã ghi biên bản sự cố; các hạn lùi {saved.Value.Days} ngày làm việc.", $"The outage was recorded; deadlines moved by {saved.Value.Days} working days."));
                return Redirect("/rounds/outages");
            }

            ModelState.Refuse(saved.Refusals, FieldOf);
        }

        var look = await handler.HandleAsync(command, cancellationToken);
        if (look.Done) Forecast = look.Value;
        else if (ModelState.IsValid) ModelState.Refuse(look.Refusals, FieldOf);
        Crumbs();
        return ModelState.IsValid ? Page() : Refused();
    }

    private static string FieldOf(string field) => field is "from" or "until" ? field + "Day" : field;

    private DateTimeOffset? Instant(string field)
    {
        var day = ModelState.ReadDay(field + "Day", Request.Form[field + "Day"]);
        var typed = Request.Form[field + "Time"].ToString().Trim();
        if (!TimeOnly.TryParseExact(typed, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            ModelState.AddModelError(field + "Time", Words.Say("Nhập giờ và phút, ví dụ 14:30.", "Enter hours and minutes, such as 14:30."));
            return null;
        }

        if (day is not { } on) return null;
        var local = on.ToDateTime(time);
        return new DateTimeOffset(local, VietnamClock.Zone.GetUtcOffset(local));
    }

    private PageResult Refused()
    {
        if (shell.Breadcrumbs.Count == 0) Crumbs();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private void Crumbs()
    {
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds/outages", Words.Say("Biên bản sự cố", "Outage records")));
    }
}
