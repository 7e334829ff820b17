using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.ViewFrameworks)]
public sealed class ShowFrameworksModel(ShowFrameworks.Handler handler, Actor actor) : PageModel
{
    public IReadOnlyList<ShowFrameworks.Line> Lines { get; private set; } = [];

    public bool MayEdit => actor.May(Permission.EditFrameworks);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = await handler.HandleAsync(cancellationToken);
}
