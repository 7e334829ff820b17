using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Leads who owes a second factor to adding one; who owes none goes to the own account.</summary>
[Requires(Permission.UseOwnAccount), AddsSecondFactor]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class ShowOwedSecondFactorModel(ShowOwedSecondFactor.Handler show) : PageModel
{
    /// <summary>Why it is owed.</summary>
    public ShowOwedSecondFactor.Owed Owed { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(cancellationToken) is not { } owed) return LocalRedirect("/account");
        Owed = owed;
        return Page();
    }
}
