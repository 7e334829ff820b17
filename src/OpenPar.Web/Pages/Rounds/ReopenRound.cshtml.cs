using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ManageRounds)]
public sealed class ReopenRoundModel(ShowRound.Handler rounds, ReopenRound.Handler handler, ShellState shell) : RoundChangePage(rounds, shell)
{
    public async Task<IActionResult> OnPostAsync(Guid round, string? reason, string? decisionNumber, string? decidedOn, CancellationToken cancellationToken)
    {
        ModelState.KeepAll(Request.Form);
        var day = ModelState.ReadDay("decidedOn", decidedOn);
        if (!ModelState.IsValid) return await RefusedAsync(round, cancellationToken);
        var answer = await handler.HandleAsync(new(new RoundId(round), decisionNumber, day, reason), cancellationToken);
        return await AnswerAsync(round, answer, Words.Say("Đã mở lại kỳ đánh giá.", "The round is open again."), cancellationToken);
    }
}
