using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Accounts;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Papers;

[Requires(Permission.ManagePapers)]
public sealed class ShowPaperTemplatesModel(ShowPaperTemplates.Handler handler) : PageModel
{
    public IReadOnlyList<ShowPaperTemplates.Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = await handler.HandleAsync(cancellationToken);
}
