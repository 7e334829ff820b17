using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>The list of accounts.</summary>
[Requires(Permission.ManageAccounts)]
public sealed class ShowAccountsModel(ShowAccounts.Handler show) : PageModel
{
    public IReadOnlyList<ShowAccounts.Account> Accounts { get; private set; } = [];

    /// <summary>What is searched for.</summary>
    public string? Sought { get; private set; }

    public Role? Role { get; private set; }

    public string? State { get; private set; }

    public async Task OnGetAsync(string? q, string? role, string? state, CancellationToken cancellationToken)
    {
        (Sought, State) = (q, state);
        Role = Enum.TryParse<Role>(role, out var known) && Enum.IsDefined(known) ? known : null;
        bool? disabled = state switch { "open" => false, "closed" => true, _ => null };
        Accounts = await show.HandleAsync(new(q, Role, disabled), cancellationToken);
    }

    /// <summary>The state of an account in words.</summary>
    public static string StateOf(ShowAccounts.Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account switch
        {
            { Disabled: true } => Hosting.Words.Say("Đã khoá", "Disabled"),
            { Demonstration: true } => Hosting.Words.Say("Dùng thử", "Demonstration"),
            { HasPassword: false, HasPasskey: false } => Hosting.Words.Say("Chờ đặt mật khẩu", "Waiting for a password"),
            _ => Hosting.Words.Say("Đang mở", "Enabled"),
        };
    }
}
