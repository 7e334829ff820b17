using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>Who of the unit fills which rows: a table of rows and people.</summary>
[Requires(Permission.DelegateRows)]
public sealed class DelegateRowsModel(ShowDelegation.Handler handler, DelegateRows.Handler change, ShellState shell) : SheetPage(shell)
{
    public ShowDelegation.View View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(Guid sheet, CancellationToken cancellationToken) => ShowAsync(new SheetId(sheet), cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid sheet, [FromForm(Name = "row")] Guid[] rows, [FromForm(Name = "give")] string[] given, CancellationToken cancellationToken)
    {
        var id = new SheetId(sheet);
        var ticked = given.Select(g => g.Split('/')).Where(p => p.Length == 2 && Guid.TryParse(p[0], out _) && Guid.TryParse(p[1], out _))
            .ToLookup(p => Guid.Parse(p[0]), p => Guid.Parse(p[1]));
        var chosen = rows.Distinct().ToDictionary(r => new RowId(r), r => (IReadOnlyList<Guid>)[.. ticked[r].Distinct()]);
        var answer = await change.HandleAsync(new DelegateRows.Command(id, chosen), cancellationToken);
        if (!answer.Done) return await RefusedAsync(answer.Refusals, () => ShowAsync(id, cancellationToken));
        Flash.Add(TempData, "success", answer.Value == 0 ? Words.Say("Không có gì thay đổi.", "Nothing was changed.") : Words.Say($"Đã ghi phân công của {answer.Value} dòng.", $"Kept for {answer.Value} rows."));
        return Redirect($"{UrlOf(id)}/delegation");
    }

    private async Task<IActionResult> ShowAsync(SheetId id, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(id, cancellationToken) is not { } view) return NotFound();
        View = view;
        Frame(view.Sheet);
        return Page();
    }
}
