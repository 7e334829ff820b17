using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.ViewFrameworks)]
public sealed class ShowCriterionModel(ShowCriterion.Handler handler, ShellState shell, Actor actor) : PageModel
{
    public ShowCriterion.View View { get; private set; } = null!;

    public IReadOnlyList<RuleLine> Rule { get; private set; } = [];

    public bool MayAssign => View.Leaf && actor.May(Permission.EditAssignments);

    public async Task<IActionResult> OnGetAsync(string set, string version, string code, CancellationToken cancellationToken)
    {
        if (!FrameworkId.TryParse($"{set}/{version}", out var id) || !CriterionCode.TryParse(code, out var criterion)) return NotFound();
        if (await handler.HandleAsync(new(id, criterion), cancellationToken) is not { } view) return NotFound();
        View = view;
        Rule = view.Criterion.Rule is { } rule ? RuleWords.Of(rule, view.Criterion.MaxPoints) : [];
        shell.Breadcrumbs.Add(new Breadcrumb("/frameworks", Words.Say("Bộ chỉ số", "Frameworks")));
        shell.Breadcrumbs.Add(new Breadcrumb(Addresses.Of(id), id.ToString()));
        foreach (var above in view.Above) shell.Breadcrumbs.Add(new Breadcrumb(Addresses.Of(id, above.Code), $"{above.Code}"));
        return Page();
    }
}
