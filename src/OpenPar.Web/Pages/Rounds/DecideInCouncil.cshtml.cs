using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>The council decides one row, in a session, with a reason.</summary>
[Requires(Permission.DecideInCouncil)]
public sealed class DecideInCouncilModel(ShowRow.Handler rows, ShellState shell, DecideInCouncil.Handler handler) : RowPage(rows, shell)
{
    /// <summary>The row with the figures of its last decision in the form.</summary>
    public ShowRow.View Shown { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Sessions { get; private set; } = [];

    /// <summary>Whether the row can be decided by this person now.</summary>
    public bool May => View.May.Contains(RowEvent.Decide);

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(new RowId(row), cancellationToken)) return NotFound();
        await FillAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid row, string? version, string? session, string? points, string? reason, string? votesFor, string? votesAgainst, string? votesOther, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var seen = uint.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var held = long.TryParse(session, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : (long?)null;
        var answer = await handler.HandleAsync(new(id, seen, held, TypedFacts(), points, reason, new(votesFor, votesAgainst, votesOther)), cancellationToken);
        if (!answer.Done)
        {
            var refused = await RefusedAsync(id, answer.Refusals, cancellationToken);
            if (refused is PageResult) await FillAsync(cancellationToken);
            return refused;
        }

        Flash.Add(TempData, "success", answer.Value is { } given
            ? Words.Say($"Hội đồng đã quyết định: {NumberText.Write(given, 6)} điểm.", $"Decided by the council: {NumberText.Write(given, 6)} points.")
            : Words.Say("Hội đồng đã quyết định: dòng không tính vào điểm tối đa của đơn vị.", "Decided by the council: the row is left out of the unit's maximum."));
        return Redirect(UrlOf(id));
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var last = await handler.LastFactsAsync(View.Row.Id, cancellationToken);
        Shown = last is null ? View : View with { Figures = View.Figures with { Facts = last } };
        Sessions = [.. (await handler.SessionsAsync(View.Sheet.Round.Id, cancellationToken)).Select(s => new SelectListItem($"{s.MinutesNumber}, {Display.DayText(s.HeldOn)}", s.Id.ToString(CultureInfo.InvariantCulture)))];
    }
}
