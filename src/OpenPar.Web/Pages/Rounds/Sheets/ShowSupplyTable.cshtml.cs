using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>A data supplier fills one criterion for all units in one table.</summary>
[Requires(Permission.ScoreRows)]
[RequestFormLimits(ValueCountLimit = FillForm.MostValues)]
public sealed class ShowSupplyTableModel(ShowSupplyTable.Handler tables, FillRows.Handler fill, ShellState shell) : SheetPage(shell)
{
    private readonly ShellState shell = shell;

    public ShowSupplyTable.View View { get; private set; } = null!;

    /// <summary>How many rows were saved although something in the table was refused.</summary>
    public int Saved { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid round, string? code, CancellationToken cancellationToken) => ShowAsync(new RoundId(round), code, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid round, string? code, string? basis, CancellationToken cancellationToken)
    {
        var entries = string.IsNullOrWhiteSpace(basis) ? FillForm.Read(Request.Form) : await WithBasisAsync(new RoundId(round), code, basis.Trim(), cancellationToken);
        var outcomes = await fill.HandleAsync(entries, cancellationToken);
        var saved = outcomes.Count(o => o.Saved);
        if (outcomes.All(o => o.Saved && o.Refused.Count == 0))
        {
            Flash.Add(TempData, "success", saved == 0 ? Words.Say("Không có gì thay đổi.", "Nothing was changed.") : Words.Say($"Đã lưu số liệu của {saved} đơn vị.", $"Saved for {saved} units."));
            return Redirect($"/rounds/{round}/supply?code={Uri.EscapeDataString(code ?? "")}");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var page = await ShowAsync(new RoundId(round), code, cancellationToken);
        if (View is not null) FillForm.Keep(ModelState, outcomes, View.Lines.ToDictionary(l => l.Row.Id, l => l.Unit));
        ModelState.Keep("basis", basis);
        Saved = saved;
        return page;
    }

    // One paper usually proves the figures of all units: it is typed once.
    private async Task<List<FillRows.Entry>> WithBasisAsync(RoundId id, string? code, string basis, CancellationToken cancellationToken)
    {
        var view = await tables.HandleAsync(id, CriterionCode.TryParse(code, out var wanted) ? wanted : null, cancellationToken);
        var bare = view is null ? [] : view.Lines.Where(l => string.IsNullOrWhiteSpace(l.Row.Explanation)).Select(l => l.Row.Id).ToHashSet();
        return FillForm.Read(Request.Form).ConvertAll(e => bare.Contains(e.Row) && (e.Points is { Length: > 0 } || e.Facts.Values.Any(f => !string.IsNullOrWhiteSpace(f))) ? e with { Explanation = basis } : e);
    }

    private async Task<IActionResult> ShowAsync(RoundId id, string? code, CancellationToken cancellationToken)
    {
        if (await tables.HandleAsync(id, CriterionCode.TryParse(code, out var wanted) ? wanted : null, cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{id.Value}", view.Round.Title));
        return Page();
    }
}
