using OpenPar.Core.Accounts;
using OpenPar.Core.Text;

namespace OpenPar.Web.Hosting;

/// <summary>The menu: one line a place, guarded by the permission of its page. A module adds its own lines here.</summary>
public static class SiteMap
{
    private static readonly LocalText Assessment = new("Đánh giá", "Assessment");

    private static readonly LocalText Catalogues = new("Danh mục", "Catalogues");

    private static readonly LocalText Administration = new("Quản trị", "Administration");

    /// <summary>Every line there is, in order.</summary>
    public static IReadOnlyList<Place> Places { get; } =
    [
        new(null, Permission.UseOwnAccount, "/", new("Việc của tôi", "My work"), "tasks"),
        new(Assessment, Permission.ViewRounds, "/rounds", new("Kỳ đánh giá", "Rounds"), "round"),
        new(Assessment, Permission.ViewFrameworks, "/results", new("Kết quả công bố", "Published results"), "result"),
        new(Assessment, Permission.ViewPlans, "/plans", new("Kế hoạch", "Plans"), "plan"),
        new(Assessment, Permission.ViewEvidence, "/evidence", new("Tài liệu kiểm chứng", "Evidence"), "evidence"),
        new(Catalogues, Permission.ViewFrameworks, "/frameworks", new("Bộ chỉ số", "Frameworks"), "framework"),
        new(Catalogues, Permission.ViewAssignments, "/assignments", new("Phân công", "Assignments"), "score"),
        new(Catalogues, Permission.ViewAgencies, "/agencies", new("Cơ quan", "Agencies"), "agency"),
        new(Administration, Permission.ManageAccounts, "/accounts", new("Tài khoản", "Accounts"), "users"),
        new(Administration, Permission.ManagePapers, "/paper-templates", new("Mẫu văn bản", "Templates of papers"), "settings"),
        new(Administration, Permission.ManagePapers, "/paper-formalities", new("Thể thức văn bản", "Place and signers"), "settings"),
        new(Administration, Permission.ViewAudit, "/audit", new("Nhật ký hệ thống", "Audit log"), "audit"),
    ];

    /// <summary>The groups and lines that these roles may open, in order.</summary>
    public static IEnumerable<NavigationGroup> For(IReadOnlyList<Role> roles) =>
        from place in Places
        where PermissionMatrix.ScopeOf(roles, place.Permission) != Scope.None
        group new NavigationItem(place.Url, place.Label.Show(), place.Icon) by place.Group into lines
        select new NavigationGroup(lines.Key?.Show(), [.. lines]);

    /// <summary>One line of the menu.</summary>
    /// <param name="Group">The heading it stands under; null for the first group.</param>
    /// <param name="Permission">The permission of the page it leads to.</param>
    /// <param name="Url">Where it leads.</param>
    /// <param name="Label">What it says.</param>
    /// <param name="Icon">Its drawing.</param>
    public sealed record Place(LocalText? Group, Permission Permission, string Url, LocalText Label, string Icon);
}
