using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features;
using OpenPar.App.Features.Plans;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Plans;

[Requires(Permission.ViewPlans)]
public sealed class ListPlansModel(ListPlans.Handler handler, Actor actor, ShellState shell) : PageModel
{
    public ListPlans.View View { get; private set; } = null!;

    public bool MayEdit => actor.May(Permission.EditPlans);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = await handler.HandleAsync(cancellationToken);
        shell.Demonstration |= View.Plans.Any(p => p.Demonstration);
    }
}
