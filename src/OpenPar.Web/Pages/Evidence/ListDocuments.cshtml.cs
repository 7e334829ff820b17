using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Evidence;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

[Requires(Permission.ViewEvidence)]
public sealed class ListDocumentsModel(ListDocuments.Handler handler, ShellState shell) : PageModel
{
    public IReadOnlyList<ListDocuments.Item> Items { get; private set; } = [];

    public string? Query { get; private set; }

    public async Task OnGetAsync(string? q, CancellationToken cancellationToken)
    {
        Query = q;
        Items = await handler.HandleAsync(q, cancellationToken);
        shell.Demonstration |= Items.Any(i => i.Demonstration);
    }
}
