using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>All figures of a sheet as one table; a column copied from Excel is pasted over the cells below.</summary>
[Requires(Permission.ScoreRows)]
[RequestFormLimits(ValueCountLimit = FillForm.MostValues)]
public sealed class ShowFillTableModel(ShowFillTable.Handler tables, FillRows.Handler fill, ShellState shell) : SheetPage(shell)
{
    public ShowFillTable.View View { get; private set; } = null!;

    /// <summary>How many rows were saved although something in the table was refused.</summary>
    public int Saved { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid sheet, CancellationToken cancellationToken) => ShowAsync(new SheetId(sheet), cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid sheet, CancellationToken cancellationToken)
    {
        var id = new SheetId(sheet);
        var outcomes = await fill.HandleAsync(FillForm.Read(Request.Form), cancellationToken);
        var saved = outcomes.Count(o => o.Saved);
        if (outcomes.All(o => o.Saved && o.Refused.Count == 0))
        {
            Flash.Add(TempData, "success", saved == 0 ? Words.Say("Không có gì thay đổi.", "Nothing was changed.") : Words.Say($"Đã lưu {saved} dòng.", $"Saved {saved} rows."));
            return Redirect($"{UrlOf(id)}/fill");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var page = await ShowAsync(id, cancellationToken);
        if (View is not null) FillForm.Keep(ModelState, outcomes, View.Lines.ToDictionary(l => l.Row.Id, l => l.Criterion.Code.ToString()));
        Saved = saved;
        return page;
    }

    private async Task<IActionResult> ShowAsync(SheetId id, CancellationToken cancellationToken)
    {
        if (await tables.HandleAsync(id, cancellationToken) is not { } view) return NotFound();
        View = view;
        Frame(view.Sheet);
        return Page();
    }
}
