using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

[Requires(Permission.EditFrameworks)]
public sealed class ListDraftsModel(ListDrafts.Handler handler, ShellState shell) : PageModel
{
    public IReadOnlyList<ListDrafts.Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        shell.Breadcrumbs.Add(new Breadcrumb("/frameworks", Words.Say("Bộ chỉ số", "Frameworks")));
        Lines = await handler.HandleAsync(cancellationToken);
    }
}
