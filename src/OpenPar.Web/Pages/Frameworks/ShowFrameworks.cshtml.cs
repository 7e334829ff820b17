using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.ViewFrameworks)]
public sealed class ShowFrameworksModel(ShowFrameworks.Handler handler) : PageModel
{
    public IReadOnlyList<ShowFrameworks.Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = await handler.HandleAsync(cancellationToken);
}
