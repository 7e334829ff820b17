using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>Takes the sheet out as a workbook and loads it back: differences first, then what the person chooses.</summary>
[Requires(Permission.ScoreRows)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest, ValueCountLimit = FillForm.MostValues)]
public sealed class LoadOfflineSheetModel(ShowSheet.Handler sheets, LoadOfflineSheet.Handler load, ShellState shell) : SheetPage(shell)
{
    private const int Largest = 20 * 1024 * 1024;

    public ShowSheet.View Sheet { get; private set; } = null!;

    /// <summary>The comparison; null before a file was loaded.</summary>
    public LoadOfflineSheet.View? View { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid sheet, CancellationToken cancellationToken) => ShowAsync(new SheetId(sheet), cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid sheet, IFormFile? file, CancellationToken cancellationToken)
    {
        var id = new SheetId(sheet);
        if (file is null) return await RefusedAsync([LoadOfflineSheet.Refusals.FileMissing], () => ShowAsync(id, cancellationToken));
        await using var content = file.OpenReadStream();
        View = await load.CompareAsync(id, content, Path.GetFileName(file.FileName), cancellationToken);
        if (View is { Diff: null } or { Diff.Refused: true }) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(id, cancellationToken);
    }

    /// <summary>Saves what was chosen: <c>take</c> names the inputs, <c>t.{key}</c> holds their texts, <c>v.{code}</c> the versions compared with.</summary>
    public async Task<IActionResult> OnPostTakeAsync(Guid sheet, [FromForm(Name = "take")] string[] chosen, CancellationToken cancellationToken)
    {
        var id = new SheetId(sheet);
        var taken = chosen.Select(c => OfflineKey.TryParse(c, out var key) ? new LoadOfflineSheet.Taken(key, Request.Form["t." + c].ToString()) : null).OfType<LoadOfflineSheet.Taken>().ToList();
        var versions = taken.Select(t => t.Key.Row).Distinct().ToDictionary(code => code, Version);
        var outcomes = await load.HandleAsync(id, versions, taken, cancellationToken);
        var refused = outcomes.Where(o => !o.Saved).ToList();
        if (refused.Any(o => o.Refused.Any(r => r.Code == "not-yours"))) return Forbid();
        if (refused.Count == 0)
        {
            Flash.Add(TempData, "success", Words.Say($"Đã lưu {outcomes.Count} dòng từ tệp.", $"Saved {outcomes.Count} rows from the file."));
            return Redirect($"{UrlOf(id)}/check");
        }

        // The file is still with the person: what was not saved is named, and loading it again shows the new differences.
        foreach (var refusal in refused.SelectMany(o => o.Refused)) ModelState.AddModelError("", refusal.Message.Show());
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError("", Words.Say($"Đã lưu {outcomes.Count - refused.Count} dòng; {refused.Count} dòng chưa lưu. Tải lại tệp để xem khác biệt mới.", $"Saved {outcomes.Count - refused.Count} rows; {refused.Count} were not. Load the file again to see the new differences."));
        return await ShowAsync(id, cancellationToken);
    }

    private uint Version(CriterionCode code) => uint.TryParse(Request.Form[$"v.{code}"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private async Task<IActionResult> ShowAsync(SheetId id, CancellationToken cancellationToken)
    {
        if (await sheets.HandleAsync(id, cancellationToken) is not { } view) return NotFound();
        Sheet = view;
        Frame(view);
        return Page();
    }
}
