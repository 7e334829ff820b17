using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Creates an account; the next page shows its one-time link, once.</summary>
[Requires(Permission.ManageAccounts)]
public sealed class CreateAccountModel(CreateAccount.Handler create, ShowAccountForm.Handler choices) : PageModel
{
    public AccountForm Form { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Form = new AccountForm(true, null, null, null, [], await choices.AgenciesAsync(cancellationToken));

    public async Task<IActionResult> OnPostAsync(
        string? fullName, string? userName, string? agency, string[]? roles, CancellationToken cancellationToken)
    {
        var read = AccountForm.Read(roles);
        var answer = await create.HandleAsync(new(fullName, userName, agency, read), cancellationToken);
        if (!answer.Done)
        {
            Form = new AccountForm(true, fullName, userName, agency, read, await choices.AgenciesAsync(cancellationToken));
            return this.Show(answer.Refusals);
        }

        TempData[ChangeAccountModel.LinkKey] = answer.Value.Token;
        Flash.Add(TempData, "success", Words.Say("Đã tạo tài khoản.", "The account was created."));
        return LocalRedirect($"/accounts/{answer.Value.UserId}");
    }
}
