using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Organisations.Reorganisations;
using OpenPar.Core;
using OpenPar.Core.Organisations;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Organisations;

/// <summary>The review of a reorganisation, shown by every page that changes it.</summary>
public abstract class ReorganisationPage(ShowReorganisation.Handler show, ShellState shell) : PageModel
{
    /// <summary>Choices are posted as <c>choice.{key}</c>.</summary>
    public const string Prefix = "choice.";

    public ShowReorganisation.View View { get; private set; } = null!;

    /// <summary>What was chosen and refused, kept on the page.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; private set; } = new Dictionary<string, string>();

    public string Title => $"{string.Join(", ", View.Sources)} → {string.Join(", ", View.Asked.Successors.Select(s => s.Name))}";

    public string Lead => Words.Say(
        $"{OrganisationNames.Of(View.Record.Kind).Vi} từ {View.Record.EffectiveOn:dd/MM/yyyy}", $"{OrganisationNames.Of(View.Record.Kind).En} from {View.Record.EffectiveOn:dd/MM/yyyy}");

    protected async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        shell.Breadcrumbs.Add(new Breadcrumb("/agencies", Words.Say("Cơ quan, đơn vị", "Agencies")));
        shell.Breadcrumbs.Add(new Breadcrumb("/agencies/reorganisations", Words.Say("Sắp xếp đơn vị", "Reorganisations")));
        if (await show.HandleAsync(new ReorganisationId(id), cancellationToken) is not { } view) return false;
        View = view;
        return true;
    }

    /// <summary>The review with what kept it from happening.</summary>
    protected async Task<IActionResult> RefusedAsync(Guid id, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        ModelState.Refuse(refusals);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    protected Dictionary<string, string> Chosen()
    {
        var chosen = Request.Form.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(f => f.Key[Prefix.Length..], f => f.Value.ToString());
        Typed = chosen;
        return chosen;
    }
}
