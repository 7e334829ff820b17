using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>The second appraisal: as explained (<c>accept</c>), the first result (<c>uphold</c>), or decided anew.</summary>
[Requires(Permission.AppraiseRows)]
public sealed class ReappraiseRowModel(ShowRow.Handler rows, ShellState shell, ReappraiseRow.Handler handler) : RowPage(rows, shell)
{
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, string? version, string? accept, string? uphold, string? points, string? reason, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var seen = uint.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var wish = accept is not null ? Wish.AsDeclared : new Wish(TypedFacts(), points, reason);
        var answer = await handler.HandleAsync(new ReappraiseRow.Command(id, seen, uphold is not null, wish), cancellationToken);
        if (!answer.Done) return await RefusedAsync(id, answer.Refusals, cancellationToken);
        var written = answer.Value is { } given ? NumberText.Write(given, 6) : "—";
        Flash.Add(TempData, "success", Words.Say($"Đã thẩm định lần 2: {written} điểm.", $"Appraised again: {written} points."));
        return await GoOnAsync(id, cancellationToken);
    }
}
