using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Writing;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>The assignment as a Word or Excel file.</summary>
[Requires(Permission.ViewAssignments)]
public sealed class ExportAssignmentsModel(ExportAssignments.Handler handler) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string set, string version, string format, CancellationToken cancellationToken)
    {
        if (format is not ("docx" or "xlsx") || !FrameworkId.TryParse($"{set}/{version}", out var id)) return NotFound();
        if (await handler.HandleAsync(id, cancellationToken) is not { } paper) return NotFound();
        var file = new MemoryStream();
        if (format == "docx") AssignmentDocx.Write(paper, file);
        else AssignmentXlsx.Write(paper, file);
        file.Position = 0;
        var type = format == "docx"
            ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return File(file, type, $"phan-cong-{version}.{format}");
    }
}
