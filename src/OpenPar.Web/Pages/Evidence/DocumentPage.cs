using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Evidence;

/// <summary>A page on which a person does something to one document of the library.</summary>
public abstract class DocumentPage(ShellState shell) : PageModel
{
    public Document Document { get; private set; } = null!;

    /// <summary>Shows the page, or says that the document is not there or not the person's.</summary>
    protected IActionResult Show(Answer<Document> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!answer.Done) return Closed(answer.Refusals);
        Document = answer.Value;
        shell.Breadcrumbs.Add(new Breadcrumb("/evidence", Words.Say("Tài liệu kiểm chứng", "Evidence library")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/evidence/{Document.Id.Value}", Document.Subject));
        return Page();
    }

    /// <summary>Shows the page again with what was refused.</summary>
    protected async Task<IActionResult> RefusedAsync(IReadOnlyList<Refusal> refusals, Func<Task<IActionResult>> show)
    {
        ArgumentNullException.ThrowIfNull(show);
        if (refusals.Any(r => r.Code is "not-found" or "not-yours")) return Closed(refusals);
        var page = await show();
        ModelState.Refuse(refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private IActionResult Closed(IReadOnlyList<Refusal> refusals) => refusals.Any(r => r.Code == "not-yours") ? Forbid() : NotFound();
}
