using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.ViewFrameworks)]
public sealed class ShowFrameworkModel(ShowFramework.Handler handler, ShellState shell, Actor actor) : PageModel
{
    public ShowFramework.View View { get; private set; } = null!;

    public bool MayMap => actor.May(Permission.EditAssignments);

    public ShowFramework.Query Query { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Fields { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Methods { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(
        string set, string version, string? q, string? field, string? method, string? unknown, CancellationToken cancellationToken)
    {
        if (!FrameworkId.TryParse($"{set}/{version}", out var id)) return NotFound();
        var inField = CriterionCode.TryParse(field, out var code) ? code : (CriterionCode?)null;
        var scored = Enum.TryParse<ScoringMethod>(method, out var known) && Enum.IsDefined(known) ? known : (ScoringMethod?)null;
        Query = new ShowFramework.Query(id, q, inField, scored, unknown == "true");
        if (await handler.HandleAsync(Query, cancellationToken) is not { } view) return NotFound();
        View = view;
        Fields = [new("Tất cả", ""), .. view.Framework.Fields.Select(f => new SelectListItem($"{f.Code}. {f.Title}", f.Code.ToString(), f.Code == inField))];
        Methods = [new("Tất cả", ""), .. Enum.GetValues<ScoringMethod>().Select(m => new SelectListItem(FrameworkNames.Of(m).Show(), m.ToString(), m == scored))];
        shell.Breadcrumbs.Add(new Breadcrumb("/frameworks", Words.Say("Bộ chỉ số", "Frameworks")));
        return Page();
    }
}
