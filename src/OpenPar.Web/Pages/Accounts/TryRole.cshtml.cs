using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Plays a role of the demonstration with one click; where no demonstration may be played there is no such page.</summary>
[AllowAnonymous]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class TryRoleModel(TryRole.Handler roles, DemonstrationGate gate, SignInManager<User> signIn) : PageModel
{
    /// <summary>The roles to choose from.</summary>
    public IReadOnlyList<TryRole.Playable> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(cancellationToken)) return NotFound();
        var answer = await roles.HandleAsync(userId, cancellationToken);
        if (!answer.Done) return this.Show(answer.Refusals);
        await HttpContext.OpenSessionAsync(signIn, answer.Value);
        return LocalRedirect("/");
    }

    private async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        if (gate.IsOpenTo(HttpContext)) People = await roles.ListAsync(cancellationToken);
        return People.Count > 0;
    }
}
