using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>The team leader's decision on a row where two opinions differ.</summary>
[Requires(Permission.AppraiseRows)]
public sealed class DecideVarianceModel(ShowRow.Handler rows, ShellState shell, DecideVariance.Handler handler) : RowPage(rows, shell)
{
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, string? version, string? opinion, string? points, string? reason, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var seen = uint.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var taken = string.IsNullOrEmpty(opinion) ? (long?)null : long.TryParse(opinion, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : 0;
        var answer = await handler.HandleAsync(new DecideVariance.Command(id, seen, taken, new Wish(TypedFacts(), points, reason)), cancellationToken);
        if (!answer.Done) return await RefusedAsync(id, answer.Refusals, cancellationToken);
        Flash.Add(TempData, "success", Words.Say("Đã quyết định dòng có hai ý kiến khác nhau.", "Decided where the two opinions differed."));
        return Redirect(UrlOf(id));
    }
}
