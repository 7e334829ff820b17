using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Results;
using OpenPar.Core.Accounts;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Papers;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Results;

[Requires(Permission.ViewResults)]
public sealed class ShowStandingsModel(ShowStandings.Handler handler, ShellState shell) : PageModel
{
    private static readonly PaperKind[] OfAGroup =
    [
        PaperKind.ScoreSummary, PaperKind.FieldSheet, PaperKind.SpecialReport, PaperKind.AppraisalMinutes, PaperKind.LostPoints, PaperKind.ResultsDecision,
    ];

    public ShowStandings.View View { get; private set; } = null!;

    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    [FromQuery(Name = "sort")]
    public ShowStandings.Order Sort { get; set; }

    /// <summary>The papers of the group.</summary>
    public IReadOnlyList<PaperLink> PapersOfGroup => [.. OfAGroup.Select(kind => new PaperLink(PaperKinds.NameOf(kind).Show(), PaperRoute.NameOf(kind), $"?group={View.Group.Value}"))];

    public bool Pdf => PaperPdf.Available;

    public async Task<IActionResult> OnGetAsync(Guid round, string? group, CancellationToken cancellationToken)
    {
        var wanted = Guid.TryParse(group, out var named) ? new GroupId(named) : (GroupId?)null;
        if (await handler.HandleAsync(new(new RoundId(round), wanted, Search, Sort), cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Title));
        return Page();
    }
}
