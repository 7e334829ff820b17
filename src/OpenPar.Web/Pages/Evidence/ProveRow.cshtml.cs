using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Uploads;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Rounds;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

/// <summary>Proves a row: a new document, or one that is in the library already.</summary>
[Requires(Permission.AddEvidence)]
[RequestSizeLimit(AddDocument.Limit + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = AddDocument.Limit + (1024 * 1024))]
public sealed class ProveRowModel(ShowRowEvidence.Handler evidence, ProveRow.Handler prove, CiteDocument.Handler cite, ListUploads.Handler uploads, ShellState shell) : PageModel
{
    public ShowRowEvidence.View View { get; private set; } = null!;

    /// <summary>The file that was uploaded before the form was refused; it need not come again.</summary>
    public ListUploads.Item? Uploaded { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid row, string? q, CancellationToken cancellationToken) =>
        await LoadAsync(new RowId(row), q, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostNewAsync(
        Guid row, DocumentForm form, string? item, [FromForm] string? page, IFormFile? file, Guid? upload, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        await using var content = file?.OpenReadStream();
        var proof = form.Proof(file, content, upload, item, page, out var unread);
        if (unread.Count > 0) return await AgainAsync(id, unread, cancellationToken);
        var answer = await prove.HandleAsync(new(id, proof), cancellationToken);
        if (!answer.Done) return await AgainAsync(id, answer.Refusals, cancellationToken);
        if (answer.Value.Duplicates.Count > 0) Flash.Add(TempData, "warning", DocumentForm.KnownAlready);
        return Proved(id);
    }

    public async Task<IActionResult> OnPostCiteAsync(Guid row, Guid document, string? citeItem, string? citePage, string? q, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var answer = await cite.HandleAsync(new(id, new DocumentId(document), citeItem, citePage), cancellationToken);
        if (answer.Done) return Proved(id);
        return await AgainAsync(id, [.. answer.Refusals.Select(r => r.Field == "page" ? r with { Field = "citePage" } : r)], cancellationToken, q);
    }

    private RedirectResult Proved(RowId row)
    {
        Flash.Add(TempData, "success", Words.Say("Đã thêm tài liệu kiểm chứng.", "Evidence added."));
        return Redirect(RowPage.UrlOf(row));
    }

    private async Task<bool> LoadAsync(RowId row, string? search, CancellationToken cancellationToken)
    {
        if (await evidence.HandleAsync(row, search, cancellationToken) is not { } view) return false;
        View = view;
        shell.Demonstration |= view.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{view.Round.Value}", view.RoundTitle));
        shell.Breadcrumbs.Add(new Breadcrumb($"/sheets/{view.Sheet.Value}", view.UnitName));
        shell.Breadcrumbs.Add(new Breadcrumb(RowPage.UrlOf(row), view.Criterion.Code.ToString()));
        return true;
    }

    private async Task<IActionResult> AgainAsync(RowId row, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken, string? search = null)
    {
        if (refusals.Any(r => r.Code is "not-yours")) return Forbid();
        if (!await LoadAsync(row, search, cancellationToken)) return NotFound();
        Uploaded = await DocumentForm.UploadedAsync(Request, uploads, cancellationToken);
        foreach (var key in Request.Form.Keys) ModelState.Keep(key, Request.Form[key]);
        ModelState.Refuse(refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
