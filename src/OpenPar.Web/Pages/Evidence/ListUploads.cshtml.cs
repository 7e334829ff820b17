using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Uploads;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

/// <summary>A person's files on the way. With scripts they are sent in parts that survive a dropped line; without, with the form.</summary>
[Requires(Permission.AddEvidence)]
[RequestSizeLimit(AddDocument.Limit + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = AddDocument.Limit + (1024 * 1024))]
public sealed class ListUploadsModel(ListUploads.Handler list, ReceiveWhole.Handler receive, CancelUpload.Handler cancel, ShellState shell) : PageModel
{
    public IReadOnlyList<ListUploads.Item> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        shell.Breadcrumbs.Add(new Breadcrumb("/evidence", Words.Say("Tài liệu kiểm chứng", "Evidence library")));
        Items = await list.HandleAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0) ModelState.Refuse([AddDocument.Refusals.FileMissing with { Field = "files" }]);
        var received = 0;
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var answer = await receive.HandleAsync(file.FileName, file.Length, content, cancellationToken);
            if (answer.Done) received++;
            else ModelState.Refuse(answer.Refusals.Select(r => r with { Field = "files", Message = new($"{SafeFileName.Of(file.FileName)}: {r.Message.Vi}", $"{SafeFileName.Of(file.FileName)}: {r.Message.En}") }));
        }

        if (received > 0) Flash.Add(TempData, "success", Words.Say($"Đã nhận {received} tệp.", $"{received} files received."));
        if (ModelState.IsValid) return RedirectToPage();
        await OnGetAsync(cancellationToken);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid upload, CancellationToken cancellationToken)
    {
        var answer = await cancel.HandleAsync(new UploadId(upload), cancellationToken);
        if (answer.Done) Flash.Add(TempData, "success", Words.Say("Đã bỏ tệp.", "The file was dropped."));
        else Flash.Add(TempData, "warning", answer.Refusals[0].Message.Show());
        return RedirectToPage();
    }
}
