using OpenPar.App.Features.Evidence.Storage;

namespace OpenPar.Web.Hosting;

/// <summary>What the frame around every page shows. One per request; filled by whoever knows the person and the place.</summary>
public sealed class ShellState
{
    /// <summary>The menu at the left, in order; empty leaves the menu out.</summary>
    public IList<NavigationGroup> Navigation { get; } = [];

    /// <summary>The way down to this page, without the page itself.</summary>
    public IList<Breadcrumb> Breadcrumbs { get; } = [];

    /// <summary>Who is signed in; null shows the sign-in link when there is one.</summary>
    public string? UserName { get; set; }

    /// <summary>Opaque key of the person: keeps the unsaved text of one person from being offered to the next on the same computer.</summary>
    public string? UserKey { get; set; }

    /// <summary>The role in words, with the agency where there is one.</summary>
    public string? RoleName { get; set; }

    /// <summary>A role played in the demonstration: a bar on every page says so.</summary>
    public bool PlayedRole { get; set; }

    /// <summary>Where the played role is left.</summary>
    public string? LeaveRoleUrl { get; set; }

    /// <summary>Invented figures are on screen: a bar on every page and print says "dữ liệu minh hoạ".</summary>
    public bool Demonstration { get; set; }

    /// <summary>Files that the store lacks, for those who see to the system: a bar on every page says what to do. Null when there is nothing to say.</summary>
    public LookForFiles.Sight? LackingFiles { get; set; }

    /// <summary>Links of the person's menu.</summary>
    public IList<NavigationItem> UserLinks { get; } = [];

    /// <summary>Where one signs in; null when there are no accounts yet.</summary>
    public string? SignInUrl { get; set; }

    /// <summary>Where the sign-out form posts to.</summary>
    public string? SignOutUrl { get; set; }

    /// <summary>Where the search box of the bar sends <c>?q=</c>; null leaves it out.</summary>
    public string? SearchUrl { get; set; }
}

/// <summary>Menu entries under one heading; no heading for the first, personal group.</summary>
public sealed record NavigationGroup(string? Heading, IReadOnlyList<NavigationItem> Items);

/// <summary>One entry of a menu.</summary>
/// <param name="Url">Where it leads, from the root.</param>
/// <param name="Label">What it says, in the language of the screen.</param>
/// <param name="Icon">A name of <see cref="Components.Icons"/>, or null.</param>
/// <param name="Count">What waits there, shown when above zero.</param>
public sealed record NavigationItem(string Url, string Label, string? Icon = null, int Count = 0)
{
    /// <summary>Whether the path is this entry's page or lies below it.</summary>
    public bool Covers(PathString path) =>
        Url == "/" ? path == "/" : path.StartsWithSegments(Url, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One step on the way to a page.</summary>
public sealed record Breadcrumb(string Url, string Label);
