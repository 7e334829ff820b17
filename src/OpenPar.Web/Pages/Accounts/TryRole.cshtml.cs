using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;
using OpenPar.App.Features.Demonstration;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Plays a role of the demonstration with one click; where no demonstration may be played there is no such page.</summary>
[AllowAnonymous]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class TryRoleModel(TryRole.Handler roles, ListStages.Handler stages, DemonstrationGate gate, SignInManager<User> signIn) : PageModel
{
    /// <summary>The roles to choose from.</summary>
    public IReadOnlyList<TryRole.Playable> People { get; private set; } = [];

    /// <summary>The steps of a season that can be tried now.</summary>
    public IReadOnlyList<ListStages.Stage> Stages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await OpenAsync(cancellationToken)) return NotFound();
        Stages = await stages.HandleAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid userId, string? returnUrl, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(cancellationToken)) return NotFound();
        var answer = await roles.HandleAsync(userId, cancellationToken);
        if (!answer.Done) return this.Show(answer.Refusals);
        await HttpContext.OpenSessionAsync(signIn, answer.Value);
        return LocalRedirect(ReturnPath.Safe(returnUrl));
    }

    private async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        if (gate.IsOpenTo(HttpContext)) People = await roles.ListAsync(cancellationToken);
        return People.Count > 0;
    }
}
