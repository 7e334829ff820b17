using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>One account: its roles, its link, whether it is open.</summary>
[Requires(Permission.ManageAccounts)]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class ChangeAccountModel(
    ChangeAccount.Handler change, DisableAccount.Handler disable, RenewStartLink.Handler renew,
    ShowAccounts.Handler show, ShowAccountForm.Handler choices) : PageModel
{
    /// <summary>Where the token of a new link waits for the one page that shows it.</summary>
    public const string LinkKey = "start-link";

    public ShowAccounts.Account Account { get; private set; } = null!;

    public AccountForm Form { get; private set; } = null!;

    /// <summary>The whole address of a link made just now.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken)) return NotFound();
        if (TempData[LinkKey] is string token) Link = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/start/{token}";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? fullName, string? agency, string[]? roles, CancellationToken cancellationToken)
    {
        var read = AccountForm.Read(roles);
        var answer = await change.HandleAsync(new(id, fullName, agency, read), cancellationToken);
        return await DoneAsync(id, answer.Refusals, Words.Say("Đã lưu.", "Saved."), new(false, fullName, null, agency, read, []), cancellationToken);
    }

    public async Task<IActionResult> OnPostDisableAsync(Guid id, bool disabled, CancellationToken cancellationToken)
    {
        var answer = await disable.HandleAsync(new(id, disabled), cancellationToken);
        var said = disabled ? Words.Say("Đã khoá tài khoản.", "The account was disabled.") : Words.Say("Đã mở lại tài khoản.", "The account was enabled.");
        return await DoneAsync(id, answer.Refusals, said, null, cancellationToken);
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await renew.HandleAsync(id, cancellationToken);
        if (answer.Done) TempData[LinkKey] = answer.Value;
        return await DoneAsync(id, answer.Refusals, Words.Say("Đã tạo liên kết mới.", "A new link was made."), null, cancellationToken);
    }

    private async Task<IActionResult> DoneAsync(
        Guid id, IReadOnlyList<Refusal> refusals, string said, AccountForm? typed, CancellationToken cancellationToken)
    {
        if (refusals.Count == 0)
        {
            Flash.Add(TempData, "success", said);
            return LocalRedirect($"/accounts/{id}");
        }

        return await LoadAsync(id, typed, cancellationToken) ? this.Show(refusals) : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, AccountForm? typed, CancellationToken cancellationToken)
    {
        if (await show.OneAsync(id, cancellationToken) is not { } account) return false;
        Account = account;
        var agencies = await choices.AgenciesAsync(cancellationToken);
        Form = typed is not null
            ? typed with { Agencies = agencies }
            : new AccountForm(false, account.FullName, null, await choices.AgencyOfAsync(id, cancellationToken), account.Roles, agencies);
        return true;
    }
}
