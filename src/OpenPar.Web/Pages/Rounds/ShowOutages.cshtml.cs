using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ViewRounds)]
public sealed class ShowOutagesModel(ShowOutages.Handler handler, Actor actor, ShellState shell) : PageModel
{
    public IReadOnlyList<Outage> Outages { get; private set; } = [];

    public bool MayManage => actor.May(Permission.ManageRounds);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        Outages = await handler.HandleAsync(cancellationToken);
    }
}
