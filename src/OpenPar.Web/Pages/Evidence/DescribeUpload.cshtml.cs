using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Uploads;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

/// <summary>Makes an uploaded file a document: shows what its head says, the person corrects and confirms.</summary>
[Requires(Permission.AddEvidence)]
public sealed class DescribeUploadModel(ListUploads.Handler list, ProposeDescription.Handler propose, AddDocument.Handler add, FindDuplicates.Handler duplicates, Actor actor, ShellState shell) : PageModel
{
    private static readonly Refusal Known = Refusal.Of("duplicate", "Thư viện đã có tài liệu giống tài liệu này. Dẫn lại tài liệu đã có, hoặc đánh dấu “Đây là tài liệu khác, vẫn thêm”.", "The library already holds such a document. Cite it again, or tick “This is another document”.", "despite");

    public ListUploads.Item Item { get; private set; } = null!;

    public DocumentForm Form { get; private set; } = new();

    public IReadOnlyList<FindDuplicates.Duplicate> Duplicates { get; private set; } = [];

    /// <summary>Whether the form shows proposals nobody has looked at yet.</summary>
    public bool Proposed { get; private set; }

    /// <summary>Whether others' files were being read, so that nothing is proposed yet.</summary>
    public bool Unread { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid upload, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(upload, cancellationToken) || await propose.HandleAsync(Item.Upload.Id, cancellationToken) is not { } proposal) return NotFound();
        (Form, Duplicates) = (DocumentForm.Of(proposal.Description), proposal.Duplicates);
        (Proposed, Unread) = (proposal.Description != new DocumentDescription(), !proposal.Read);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid upload, DocumentForm form, bool despite, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(upload, cancellationToken)) return NotFound();
        var description = form.Read(out var refusals);
        if (refusals.Count == 0) refusals = description.Problems();
        if (refusals.Count == 0) Duplicates = await duplicates.HandleAsync(description, Item.Upload.Sha256, null, cancellationToken);
        if (Duplicates.Count > 0 && !despite) refusals.Add(Known);
        if (refusals.Count > 0) return Again(refusals);
        var answer = await add.HandleAsync(new(description, actor.Demonstration, null, null, Item.Upload.Id), cancellationToken);
        if (!answer.Done) return Again(answer.Refusals);
        Flash.Add(TempData, "success", Words.Say("Đã thêm tài liệu vào thư viện.", "Added to the library."));
        return Redirect($"/evidence/{answer.Value.Document.Value}");

        PageResult Again(IReadOnlyList<Refusal> why)
        {
            Form = form;
            ModelState.Refuse(why);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
    }

    private async Task<bool> LoadAsync(Guid upload, CancellationToken cancellationToken)
    {
        if (await list.FindAsync(new UploadId(upload), cancellationToken) is not { Whole: true } item) return false;
        Item = item;
        shell.Breadcrumbs.Add(new Breadcrumb("/evidence", Words.Say("Tài liệu kiểm chứng", "Evidence library")));
        shell.Breadcrumbs.Add(new Breadcrumb("/evidence/uploads", Words.Say("Tải tài liệu lên", "Upload documents")));
        return true;
    }
}
