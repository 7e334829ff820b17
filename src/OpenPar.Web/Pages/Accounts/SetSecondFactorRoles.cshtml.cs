using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Sets the roles that must have a second factor.</summary>
[Requires(Permission.ManageAccounts)]
public sealed class SetSecondFactorRolesModel(SetSecondFactorRoles.Handler handler, ShellState shell) : PageModel
{
    private IReadOnlyList<Role>? chosen;

    /// <summary>Every role, with its people.</summary>
    public IReadOnlyList<SetSecondFactorRoles.Line> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm] List<string>? roles, string? reason, CancellationToken cancellationToken)
    {
        chosen = AccountForm.Read(roles);
        var answer = await handler.HandleAsync(new(chosen, reason), cancellationToken);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", Words.Say("Đã lưu các vai trò phải có xác thực thứ hai.", "The roles that must have a second factor were saved."));
            return LocalRedirect("/accounts");
        }

        ModelState.Keep("reason", reason);
        await ShowAsync(cancellationToken);
        return this.Show(answer.Refusals, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Whether a role is ticked: as it was sent, or else as it is stored.</summary>
    public bool IsChosen(SetSecondFactorRoles.Line line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return chosen?.Contains(line.Role) ?? line.Forced;
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Lines = await handler.ShowAsync(cancellationToken);
        shell.Breadcrumbs.Add(new Breadcrumb("/accounts", Words.Say("Tài khoản", "Accounts")));
    }
}
