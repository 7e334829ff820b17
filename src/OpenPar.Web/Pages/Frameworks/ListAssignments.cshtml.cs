using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.ViewAssignments)]
public sealed class ListAssignmentsModel(ListAssignments.Handler handler, Actor actor) : PageModel
{
    public ListAssignments.View View { get; private set; } = null!;

    public bool MayEdit => actor.May(Permission.EditAssignments);

    public IEnumerable<ListAssignments.ImportLine> Comparable => View.Imports.Where(i => i.State != ImportState.Discarded);

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await handler.HandleAsync(cancellationToken);

    public static string StateName(ImportState state) => state switch
    {
        ImportState.InReview => Words.Say("Đang xem lại", "In review"),
        ImportState.Accepted => Words.Say("Đã chấp nhận", "Accepted"),
        _ => Words.Say("Đã bỏ", "Set aside"),
    };
}
