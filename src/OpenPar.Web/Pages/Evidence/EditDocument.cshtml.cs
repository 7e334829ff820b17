using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

[Requires(Permission.AddEvidence)]
public sealed class EditDocumentModel(EditDocument.Handler handler, ShellState shell) : PageModel
{
    public Guid Id { get; private set; }

    public DocumentForm Form { get; private set; } = new();

    /// <summary>The description the person looks at, so that what somebody else saved meanwhile is not overwritten.</summary>
    public string Seen { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid document, CancellationToken cancellationToken)
    {
        var answer = await handler.ShowAsync(new DocumentId(document), cancellationToken);
        if (!answer.Done) return Closed(answer.Refusals);
        var said = DocumentDescription.Of(answer.Value);
        (Seen, Form) = (said.Mark, DocumentForm.Of(said));
        Show(document, Form);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid document, DocumentForm form, string? seen, CancellationToken cancellationToken)
    {
        var description = form.Read(out var refusals);
        if (refusals.Count == 0)
        {
            var answer = await handler.HandleAsync(new(new DocumentId(document), description, seen), cancellationToken);
            if (answer.Done)
            {
                Flash.Add(TempData, "success", Words.Say("Đã lưu thông tin tài liệu.", "Saved."));
                return Redirect($"/evidence/{document}");
            }

            refusals = [.. answer.Refusals];
        }

        if (refusals.Any(r => r.Code is "not-found" or "not-yours")) return Closed(refusals);
        // Who has been told of another's change and saves again means it.
        var now = refusals.Any(r => r.Code == EditDocument.Refusals.Changed.Code) ? await handler.ShowAsync(new DocumentId(document), cancellationToken) : null;
        Seen = now is { Done: true } ? DocumentDescription.Of(now.Value).Mark : seen ?? "";
        Show(document, form);
        ModelState.Refuse(refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private IActionResult Closed(IReadOnlyList<Refusal> refusals) => refusals.Any(r => r.Code == "not-yours") ? Forbid() : NotFound();

    private void Show(Guid document, DocumentForm form)
    {
        (Id, Form) = (document, form);
        shell.Breadcrumbs.Add(new Breadcrumb("/evidence", Words.Say("Tài liệu kiểm chứng", "Evidence library")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/evidence/{document}", form.Subject ?? Words.Say("Tài liệu", "Document")));
    }
}
