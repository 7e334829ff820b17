using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ManageRounds)]
public sealed class OpenRoundModel(ShowRound.Handler rounds, CheckRound.Handler check, OpenRound.Handler handler, ShellState shell) : RoundChangePage(rounds, shell)
{
    /// <summary>What is missing.</summary>
    public CheckRound.View Checked { get; private set; } = null!;

    public override async Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await check.HandleAsync(new RoundId(round), cancellationToken) is not { } view) return NotFound();
        Checked = view;
        return await base.OnGetAsync(round, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid round, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new RoundId(round), cancellationToken);
        return await AnswerAsync(round, answer, Words.Say("Đã mở kỳ đánh giá. Các đơn vị và cơ quan chịu trách nhiệm thấy dòng của mình ở “Việc của tôi”.", "The round is open. Units and agencies see their rows in My work."), cancellationToken);
    }
}
