using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Rounds;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.ViewAssignments)]
public sealed class ShowAssignmentsModel(ShowAssignments.Handler handler, Actor actor, ShellState shell) : PageModel
{
    public ShowAssignments.View View { get; private set; } = null!;

    public bool ByAgency { get; private set; }

    public bool MayEdit => actor.May(Permission.EditAssignments);

    public async Task<IActionResult> OnGetAsync(string set, string version, string? by, int? year, CancellationToken cancellationToken)
    {
        if (!FrameworkId.TryParse($"{set}/{version}", out var id)) return NotFound();
        if (await handler.HandleAsync(new(id, year is >= 2000 and <= 2200 ? year : null), cancellationToken) is not { } view) return NotFound();
        (View, ByAgency) = (view, by == "agency");
        shell.Breadcrumbs.Add(new Breadcrumb("/assignments", Words.Say("Phân công", "Assignments")));
        return Page();
    }

    /// <summary>A target in points and words.</summary>
    public string Written(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return RowLook.Written(new ShowSheet.Aim(target.Code, target.Points, target.Text));
    }

    /// <summary>How a lead came to be, in words.</summary>
    public static string OriginName(AssignmentOrigin origin) => origin switch
    {
        AssignmentOrigin.Imported => Words.Say("từ phụ lục", "from an annex"),
        AssignmentOrigin.Demonstration => Words.Say("dữ liệu minh hoạ", "demonstration data"),
        AssignmentOrigin.CarriedOver => Words.Say("chuyển từ bộ khác", "carried over"),
        _ => Words.Say("người dùng quyết định", "decided by a person"),
    };
}
