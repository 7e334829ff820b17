using System.Buffers.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>The own account.</summary>
[Requires(Permission.UseOwnAccount)]
public sealed class ShowOwnAccountModel(ShowOwnAccount.Handler show) : PageModel
{
    public ShowOwnAccount.Account Account { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Account = await show.HandleAsync(cancellationToken);

    /// <summary>A passkey as it stands in an address.</summary>
    public static string IdOf(ShowOwnAccount.Passkey passkey)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        return Base64Url.EncodeToString(passkey.CredentialId);
    }
}
