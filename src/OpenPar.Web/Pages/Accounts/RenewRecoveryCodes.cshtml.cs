using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Renews the recovery codes after the password or a second factor was given; the next page shows them, once.</summary>
[Requires(Permission.UseOwnAccount)]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class RenewRecoveryCodesModel(RenewRecoveryCodes.Handler renew, ConfirmSecondFactor.Handler confirm, SecondFactorCheck check) : PageModel
{
    /// <summary>With what the person can prove to be at the desk, beside the password.</summary>
    public ConfirmSecondFactor.Offer Offer { get; private set; } = null!;

    /// <summary>Whether there is anything to renew.</summary>
    public bool HasAuthenticator { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => PrepareAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? password, string? code, string? credential, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        if (!HasAuthenticator) return Refuse([RenewRecoveryCodes.Refusals.None]);
        var proof = await check.ConfirmPersonAsync(HttpContext, password, code, credential, cancellationToken);
        if (!proof.Done) return Refuse(proof.Refusals);
        var answer = await renew.HandleAsync(new(proof.Value), cancellationToken);
        if (!answer.Done) return Refuse(answer.Refusals);
        TempData[ShowOwnAccountModel.CodesKey] = string.Join('\n', answer.Value.Codes);
        Flash.Add(TempData, "success", Words.Say("Đã tạo mã khôi phục mới; mã cũ không dùng được nữa.", "New recovery codes were made; the old ones no longer work."));
        return LocalRedirect("/account");
    }

    private PageResult Refuse(IEnumerable<Refusal> refusals) => this.Show(refusals, StatusCodes.Status422UnprocessableEntity);

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Offer = await confirm.ShowAsync(cancellationToken);
        HasAuthenticator = await renew.HasAuthenticatorAsync(cancellationToken);
    }
}
