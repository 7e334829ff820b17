using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ViewRounds)]
public sealed class ListRoundsModel(ListRounds.Handler handler, Actor actor, ShellState shell) : PageModel
{
    public IReadOnlyList<ListRounds.Item> Items { get; private set; } = [];

    public bool MayManage => actor.May(Permission.ManageRounds);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Items = await handler.HandleAsync(cancellationToken);
        shell.Demonstration |= Items.Any(i => i.Demonstration);
    }
}
