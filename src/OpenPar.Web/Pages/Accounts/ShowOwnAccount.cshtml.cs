using System.Buffers.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>The own account.</summary>
[Requires(Permission.UseOwnAccount)]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class ShowOwnAccountModel(ShowOwnAccount.Handler show) : PageModel
{
    /// <summary>Where new recovery codes wait for the one page that shows them.</summary>
    public const string CodesKey = "recovery-codes";

    public ShowOwnAccount.Account Account { get; private set; } = null!;

    /// <summary>Recovery codes that were just given; they are shown once.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (TempData[CodesKey] is string codes) NewCodes = codes.Split('\n');
        Account = await show.HandleAsync(cancellationToken);
    }

    /// <summary>How a visit ended, in words.</summary>
    public static string OutcomeOf(ShowOwnAccount.Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.CodeAsked) return Words.Say("Đúng mật khẩu, còn chờ mã", "Right password, code still missing");
        return visit.Good ? Words.Say("Đã vào", "Signed in") : Words.Say("Bị từ chối", "Refused");
    }

    /// <summary>A passkey as it stands in an address.</summary>
    public static string IdOf(ShowOwnAccount.Passkey passkey)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        return Base64Url.EncodeToString(passkey.CredentialId);
    }
}
