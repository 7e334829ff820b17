using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features;
using OpenPar.App.Features.Organisations;
using OpenPar.Core.Accounts;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Organisations;

[Requires(Permission.ViewAgencies)]
public sealed class ShowAgenciesModel(ShowAgencies.Handler handler, Actor actor) : PageModel
{
    public ShowAgencies.View View { get; private set; } = null!;

    public ShowAgencies.Query Query { get; private set; } = null!;

    public bool MayEdit => actor.May(Permission.EditAgencies);

    public async Task OnGetAsync(string? q, string? when, CancellationToken cancellationToken)
    {
        var wanted = when switch { "ended" => ShowAgencies.When.Ended, "all" => ShowAgencies.When.All, _ => ShowAgencies.When.Today };
        Query = new ShowAgencies.Query(q, wanted);
        View = await handler.HandleAsync(Query, cancellationToken);
    }
}
