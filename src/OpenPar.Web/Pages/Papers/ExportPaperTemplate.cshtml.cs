using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Accounts;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Papers;

/// <summary>The sample of a template, the list of its fields, or the template in use, as a file.</summary>
[Requires(Permission.ManagePapers)]
public sealed class ExportPaperTemplateModel(ExportPaperTemplate.Handler handler) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string kind, string part, CancellationToken cancellationToken)
    {
        if (PaperKinds.Find(kind) is not { } known || Find(part) is not { } wanted) return NotFound();
        if (await handler.HandleAsync(new(known, wanted.Part), cancellationToken) is not { } file) return NotFound();
        return File(file, PaperWriter.ContentTypeOf(wanted.Format), $"{wanted.Name}-{kind}.{(wanted.Format == PaperFormat.Docx ? "docx" : "xlsx")}");
    }

    private static (ExportPaperTemplate.Part Part, PaperFormat Format, string Name)? Find(string part) => part switch
    {
        "sample.docx" => (ExportPaperTemplate.Part.Sample, PaperFormat.Docx, "mau-goi-y"),
        "fields.xlsx" => (ExportPaperTemplate.Part.Fields, PaperFormat.Xlsx, "danh-sach-truong"),
        "own.docx" => (ExportPaperTemplate.Part.Own, PaperFormat.Docx, "mau"),
        _ => null,
    };
}
