using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ManageRounds)]
public sealed class SetCouncilMembersModel(ShowCouncil.Handler council, Actor actor, ShellState shell, SetCouncilMembers.Handler handler) : CouncilPage(council, actor, shell)
{
    public IActionResult OnGet(Guid round) => Redirect(UrlOf(round));

    public async Task<IActionResult> OnPostAsync(Guid round, Guid[] member, Guid? chair, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new(new RoundId(round), member, chair), cancellationToken);
        return await AnswerAsync(round, answer, Words.Say("Đã ghi danh sách Hội đồng.", "The council is recorded."), cancellationToken);
    }
}
