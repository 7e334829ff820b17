using System.Buffers.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Removes a passkey after the password was given again.</summary>
[Requires(Permission.UseOwnAccount)]
public sealed class RemovePasskeyModel(RemovePasskey.Handler remove, SignInThrottle throttle) : PageModel
{
    public IActionResult OnGet(string id) => Base64Url.IsValid(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string? removePassword, CancellationToken cancellationToken)
    {
        if (!Base64Url.IsValid(id)) return NotFound();
        if (!throttle.Allows(HttpContext, User.Identity?.Name)) return this.Show([SignInThrottle.TooMany], StatusCodes.Status429TooManyRequests);
        var answer = await remove.HandleAsync(new(Base64Url.DecodeFromChars(id), removePassword), cancellationToken);
        if (!answer.Done) return this.Show(answer.Refusals);
        Flash.Add(TempData, "success", Words.Say("Đã xoá khoá truy cập.", "The passkey was removed."));
        return LocalRedirect("/account");
    }
}
