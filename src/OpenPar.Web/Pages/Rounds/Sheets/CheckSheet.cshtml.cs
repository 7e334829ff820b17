using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>The completeness check, from which complete rows are handed in together and the sheet goes to the leader.</summary>
[Requires(Permission.ViewRounds)]
public sealed class CheckSheetModel(CheckSheet.Handler handler, Actor actor, ShellState shell) : SheetPage(shell)
{
    public CheckSheet.View View { get; private set; } = null!;

    public bool MayScore => actor.May(Permission.ScoreRows) && View.Sheet.Round.State == RoundState.Open;

    /// <summary>Whether the unit's own officer may send the sheet on.</summary>
    public bool MaySend => actor.ScopeOf(Permission.ScoreRows) == Scope.OwnAgency && actor.Agency == View.Sheet.Round.UnitId
        && SheetMachine.Find(View.Sheet.Round.Way, View.Sheet.Round.SheetState, SheetEvent.SendToReview) is not null && View.Sheet.Round.State == RoundState.Open;

    public Task<IActionResult> OnGetAsync(Guid sheet, CancellationToken cancellationToken) => ShowAsync(new SheetId(sheet), cancellationToken);

    private async Task<IActionResult> ShowAsync(SheetId id, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(id, cancellationToken) is not { } view) return NotFound();
        View = view;
        Frame(view.Sheet);
        return Page();
    }
}
