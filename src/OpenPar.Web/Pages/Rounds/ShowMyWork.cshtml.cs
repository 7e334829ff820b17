using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>"Việc của tôi": the first page of everybody.</summary>
[Requires(Permission.UseOwnAccount)]
public sealed class ShowMyWorkModel(ShowMyWork.Handler handler, ListRowNews.Handler news, MarkNewsSeen.Handler seen, ShowOutages.Handler outages, Actor actor, TimeProvider time, ShellState shell) : PageModel
{
    public IReadOnlyList<ShowMyWork.RoundWork> Work { get; private set; } = [];

    /// <summary>Rounds in which the person has a part; whoever works for the whole province has one in all.</summary>
    public IEnumerable<ShowMyWork.RoundWork> Listed => Work.Where(w => w.Concerns || actor.Agency is null);

    /// <summary>The other open rounds.</summary>
    public IReadOnlyList<ShowMyWork.RoundWork> Elsewhere => [.. Work.Except(Listed)];

    /// <summary>Rounds that wait for the council, for approval or for publication.</summary>
    public IReadOnlyList<ShowMyWork.Ending> Ending { get; private set; } = [];

    /// <summary>Whether the council is the person's work rather than the steering of the round.</summary>
    public bool Decides => actor.May(Permission.DecideInCouncil);

    /// <summary>Rows where others wrote something the person has not seen.</summary>
    public ListRowNews.News News { get; private set; } = null!;

    /// <summary>Outages recorded lately, that moved deadlines.</summary>
    public IReadOnlyList<Outage> Outages { get; private set; } = [];

    public DateOnly Today => time.Today();

    public bool MayManage => actor.May(Permission.ManageRounds);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Work = await handler.HandleAsync(cancellationToken);
        Ending = await handler.EndingAsync(cancellationToken);
        News = await news.HandleAsync(cancellationToken);
        Outages = await outages.LatelyAsync(cancellationToken);
        shell.Demonstration |= News.Demonstration || Work.Any(w => w.Demonstration) || Ending.Any(e => e.Demonstration);
    }

    public async Task<IActionResult> OnPostSeenAsync(long message, CancellationToken cancellationToken)
    {
        var rows = await seen.HandleAsync(new MarkNewsSeen.Command(message), cancellationToken);
        Flash.Add(TempData, "success", Words.Say($"Đã đánh dấu {rows} dòng là đã xem. Tin viết sau đó vẫn hiện.", $"{rows} rows are marked as seen. What was written since still shows."));
        return Redirect("/");
    }
}
