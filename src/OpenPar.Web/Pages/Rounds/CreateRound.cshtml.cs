using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ManageRounds)]
public sealed class CreateRoundModel(CreateRound.Handler handler, ListRoundChoices.Handler choices, TimeProvider time) : PageModel
{
    /// <summary>What the empty form proposes.</summary>
    public sealed record Proposal(string Title, string Year, string OpensOn, string SelfScoreDueOn, string AppraisalDueOn, string ExplanationDueOn, string SecondAppraisalDueOn);

    public IReadOnlyList<SelectListItem> Frameworks { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public Proposal Suggested { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await FillAsync(null, null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(
        string? title, string? year, string? framework, string? unit, string? opensOn, string? selfScoreDueOn, string? appraisalDueOn, string? explanationDueOn, string? secondAppraisalDueOn,
        CancellationToken cancellationToken)
    {
        foreach (var key in Request.Form.Keys) ModelState.Keep(key, Request.Form[key]);
        var assessed = ModelState.ReadRequiredNumber("year", year, NumberUse.Count);
        var opens = Day("opensOn", opensOn);
        var selfDue = Day("selfScoreDueOn", selfScoreDueOn);
        var appraisalDue = Day("appraisalDueOn", appraisalDueOn);
        var explanationDue = Day("explanationDueOn", explanationDueOn);
        var secondDue = Day("secondAppraisalDueOn", secondAppraisalDueOn);
        var set = Choose<FrameworkId>("framework", framework, FrameworkId.TryParse);
        var agency = Choose<AgencyId>("unit", unit, AgencyId.TryParse);
        if (ModelState.IsValid)
        {
            var calendar = new RoundCalendar(opens!.Value, selfDue!.Value, appraisalDue!.Value, explanationDue!.Value, secondDue!.Value);
            var command = CreateRound.Command.OfOwners(title ?? "", (int)Math.Clamp(assessed!.Value, 0, 9999), set!.Value, agency!.Value, calendar);
            var answer = await handler.HandleAsync(command, cancellationToken);
            if (answer.Done) return Redirect($"/rounds/{answer.Value.Value}");
            ModelState.Refuse(answer.Refusals);
        }

        await FillAsync(framework, unit, cancellationToken);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private delegate bool Reader<T>(string? text, out T value);

    private T? Choose<T>(string field, string? posted, Reader<T> read)
        where T : struct
    {
        if (read(posted, out var value)) return value;
        ModelState.AddModelError(field, Words.Say("Chọn một mục trong danh sách.", "Choose from the list."));
        return null;
    }

    private DateOnly? Day(string field, string? typed)
    {
        if (DateOnly.TryParseExact(typed?.Trim(), ["d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        ModelState.AddModelError(field, Words.Say("Nhập ngày theo dạng dd/MM/yyyy, ví dụ 31/12/2025.", "Enter a day as dd/MM/yyyy, such as 31/12/2025."));
        return null;
    }

    private async Task FillAsync(string? framework, string? unit, CancellationToken cancellationToken)
    {
        var lists = await choices.HandleAsync(cancellationToken);
        var today = time.Today();
        var assessed = lists.Frameworks.Select(f => f.FirstYear).FirstOrDefault(year => year is not null) ?? today.Year;
        Suggested = new Proposal(
            Words.Say($"Chỉ số cải cách hành chính năm {assessed}", $"Administrative reform index {assessed}"), assessed.ToString(CultureInfo.InvariantCulture),
            Display.DayText(today), Display.DayText(today.AddDays(30)), Display.DayText(today.AddDays(60)), Display.DayText(today.AddDays(70)), Display.DayText(today.AddDays(80)));
        Frameworks = [.. lists.Frameworks.Select(f => new SelectListItem($"{f.Title} ({f.DecisionNumber}), {f.Leaves} {Words.Say("dòng", "rows")}, {f.Assigned} {Words.Say("đã phân công", "assigned")}", f.Id.ToString(), f.Id.ToString() == framework))];
        Units = [.. lists.Units.Select(u => new SelectListItem(u.Name, u.Id.ToString(), u.Id.ToString() == unit))];
    }
}
