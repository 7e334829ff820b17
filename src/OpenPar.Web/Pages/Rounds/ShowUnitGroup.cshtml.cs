using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ManageRounds)]
public sealed class ShowUnitGroupModel(
    ShowUnitGroup.Handler handler, ChangeGroup.Handler change, RemoveGroup.Handler remove, ChooseUnits.Handler choose, SupplyRows.Handler supply,
    ListRoundChoices.Handler choices, ShellState shell) : PageModel
{
    public ShowUnitGroup.View View { get; private set; } = null!;

    [FromQuery(Name = "kind")]
    public AgencyKind? Kind { get; set; }

    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    public IReadOnlyList<SelectListItem> Frameworks { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Codes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Register { get; private set; } = [];

    public bool Draft => View.Round.State == RoundState.Draft;

    /// <summary>The filter as a query, so that a saved table shows the same agencies again.</summary>
    public string QueryText => $"kind={Kind}&q={Uri.EscapeDataString(Words ?? "")}";

    public async Task<IActionResult> OnGetAsync(Guid round, Guid group, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new(new RoundId(round), new GroupId(group), Kind, Words), cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Round.Title));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}/setup", Say("Thiết lập", "Set-up")));
        Frameworks = [.. (await choices.HandleAsync(cancellationToken)).Frameworks.Select(f => new SelectListItem($"{f.Title} ({f.DecisionNumber})", f.Id.ToString(), f.Id == view.Group.FrameworkId))];
        Codes = [new SelectListItem(Say("— chọn dòng —", "— choose —"), ""), .. view.Framework.Criteria.Select(c => new SelectListItem($"{c.Code} {c.Title}{(view.Framework.IsLeaf(c.Code) ? "" : Say(" – cả nhánh", " – all below"))}", c.Code.ToString()))];
        Register = [new SelectListItem(Say("— chọn cơ quan —", "— choose —"), ""), .. view.Register.Select(a => new SelectListItem(a.Name, a.Id.ToString()))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid round, Guid group, string? name, string? framework, CancellationToken cancellationToken)
    {
        if (!FrameworkId.TryParse(framework, out var set)) return BadRequest();
        ModelState.KeepAll(Request.Form);
        var answer = await change.HandleAsync(new(new RoundId(round), new GroupId(group), name ?? "", set), cancellationToken);
        return await AnswerAsync(round, group, answer, Say("Đã lưu tên và bộ chỉ số của nhóm.", "Name and framework were saved."), cancellationToken);
    }

    public async Task<IActionResult> OnPostUnitsAsync(Guid round, Guid group, string[]? shown, string[]? units, string? all, CancellationToken cancellationToken)
    {
        var seen = Ids(shown);
        var answer = await choose.HandleAsync(new(new RoundId(round), new GroupId(group), seen, all == "true" ? seen : Ids(units)), cancellationToken);
        var done = answer.Done ? Say($"Đã thêm {answer.Value.Added} và bỏ {answer.Value.Removed} đơn vị.", $"{answer.Value.Added} units were added, {answer.Value.Removed} taken out.") : "";
        return await AnswerAsync(round, group, answer, done, cancellationToken);
    }

    public async Task<IActionResult> OnPostSupplyAsync(Guid round, Guid group, string? code, string? agency, CancellationToken cancellationToken)
    {
        AgencyId? supplier = AgencyId.TryParse(agency, out var id) ? id : null;
        // The line of a supplier names no agency to take it off; the form that adds one must name both.
        var adds = Request.Form.ContainsKey("agency");
        if (!CriterionCode.TryParse(code, out var row) || (adds && supplier is null))
        {
            if (!adds) return BadRequest();
            ModelState.Keep("code", code);
            ModelState.Keep("agency", agency);
            Answer<GroupId> unchosen = supplier is null ? SupplyRows.Refusals.NoAgency : SupplyRows.Refusals.NoRow;
            return await AnswerAsync(round, group, unchosen, "", cancellationToken);
        }

        var answer = await supply.HandleAsync(new(new RoundId(round), new GroupId(group), row, supplier), cancellationToken);
        return await AnswerAsync(round, group, answer, supplier is null ? Say($"Dòng {row} trả về cho đơn vị tự nhập.", $"Row {row} is the units' own again.") : Say($"Đã ghi cơ quan cung cấp số liệu của dòng {row}.", $"The supplier of row {row} was saved."), cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid round, Guid group, CancellationToken cancellationToken)
    {
        var answer = await remove.HandleAsync(new RoundId(round), new GroupId(group), cancellationToken);
        if (!answer.Done) return await AnswerAsync(round, group, answer, "", cancellationToken);
        Flash.Add(TempData, "success", Say("Đã bỏ nhóm.", "The group was removed."));
        return Redirect($"/rounds/{round}/setup");
    }

    private static List<AgencyId> Ids(string[]? posted) => [.. (posted ?? []).Select(p => AgencyId.TryParse(p, out var id) ? id : (AgencyId?)null).OfType<AgencyId>()];

    private static string Say(string vi, string en) => Hosting.Words.Say(vi, en);

    private async Task<IActionResult> AnswerAsync<T>(Guid round, Guid group, Answer<T> answer, string done, CancellationToken cancellationToken)
    {
        if (answer.Done)
        {
            Flash.Add(TempData, "success", done);
            return Redirect($"/rounds/{round}/groups/{group}?{QueryText}");
        }

        if (await OnGetAsync(round, group, cancellationToken) is not PageResult page) return NotFound();
        ModelState.Refuse(answer.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
