using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>The opinion of one of two appraisers.</summary>
[Requires(Permission.AppraiseRows)]
public sealed class GiveOpinionModel(ShowRow.Handler rows, ShellState shell, GiveOpinion.Handler handler) : RowPage(rows, shell)
{
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, string? version, string? accept, string? uphold, string? points, string? reason, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var seen = uint.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var wish = accept is not null ? Wish.AsDeclared : new Wish(TypedFacts(), points, reason);
        var answer = await handler.HandleAsync(new GiveOpinion.Command(id, seen, uphold is not null, wish), cancellationToken);
        if (!answer.Done) return await RefusedAsync(id, answer.Refusals, cancellationToken);
        Flash.Add(TempData, "success", answer.Value switch
        {
            OpinionOutcome.Agreed => Words.Say("Đã ghi ý kiến. Hai ý kiến giống nhau nên thành quyết định.", "Kept. Both opinions are equal and became the decision."),
            OpinionOutcome.Differs => Words.Say("Đã ghi ý kiến. Hai ý kiến khác nhau: tổ trưởng quyết định.", "Kept. The two opinions differ: the team leader decides."),
            _ => Words.Say("Đã ghi ý kiến; đang chờ người thứ hai.", "Kept; the other appraiser's opinion is waited for."),
        });
        return await GoOnAsync(id, cancellationToken);
    }
}
