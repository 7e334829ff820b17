using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

/// <summary>What all pages of the editor share: they show the draft, and on a refusal they show it again with what was typed.</summary>
public abstract class DraftPage(ShowDraft.Handler show, ShellState shell) : PageModel
{
    /// <summary>The draft with everything that belongs to it.</summary>
    public ShowDraft.View View { get; private set; } = null!;

    /// <summary>What the try-out came to; null where nothing was tried.</summary>
    public TryDraftRule.Tried? Tried { get; protected set; }

    /// <summary>Points as the framework being written will show them; the explanation keeps every digit.</summary>
    public decimal? Rounded(decimal? points) => View.Reading.Readable.Rounding.Apply(points);

    /// <summary>What was typed while somebody else saved, beside what is stored; empty without a conflict.</summary>
    public IReadOnlyList<DraftDifference> Conflict { get; protected set; } = [];

    /// <summary>A rule that was posted and refused, to be shown again; null shows the stored one.</summary>
    public JsonObject? PostedRule { get; protected set; }

    /// <summary>The part of the rule's form that was unfolded, as a path; empty when none was.</summary>
    public string Unfolded => Request.HasFormContentType ? Request.Form["open"].ToString() : Request.Query["open"].ToString();

    /// <summary>Whether the answer goes into the page that asked, not to a new one.</summary>
    protected bool Fragment => Request.Headers.ContainsKey("HX-Request");

    /// <summary>Loads the draft for showing; false when it is not there.</summary>
    protected async Task<bool> LoadAsync(Guid draft, int? row, CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(new(new DraftId(draft), row), cancellationToken) is not { } view) return false;
        View = view;
        ViewData["Title"] = view.Head.Title.Length > 0 ? view.Head.Title : Words.Say("Bản thảo chưa đặt tên", "Untitled draft");
        ViewData["Lead"] = view.Draft.State == DraftState.Published
            ? Words.Say($"Đã phát hành thành {view.Draft.PublishedAs}.", $"Published as {view.Draft.PublishedAs}.")
            : Words.Say($"Bản thảo · {view.Rows.Count} dòng · mọi thay đổi được lưu ngay, chỉ phát hành mới tạo phiên bản.", $"Draft · {view.Rows.Count} rows · saved as you type; only publishing makes a version.");
        shell.Breadcrumbs.Clear();
        shell.Breadcrumbs.Add(new Breadcrumb("/frameworks", Words.Say("Bộ chỉ số", "Frameworks")));
        shell.Breadcrumbs.Add(new Breadcrumb(DraftAddresses.All, Words.Say("Bản thảo", "Drafts")));
        return true;
    }

    /// <summary>The draft again, with the refusals and every typed text kept.</summary>
    protected async Task<IActionResult> RefusedAsync(Guid draft, int? row, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        if (!await LoadAsync(draft, row, cancellationToken)) return NotFound();
        foreach (var key in Request.Form.Keys) ModelState.Keep(key, Request.Form[key]);
        ModelState.Refuse(refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Back to the editor at a row, or the refusals.</summary>
    protected async Task<IActionResult> BackAsync<T>(Answer<T> answer, Guid draft, Func<T, int?> rowOf, int? row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(rowOf);
        return answer.Done
            ? LocalRedirect(DraftAddresses.Of(new DraftId(draft), rowOf(answer.Value)))
            : await RefusedAsync(draft, row, answer.Refusals, cancellationToken);
    }

    /// <summary>A posted whole number; null when there is none.</summary>
    protected static int? Number(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
