using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>The rows that may be accepted together, each with a tick; posted as <c>row:version</c>.</summary>
[Requires(Permission.AppraiseRows)]
public sealed class AcceptRowsModel(AcceptRows.Handler handler, ShowQueue.Handler queue, ShellState shell) : PageModel
{
    public Round Round { get; private set; } = null!;

    public IReadOnlyList<QueueLine> Lines { get; private set; } = [];

    /// <summary>Rows of the act before that were not accepted.</summary>
    public IReadOnlyList<AcceptRows.LeftOut> Left { get; private set; } = [];

    /// <summary>The filter of the queue.</summary>
    public string Query { get; private set; } = "";

    public string PostUrl => $"/rounds/{Round.Id.Value}/appraisal/accept";

    public string BackUrl => $"/rounds/{Round.Id.Value}/appraisal?{Query}";

    public Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken) => ShowAsync(round, QueuePlace.Read(name => Request.Query[name]), cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid round, string[] rows, [FromForm(Name = "queue")] string? asked, CancellationToken cancellationToken)
    {
        var values = QueryHelpers.ParseQuery(asked is { Length: < 1000 } ? asked : "");
        var filter = QueuePlace.Read(name => values.TryGetValue(name, out var value) ? value.ToString() : null);
        var wanted = rows.Select(Wanted).OfType<AcceptRows.Wanted>().ToList();
        var answer = await handler.HandleAsync(new AcceptRows.Command(new RoundId(round), wanted), cancellationToken);
        if (!answer.Done)
        {
            ModelState.Refuse(answer.Refusals);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(round, filter, cancellationToken);
        }

        var done = answer.Value;
        if (done.Accepted > 0)
            Flash.Add(TempData, "success", Words.Say($"Đã chấp nhận {done.Accepted} dòng của {done.Units} đơn vị.", $"{done.Accepted} rows of {done.Units} units accepted."));
        if (done.Left.Count == 0) return Redirect($"/rounds/{round}/appraisal?{QueuePlace.Write(filter)}");
        Left = done.Left;
        return await ShowAsync(round, filter, cancellationToken);
    }

    private static AcceptRows.Wanted? Wanted(string posted)
    {
        var at = posted.LastIndexOf(':');
        return at > 0 && Guid.TryParse(posted.AsSpan(0, at), out var row) && uint.TryParse(posted.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new AcceptRows.Wanted(new RowId(row), version) : null;
    }

    private async Task<IActionResult> ShowAsync(Guid round, QueueFilter filter, CancellationToken cancellationToken)
    {
        if (await queue.ReadyAsync(new RoundId(round), filter, cancellationToken) is not { } ready) return NotFound();
        (Round, Lines) = ready;
        Query = QueuePlace.Write(filter);
        shell.Demonstration |= Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", Round.Title));
        shell.Breadcrumbs.Add(new Breadcrumb(BackUrl, Words.Say("Hàng đợi thẩm định", "Appraisal queue")));
        return Page();
    }
}
