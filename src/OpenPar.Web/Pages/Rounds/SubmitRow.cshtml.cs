using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>Saves what stands in the form, then hands the row in.</summary>
[Requires(Permission.ScoreRows)]
public sealed class SubmitRowModel(ShowRow.Handler rows, ShellState shell, SaveRow.Handler save, SubmitRow.Handler submit) : RowPage(rows, shell)
{
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, string? version, string? points, string? explanation, string? absence, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var seen = uint.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var saved = await save.HandleAsync(new SaveRow.Command(id, seen, TypedFacts(), points, explanation, TypedSourceTexts(), absence), cancellationToken);
        if (!saved.Done) return await RefusedAsync(id, saved.Refusals, cancellationToken);
        var answer = await submit.HandleAsync(id, cancellationToken);
        if (!answer.Done) return await RefusedAsync(id, answer.Refusals, cancellationToken);
        // Before the signature the row waits in the sheet; the appraisal team gets the sheet as a whole.
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var inSheet = View.Sheet.Round is { Way: ScoringWay.ByUnit, SheetState: SheetState.Filling };
        Flash.Add(TempData, "success", inSheet
            ? Words.Say("Đã nộp dòng này trong phiếu. Tổ thẩm định nhận cả phiếu khi lãnh đạo ký.", "Handed in on the sheet. The appraisal team gets the sheet when the leader has signed.")
            : Words.Say("Đã nộp. Tổ thẩm định đã nhận được dòng này.", "Submitted. The appraisal team has the row now."));
        return Redirect(UrlOf(id));
    }
}
