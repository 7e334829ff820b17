using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features;
using OpenPar.App.Features.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Adds a passkey in two steps: who it is, then the script asks for a challenge and the form brings what the device made.</summary>
[Requires(Permission.UseOwnAccount), AddsSecondFactor]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class AddPasskeyModel(
    AddPasskey.Handler add, ConfirmSecondFactor.Handler confirm, SecondFactorCheck check, SignInManager<User> signIn, Actor actor) : PageModel
{
    /// <summary>With what the person can prove to be at the desk, beside the password.</summary>
    public ConfirmSecondFactor.Offer Offer { get; private set; } = null!;

    /// <summary>The sealed proof; null while there is none.</summary>
    public string? Seal { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Offer = await confirm.ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostProofAsync(string? password, string? code, string? credential, CancellationToken cancellationToken)
    {
        var proof = await check.ConfirmPersonAsync(HttpContext, password, code, credential, cancellationToken);
        if (!proof.Done) return await RefuseAsync(proof.Refusals, cancellationToken);
        var begun = await add.BeginAsync(proof.Value, cancellationToken);
        if (!begun.Done) return await RefuseAsync(begun.Refusals, cancellationToken);
        Seal = begun.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostOptionsAsync(string? seal, CancellationToken cancellationToken)
    {
        // Without the proof the device is not even asked.
        if (await add.ReadAsync(seal, cancellationToken) is null) return Forbid();
        var entity = new PasskeyUserEntity { Id = actor.UserId!.Value.ToString(), Name = User.Identity!.Name!, DisplayName = actor.Name };
        return Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    public async Task<IActionResult> OnPostAsync(string? credential, string? name, string? seal, CancellationToken cancellationToken)
    {
        if (actor.Demonstration) return await RefuseAsync([AddPasskey.Refusals.Played], cancellationToken);
        if (await add.ReadAsync(seal, cancellationToken) is null) return await RefuseAsync([AddPasskey.Refusals.ProofMissing], cancellationToken);
        Seal = seal;
        var made = string.IsNullOrEmpty(credential) ? null : await signIn.TryAttestationAsync(credential);
        if (made is not { Succeeded: true }) return await RefuseAsync([AddPasskey.Refusals.NotStored], cancellationToken);
        var answer = await add.HandleAsync(new(made.Passkey, name, seal), cancellationToken);
        if (!answer.Done) return await RefuseAsync(answer.Refusals, cancellationToken);
        Flash.Add(TempData, "success", Words.Say("Đã thêm khoá truy cập.", "The passkey was added."));
        return LocalRedirect("/account");
    }

    private async Task<IActionResult> RefuseAsync(IEnumerable<Refusal> refusals, CancellationToken cancellationToken)
    {
        Offer = await confirm.ShowAsync(cancellationToken);
        return this.Show(refusals, StatusCodes.Status422UnprocessableEntity);
    }
}
