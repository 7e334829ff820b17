using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features.Audit;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Audit;

/// <summary>The audit log.</summary>
[Requires(Permission.ViewAudit)]
public sealed class ShowAuditEntriesModel(ShowAuditEntries.Handler show) : PageModel
{
    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");
    private static readonly string[] DayForms = ["d/M/yyyy", "yyyy-MM-dd"];

    public ShowAuditEntries.Answer Log { get; private set; } = null!;

    public string? Subject { get; private set; }

    public string? Action { get; private set; }

    public string? ActorName { get; private set; }

    public string? From { get; private set; }

    public string? To { get; private set; }

    // "page" is a route value of Razor Pages too: only the query counts here.
    public async Task OnGetAsync(
        string? subject, [FromQuery(Name = "action")] string? sought, string? actor, string? from, string? to,
        [FromQuery(Name = "page")] string? page, CancellationToken cancellationToken)
    {
        (Subject, Action, ActorName, From, To) = (subject, sought, actor, from, to);
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 1;
        var query = new ShowAuditEntries.Query(subject, sought, actor, StartOf(nameof(from), from, 0), StartOf(nameof(to), to, 1), number);
        Log = await show.HandleAsync(query, cancellationToken);
    }

    /// <summary>The actions that occur, with the chosen one selected.</summary>
    public IEnumerable<SelectListItem> ActionItems() =>
        Log.Actions.Select(action => new SelectListItem(AuditNames.OfAction(action), action, action == Action))
            .Prepend(new SelectListItem(Words.Say("Tất cả", "All"), ""));

    private DateTimeOffset? StartOf(string field, string? typed, int daysLater)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (!DateOnly.TryParseExact(typed.Trim(), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year is < 2000 or > 2100)
        {
            ModelState.AddModelError(field, Words.Say("Ngày viết theo dạng 31/01/2026.", "Write the day as 31/01/2026."));
            return null;
        }

        var midnight = day.AddDays(daysLater).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Vietnam.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
