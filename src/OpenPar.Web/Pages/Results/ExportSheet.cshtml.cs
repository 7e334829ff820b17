using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Results;
using OpenPar.Core.Accounts;
using OpenPar.Documents.Writing;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Results;

/// <summary>The score sheet as a Word or Excel file.</summary>
[Requires(Permission.ViewRounds)]
public sealed class ExportSheetModel(ExportSheet.Handler handler) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid round, string format, CancellationToken cancellationToken)
    {
        // Asked here and not in the route: who may not come in is told so before any address is looked up.
        if (format is not ("docx" or "xlsx")) return NotFound();
        if (await handler.HandleAsync(new RoundId(round), cancellationToken) is not { } paper) return NotFound();
        var file = new MemoryStream();
        if (format == "docx") ScoreSheetDocx.Write(paper, file);
        else ScoreSheetXlsx.Write(paper, file);
        file.Position = 0;
        var type = format == "docx"
            ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return File(file, type, $"phieu-cham-diem-{paper.Year}.{format}");
    }
}
