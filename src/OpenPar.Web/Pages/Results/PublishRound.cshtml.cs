using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Results;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Rounds;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Results;

[Requires(Permission.ManageRounds)]
public sealed class PublishRoundModel(ShowRound.Handler rounds, PublishRound.Handler handler, ShellState shell) : RoundChangePage(rounds, shell)
{
    public async Task<IActionResult> OnPostAsync(Guid round, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new RoundId(round), cancellationToken);
        return await AnswerAsync(round, answer, Words.Say("Đã công bố. Mọi người đăng nhập đều xem được kết quả.", "Published. Everybody who signs in sees the result."), cancellationToken);
    }
}
