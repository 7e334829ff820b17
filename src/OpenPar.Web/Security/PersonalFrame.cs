using Microsoft.AspNetCore.StaticAssets;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Security;

/// <summary>Tells the frame of the page who is signed in, in which role, and whether that role is only played.</summary>
public static class PersonalFrame
{
    /// <summary>Fills the frame of this request.</summary>
    public static void Fill(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return;
        var frame = http.RequestServices.GetRequiredService<ShellState>();
        frame.SignInUrl = "/sign-in";
        if (http.Items[SessionEvents.PersonKey] is not ShowSignedIn.Person person) return;

        frame.UserName = person.FullName;
        frame.UserKey = person.Id.ToString("N");
        frame.RoleName = RoleOf(person);
        frame.SignOutUrl = "/sign-out";
        frame.PlayedRole = person.Demonstration;
        frame.Demonstration |= person.Demonstration;
        frame.LeaveRoleUrl = person.Demonstration ? "/try" : null;
        // An error page runs through here a second time, in the same request.
        frame.UserLinks.Clear();
        frame.Navigation.Clear();
        if (person.OwesSecondFactor)
        {
            frame.UserLinks.Add(new NavigationItem("/account/second-factor", new LocalText("Thêm xác thực thứ hai", "Add a second factor").Show()));
            return;
        }

        frame.UserLinks.Add(new NavigationItem("/account", new LocalText("Tài khoản của tôi", "My account").Show()));
        if (PermissionMatrix.ScopeOf(person.Roles, Permission.ManageAccounts) != Scope.None) frame.LackingFiles = http.RequestServices.GetRequiredService<StoreWatch>().Lacking;
        foreach (var group in SiteMap.For(person.Roles)) frame.Navigation.Add(group);
    }

    /// <summary>The roles in words, with the agency: "Cán bộ đầu mối, Sở Nội vụ".</summary>
    private static string RoleOf(ShowSignedIn.Person person)
    {
        var roles = person.Roles.Order().Select(role => RoleNames.NameOf(role).Show());
        return string.Join(", ", person.AgencyName is { } agency ? roles.Append(agency) : roles);
    }
}
