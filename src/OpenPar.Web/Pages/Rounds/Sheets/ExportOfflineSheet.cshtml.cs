using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;
using OpenPar.Documents.Writing;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>The sheet as a workbook to be filled without network.</summary>
[Requires(Permission.ViewRounds)]
public sealed class ExportOfflineSheetModel(ExportOfflineSheet.Handler handler, ShellState shell) : SheetPage(shell)
{
    public async Task<IActionResult> OnGetAsync(Guid sheet, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new SheetId(sheet), cancellationToken) is not { } offline) return NotFound();
        using var file = new MemoryStream();
        OfflineSheetXlsx.Write(offline, file);
        var name = string.Join('-', VietnameseText.Fold($"phieu {offline.Unit} {offline.Year}").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.xlsx");
    }
}
