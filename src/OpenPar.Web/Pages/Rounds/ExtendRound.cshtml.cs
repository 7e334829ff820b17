using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ManageRounds)]
public sealed class ExtendRoundModel(ShowRound.Handler rounds, ExtendRound.Handler handler, ShellState shell) : RoundChangePage(rounds, shell)
{
    public IEnumerable<SelectListItem> Steps => Enum.GetValues<RoundStep>()
        .Select(s => new SelectListItem(Words.Say($"{RowStateNames.Of(s).Vi} (hạn chung {Display.DayText(Common.DueOn(s))})", $"{RowStateNames.Of(s).En} (until {Display.DayText(Common.DueOn(s))} for all)"), s.ToString()));

    public IEnumerable<SelectListItem> Reaches =>
    [
        new SelectListItem(Words.Say("Tất cả đơn vị của kỳ", "All units of the round"), "all"),
        .. View.Groups.Select(g => new SelectListItem(Words.Say($"Nhóm: {g.Group.Name}", $"Group: {g.Group.Name}"), "g:" + g.Group.Id.Value)),
        .. View.Groups.SelectMany(g => g.Units).Select(u => new SelectListItem(Words.Say($"Đơn vị: {u.Name} (tự chấm đến {Display.DayText(u.SelfScoreDueOn)})", $"Unit: {u.Name} (until {Display.DayText(u.SelfScoreDueOn)})"), "s:" + u.Sheet.Value)),
    ];

    // What is in force for everybody: the calendar with the extensions that were given to all.
    private RoundCalendar Common => View.Round.Calendar.With(View.Round.Extensions.Where(e => e.GroupId is null && e.SheetId is null).Select(e => e.ToExtension()));

    public async Task<IActionResult> OnPostAsync(Guid round, string? step, string? reach, string? dueOn, string? reason, CancellationToken cancellationToken)
    {
        ModelState.KeepAll(Request.Form);
        var day = ModelState.ReadRequiredDay("dueOn", dueOn);
        if (!Enum.TryParse<RoundStep>(step, out var longer) || !Enum.IsDefined(longer)) ModelState.AddModelError("step", Words.Say("Chọn một mục trong danh sách.", "Choose from the list."));
        var (group, sheet) = (Id(reach, "g:"), Id(reach, "s:"));
        if (reach != "all" && group is null && sheet is null) ModelState.AddModelError("reach", Words.Say("Chọn một mục trong danh sách.", "Choose from the list."));
        if (!ModelState.IsValid) return await RefusedAsync(round, cancellationToken);
        var answer = await handler.HandleAsync(new(new RoundId(round), longer, group is { } g ? new GroupId(g) : null, sheet is { } s ? new SheetId(s) : null, day!.Value, reason), cancellationToken);
        return await AnswerAsync(round, answer, Words.Say($"Đã gia hạn đến hết {Display.DayText(day.Value)}.", $"Extended until {Display.DayText(day.Value)}."), cancellationToken);
    }

    private static Guid? Id(string? reach, string mark) => reach?.StartsWith(mark, StringComparison.Ordinal) == true && Guid.TryParse(reach[mark.Length..], out var id) ? id : null;
}
