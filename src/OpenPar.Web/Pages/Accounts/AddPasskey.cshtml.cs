using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Adds a passkey: the script asks for a challenge, the form brings what the device made.</summary>
[Requires(Permission.UseOwnAccount)]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class AddPasskeyModel(AddPasskey.Handler add, SignInManager<User> signIn, Actor actor) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        if (actor.Demonstration) return Forbid();
        var entity = new PasskeyUserEntity { Id = actor.UserId!.Value.ToString(), Name = User.Identity!.Name!, DisplayName = actor.Name };
        return Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    public async Task<IActionResult> OnPostAsync(string? credential, string? name, CancellationToken cancellationToken)
    {
        var made = string.IsNullOrEmpty(credential) ? null : await signIn.TryAttestationAsync(credential);
        if (made is not { Succeeded: true }) return this.Show([actor.Demonstration ? AddPasskey.Refusals.Played : AddPasskey.Refusals.NotStored]);
        var answer = await add.HandleAsync(new(made.Passkey, name), cancellationToken);
        if (!answer.Done) return this.Show(answer.Refusals);
        Flash.Add(TempData, "success", Words.Say("Đã thêm khoá truy cập.", "The passkey was added."));
        return LocalRedirect("/account");
    }
}
