using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Results;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Papers;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Results;

[Requires(Permission.ViewResults)]
public sealed class ShowResultsModel(ShowResults.Handler handler, ShellState shell) : PageModel
{
    public ShowResults.View View { get; private set; } = null!;

    /// <summary>Provisional points by field; each leads to its rows.</summary>
    public IReadOnlyList<ChartBar> Fields => [.. View.Provisional.Fields.Select(f => new ChartBar($"{f.Code}. {f.Title}", Round(f.Points), f.MaxPoints, $"#f-{f.Code}"))];

    /// <summary>The unit beside its group, field by field.</summary>
    public IReadOnlyList<RadarAxis> Axes => [.. (View.Comparison?.Fields ?? []).Select(f => new RadarAxis(
        $"{f.Code}", $"{f.Code}. {View.Sheet.Framework.Find(f.Code)!.Title}", Round(f.Percent), Round(f.Median), Round(f.Difference)))];

    public IReadOnlyList<ChartBar> Owners => [.. View.ByOwner.Select(o => new ChartBar(o.Agency, Round(o.Lost)))];

    /// <summary>The papers of the round, and those of each field.</summary>
    public IReadOnlyList<PaperLink> Papers =>
    [
        Link(PaperKind.ScoreSheet), Link(PaperKind.ScoreSummary), Link(PaperKind.FieldSheet),
        .. View.Sheet.Framework.Fields.Select(f => new PaperLink($"{PaperKinds.NameOf(PaperKind.FieldSheet).Show()}: {f.Code}. {f.Title}", PaperRoute.NameOf(PaperKind.FieldSheet), $"?field={f.Code}")),
        Link(PaperKind.SpecialReport), Link(PaperKind.AppraisalMinutes), Link(PaperKind.ExplanationFile), Link(PaperKind.ResultsDecision), Link(PaperKind.LostPoints),
    ];

    public bool Pdf => PaperPdf.Available;

    public async Task<IActionResult> OnGetAsync(Guid round, string? unit, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new RoundId(round), AgencyId.TryParse(unit, out var named) ? named : null, cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Sheet.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Sheet.Round.Title));
        return Page();
    }

    private static PaperLink Link(PaperKind kind) => new(PaperKinds.NameOf(kind).Show(), PaperRoute.NameOf(kind), "");

    /// <summary>Points as the framework shows them.</summary>
    public decimal? Round(decimal? points) => View.Sheet.Framework.Rounding.Apply(points);
}

/// <summary>A paper to take out.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Address">Its address below the round, without the end.</param>
/// <param name="Query">What narrows it; empty for nothing.</param>
public sealed record PaperLink(string Name, string Address, string Query);
