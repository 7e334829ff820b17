using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.DecideInCouncil)]
public sealed class AddCouncilSessionModel(ShowCouncil.Handler council, Actor actor, ShellState shell, AddCouncilSession.Handler handler) : CouncilPage(council, actor, shell)
{
    public IActionResult OnGet(Guid round) => Redirect(UrlOf(round));

    public async Task<IActionResult> OnPostAsync(Guid round, string? heldOn, string? minutesNumber, string? note, string? document, CancellationToken cancellationToken)
    {
        var day = ModelState.ReadDay("heldOn", heldOn);
        if (!ModelState.IsValid) return await RefusedAsync(round, [], cancellationToken);
        var answer = await handler.HandleAsync(new(new RoundId(round), day, minutesNumber, note, Guid.TryParse(document, out var chosen) ? new DocumentId(chosen) : null), cancellationToken);
        return await AnswerAsync(round, answer, Words.Say("Đã ghi phiên họp.", "The session is recorded."), cancellationToken);
    }
}
