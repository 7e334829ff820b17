using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features;
using OpenPar.App.Features.Evidence;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

[Requires(Permission.AddEvidence)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class AddLinkModel(AddLink.Handler handler, ShellState shell) : PageModel
{
    private const long Largest = 100L * 1024 * 1024;

    public string? Address { get; private set; }

    public DocumentForm Form { get; private set; } = new();

    public void OnGet(string? address)
    {
        Address = address;
        shell.Breadcrumbs.Add(new Breadcrumb("/evidence", Words.Say("Tài liệu kiểm chứng", "Evidence library")));
    }

    public async Task<IActionResult> OnPostAsync(string? address, DocumentForm form, string? seenOn, IFormFile? copy, CancellationToken cancellationToken)
    {
        var description = form.Read(out var refusals);
        var seen = ModelState.ReadDay("seenOn", seenOn);
        if (refusals.Count == 0 && ModelState.IsValid)
        {
            await using var content = copy?.OpenReadStream();
            DateTimeOffset? at = seen is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, VietnamClock.Zone.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue))).ToUniversalTime() : null;
            var answer = await handler.HandleAsync(new(address, description, copy?.FileName, content, at), cancellationToken);
            if (answer.Done)
            {
                Flash.Add(TempData, "success", Words.Say("Đã thêm liên kết cùng bản sao.", "The link was added with a copy."));
                return Redirect($"/evidence/{answer.Value.Value}");
            }

            refusals = [.. answer.Refusals];
        }

        OnGet(address);
        Form = form;
        ModelState.Refuse(refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
