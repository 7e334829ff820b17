using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>Accepts a row as declared (<c>accept</c>), or decides with changed figures or points.</summary>
[Requires(Permission.AppraiseRows)]
public sealed class AppraiseRowModel(ShowRow.Handler rows, ShellState shell, AppraiseRow.Handler handler) : RowPage(rows, shell)
{
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, string? version, string? accept, string? points, string? reason, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var seen = uint.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var command = accept is not null
            ? new AppraiseRow.Command(id, seen, null, null, null)
            : new AppraiseRow.Command(id, seen, TypedFacts(), points, reason);
        var answer = await handler.HandleAsync(command, cancellationToken);
        if (!answer.Done) return await RefusedAsync(id, answer.Refusals, cancellationToken);
        var written = answer.Value is { } given ? NumberText.Write(given, 6) : null;
        Flash.Add(TempData, "success", written is null
            ? Words.Say("Đã thẩm định: dòng không tính vào điểm tối đa của đơn vị.", "Appraised: the row is left out of the unit's maximum.")
            : Words.Say($"Đã thẩm định: {written} điểm.", $"Appraised: {written} points."));
        return await GoOnAsync(id, cancellationToken);
    }
}
