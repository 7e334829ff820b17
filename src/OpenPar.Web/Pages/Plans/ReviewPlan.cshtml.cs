using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Plans;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Plans;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Reviews;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Plans;

/// <summary>Which rows of a review are listed.</summary>
public enum ReviewShow
{
    /// <summary>Those a person should look at.</summary>
    Look,

    /// <summary>All of them.</summary>
    All,

    /// <summary>Those that were left out.</summary>
    Out,
}

[Requires(Permission.EditPlans)]
public sealed class ReviewPlanModel(
    ReviewPlan.Handler handler, ChoosePlanName.Handler chooseName, DecidePlanRows.Handler decide, UndoPlanReview.Handler undo,
    AcceptPlanImport.Handler accept, DiscardPlanImport.Handler discard, ShellState shell) : PageModel
{
    private const int PageSize = 60;
    private const int MostChoices = 600;

    public ReviewPlan.View View { get; private set; } = null!;

    public ReviewShow Show { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Asked.Count + PageSize - 1) / PageSize);

    public IReadOnlyList<ReviewPlan.Line> Asked { get; private set; } = [];

    public IEnumerable<ReviewPlan.Line> Listed => Asked.Skip((Number - 1) * PageSize).Take(PageSize);

    public string Here => Addresses.Review(View.Import.Id);

    // Every name carries the whole register: the more agencies there are, the fewer names stand on the page at once.
    public NameChoices Names => new(Here + "?handler=Name", [.. View.OpenNames.Take(Math.Clamp(MostChoices / Math.Max(1, View.Register.Count), 3, 12)).Select(n => new UnclearName(n.Match, RowsOf(n.Rows)))], View.Register);

    public Task<IActionResult> OnGetAsync(Guid id, ReviewShow? show, [FromQuery(Name = "page")] int? page, CancellationToken cancellationToken) => ShowAsync(id, show, page, cancellationToken);

    public async Task<IActionResult> OnPostNameAsync(Guid id, [FromForm] string? written, [FromForm] string? meaning, [FromForm] bool remember, CancellationToken cancellationToken)
    {
        if (NameChoices.Read(written, meaning, remember) is { } chosen)
            return await AfterAsync(id, await chooseName.HandleAsync(new(new ImportId(id), chosen), cancellationToken), "#names", null, cancellationToken);
        ModelState.AddModelError("", Words.Say("Chọn cơ quan cho tên này.", "Choose an agency for the name."));
        return await ShowAsync(id, null, null, cancellationToken);
    }

    public async Task<IActionResult> OnPostFlagAsync(Guid id, [FromForm] PlanFlagKind flag, CancellationToken cancellationToken)
    {
        var answer = await decide.HandleAsync(new DecidePlanRows.OfFlag(new ImportId(id), flag), cancellationToken);
        return await AfterAsync(id, answer, "#look", answer.Done ? Words.Say($"Đã xác nhận {answer.Value} dòng. Bấm Hoàn tác nếu nhầm.", $"{answer.Value} rows confirmed. Undo takes it back.") : null, cancellationToken);
    }

    public Task<IActionResult> OnPostConfirmAsync(Guid id, [FromForm] int[]? rows, CancellationToken cancellationToken) => DecideAsync(id, rows, ReviewState.Confirmed, cancellationToken);

    public Task<IActionResult> OnPostLeaveOutAsync(Guid id, [FromForm] int[]? rows, CancellationToken cancellationToken) => DecideAsync(id, rows, ReviewState.LeftOut, cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(Guid id, [FromForm] int[]? rows, CancellationToken cancellationToken) => DecideAsync(id, rows, ReviewState.Open, cancellationToken);

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await undo.HandleAsync(new ImportId(id), cancellationToken);
        return await AfterAsync(id, answer, "", answer.Done ? Words.Say($"Đã hoàn tác: {answer.Value}.", $"Undone: {answer.Value}.") : null, cancellationToken);
    }

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, [FromForm] string? title, [FromForm] bool withOpenRows, CancellationToken cancellationToken)
    {
        var answer = await accept.HandleAsync(new(new ImportId(id), title, withOpenRows), cancellationToken);
        if (!answer.Done) return await AfterAsync(id, answer, "", null, cancellationToken);
        var done = answer.Value;
        Flash.Add(TempData, "success", Words.Say($"Đã nhận kế hoạch: {done.Rows} dòng, {done.LeftOut} dòng bỏ, {done.StillOpen} dòng còn dấu cần xem.", $"Accepted: {done.Rows} rows, {done.LeftOut} left out, {done.StillOpen} still marked."));
        return LocalRedirect(Addresses.Of(done.Plan));
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await discard.HandleAsync(new ImportId(id), cancellationToken);
        if (!answer.Done) return await AfterAsync(id, answer, "", null, cancellationToken);
        Flash.Add(TempData, "info", Words.Say("Đã bỏ lần nhập này; không kế hoạch nào thay đổi.", "The import was set aside; no plan changed."));
        return LocalRedirect("/plans");
    }

    /// <summary>Ordinals of rows, the first few.</summary>
    public static string RowsOf(IReadOnlyList<int> rows) => Words.Say("dòng ", "row ") + string.Join(", ", rows.Take(6)) + (rows.Count > 6 ? Words.Say($" và {rows.Count - 6} dòng nữa", $" and {rows.Count - 6} more") : "");

    private async Task<IActionResult> DecideAsync(Guid id, int[]? rows, ReviewState state, CancellationToken cancellationToken) =>
        await AfterAsync(id, await decide.HandleAsync(new DecidePlanRows.Command(new ImportId(id), rows ?? [], state), cancellationToken), "#look", null, cancellationToken);

    private async Task<IActionResult> AfterAsync<T>(Guid id, Answer<T> answer, string anchor, string? said, CancellationToken cancellationToken)
    {
        if (answer.Done)
        {
            if (said is not null) Flash.Add(TempData, "success", said);
            return LocalRedirect(Addresses.Review(new ImportId(id)) + anchor);
        }

        ModelState.Refuse(answer.Refusals);
        return await ShowAsync(id, null, null, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(Guid id, ReviewShow? show, int? page, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new ImportId(id), cancellationToken) is not { } view) return NotFound();
        View = view;
        Show = show ?? (view.Open && view.ToLookAt.Any() ? ReviewShow.Look : ReviewShow.All);
        Asked = Show switch
        {
            ReviewShow.Look => [.. view.ToLookAt],
            ReviewShow.Out => [.. view.Lines.Where(l => l.Row.State == ReviewState.LeftOut)],
            _ => view.Lines,
        };
        Number = Math.Clamp(page ?? 1, 1, Pages);
        shell.Breadcrumbs.Add(new Breadcrumb("/plans", Words.Say("Kế hoạch", "Plans")));
        return Page();
    }
}
