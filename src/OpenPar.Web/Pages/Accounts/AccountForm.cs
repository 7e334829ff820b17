using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>The questions about an account, with what was typed or is stored.</summary>
public sealed record AccountForm(
    bool IsNew, string? FullName, string? UserName, string? Agency, IReadOnlyList<Role> Roles, IReadOnlyList<ShowAccountForm.Choice> Agencies)
{
    /// <summary>The list of agencies with the present one selected.</summary>
    public IEnumerable<SelectListItem> AgencyItems() =>
        Agencies.Select(a => new SelectListItem(a.Name, a.Id.ToString(), a.Id.ToString() == Agency))
            .Prepend(new SelectListItem(Words.Say("Toàn tỉnh (không thuộc cơ quan nào)", "The whole province"), "", string.IsNullOrEmpty(Agency)));

    /// <summary>Why the roles were refused.</summary>
    public static string? RolesError(ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.TryGetValue("roles", out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
    }

    /// <summary>The roles among posted names; an unknown name is none.</summary>
    public static IReadOnlyList<Role> Read(IEnumerable<string>? posted) =>
        [.. (posted ?? []).Where(name => Enum.TryParse<Role>(name, out var role) && Enum.IsDefined(role)).Select(Enum.Parse<Role>).Distinct()];
}
