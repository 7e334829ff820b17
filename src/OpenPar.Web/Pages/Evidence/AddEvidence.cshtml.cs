using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Data.Model;
using OpenPar.App.Features;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Tasks;
using OpenPar.App.Features.Evidence.Uploads;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Rounds;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

/// <summary>Proves a row: a new document, or one that is in the library already.</summary>
[Requires(Permission.AddEvidence)]
[RequestSizeLimit(AddDocument.Limit + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = AddDocument.Limit + (1024 * 1024))]
public sealed class AddEvidenceModel(
    ShowRow.Handler rows, ShellState shell, AddDocument.Handler add, CiteDocument.Handler cite, ListDocuments.Handler documents,
    ShowEarlierEvidence.Handler earlier, ShowTaskProofs.Handler tasks, ListUploads.Handler uploads, RowAccess access, Actor actor)
    : RowPage(rows, shell)
{
    public IReadOnlyList<SelectListItem> Library { get; private set; } = [];

    /// <summary>What proved the row in the round before; null when there is nothing to use again.</summary>
    public ShowEarlierEvidence.View? Earlier { get; private set; }

    /// <summary>What proves tasks that plans set for the criterion.</summary>
    public IReadOnlyList<ShowTaskProofs.Line> FromTasks { get; private set; } = [];

    /// <summary>The file that was uploaded before the form was refused; it need not come again.</summary>
    public ListUploads.Item? Uploaded { get; private set; }

    /// <summary>The usual issuer: the person's own agency.</summary>
    public string? OwnAgency => actor.Agency is { } agency ? View.Sheet.AgencyNames.GetValueOrDefault(agency) : null;

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(new RowId(row), cancellationToken)) return NotFound();
        await FillAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostNewAsync(
        Guid row, DocumentForm form, string? item, [FromForm] string? page, IFormFile? file, Guid? upload, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        // Asked first, so that nothing is stored for a row the person may not change.
        var allowed = await access.LoadAsync(id, RowEvent.Save, cancellationToken);
        if (!allowed.Done) return await AgainAsync(id, allowed.Refusals, cancellationToken);
        var description = form.Read(out var unread);
        if (unread.Count > 0) return await AgainAsync(id, unread, cancellationToken);
        await using var content = file?.OpenReadStream();
        var command = new AddDocument.Command(description, allowed.Value.Round.Demonstration, file?.FileName, content, upload is { } known ? new UploadId(known) : null);
        var added = await add.HandleAsync(command, cancellationToken);
        if (!added.Done) return await AgainAsync(id, added.Refusals, cancellationToken);
        if (added.Value.Duplicates.Count > 0)
            Flash.Add(TempData, "warning", Words.Say("Thư viện đã có tài liệu cùng số, ký hiệu, cơ quan hoặc cùng nội dung tệp. Lần sau có thể dẫn lại tài liệu đã có.", "The library already holds a document with the same number and issuer or the same file."));
        return await CiteAsync(id, added.Value.Document, item, page, "item", "page", cancellationToken);
    }

    public async Task<IActionResult> OnPostCiteAsync(Guid row, Guid document, string? citeItem, string? citePage, CancellationToken cancellationToken) =>
        await CiteAsync(new RowId(row), new DocumentId(document), citeItem, citePage, "citeItem", "citePage", cancellationToken);

    private async Task<IActionResult> CiteAsync(RowId row, DocumentId document, string? item, string? page, string itemField, string pageField, CancellationToken cancellationToken)
    {
        var answer = await cite.HandleAsync(new CiteDocument.Command(row, document, item, page), cancellationToken);
        if (!answer.Done)
            return await AgainAsync(row, [.. answer.Refusals.Select(r => r with { Field = r.Field switch { "page" => pageField, "item" => itemField, var other => other } })], cancellationToken);
        Flash.Add(TempData, "success", Words.Say("Đã thêm tài liệu kiểm chứng.", "Evidence added."));
        return Redirect(UrlOf(row));
    }

    private async Task<IActionResult> AgainAsync(RowId row, IReadOnlyList<Core.Refusal> refusals, CancellationToken cancellationToken)
    {
        var result = await RefusedAsync(row, refusals, cancellationToken);
        if (View is not null) await FillAsync(cancellationToken);
        return result;
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        Earlier = await earlier.HandleAsync(View.Row.Id, cancellationToken);
        FromTasks = await tasks.HandleAsync(View.Row.Id, cancellationToken);
        if (Request.HasFormContentType && Guid.TryParse(Request.Form["upload"], out var upload) && await uploads.FindAsync(new UploadId(upload), cancellationToken) is { Whole: true } whole) Uploaded = whole;
        Library = DocumentForm.Choices(await documents.ChoicesAsync(cancellationToken));
    }
}
