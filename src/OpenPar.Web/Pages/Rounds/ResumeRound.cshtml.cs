using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ManageRounds)]
public sealed class ResumeRoundModel(ShowRound.Handler rounds, ResumeRound.Handler handler, ShellState shell) : RoundChangePage(rounds, shell)
{
    public async Task<IActionResult> OnPostAsync(Guid round, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new RoundId(round), cancellationToken);
        return await AnswerAsync(round, answer, Words.Say("Kỳ đánh giá đã tiếp tục.", "The round goes on."), cancellationToken);
    }
}
