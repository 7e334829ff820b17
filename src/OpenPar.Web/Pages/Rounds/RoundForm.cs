using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>The fields that several forms of a round share.</summary>
public static class RoundForm
{
    /// <summary>Most grades a form asks for.</summary>
    public const int MostGrades = 12;

    private static readonly string[] CalendarFields = ["opensOn", "selfScoreDueOn", "appraisalDueOn", "explanationDueOn", "secondAppraisalDueOn"];

    /// <summary>Keeps everything typed, for the page that shows a refusal.</summary>
    public static void KeepAll(this ModelStateDictionary state, IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        foreach (var (key, value) in form.Where(f => f.Key != "__RequestVerificationToken")) state.Keep(key, value);
    }

    /// <summary>The year; 0 beside an error when it cannot be read.</summary>
    public static int ReadYear(this ModelStateDictionary state, IFormCollection form) =>
        (int)Math.Clamp(state.ReadRequiredNumber("year", form["year"], NumberUse.Count) ?? 0, 0, 9999);

    /// <summary>The five days; null beside the errors when one is missing.</summary>
    public static RoundCalendar? ReadCalendar(this ModelStateDictionary state, IFormCollection form)
    {
        var days = CalendarFields.Select(f => state.ReadRequiredDay(f, form[f])).ToList();
        return days.TrueForAll(d => d is not null) ? new RoundCalendar(days[0]!.Value, days[1]!.Value, days[2]!.Value, days[3]!.Value, days[4]!.Value) : null;
    }

    /// <summary>A day that must be given.</summary>
    public static DateOnly? ReadRequiredDay(this ModelStateDictionary state, string field, string? typed)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (string.IsNullOrWhiteSpace(typed)) state.AddModelError(field, Words.Say("Nhập ngày theo dạng dd/MM/yyyy, ví dụ 31/12/2025.", "Enter a day as dd/MM/yyyy, such as 31/12/2025."));
        return state.ReadDay(field, typed);
    }

    /// <summary>Who fills a sheet; by unit when nothing else is said.</summary>
    public static ScoringWay ReadWay(string? posted) => Enum.TryParse<ScoringWay>(posted, out var way) && Enum.IsDefined(way) ? way : ScoringWay.ByUnit;

    /// <summary>Grades, caps and policies of the form.</summary>
    public static RoundSettings ReadSettings(this ModelStateDictionary state, IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var (grades, conditions) = (new List<Grade>(), new List<GradeCondition>());
        for (var i = 0; i < MostGrades; i++)
        {
            var name = VietnameseText.Clean(form[$"grade.{i}.name"]);
            if (name.Length == 0 && string.IsNullOrWhiteSpace(form[$"grade.{i}.from"])) continue;
            if (state.ReadRequiredNumber($"grade.{i}.from", form[$"grade.{i}.from"]) is { } from) grades.Add(new Grade(name, from));
            if (state.ReadNumber($"grade.{i}.field", form[$"grade.{i}.field"]) is { } field) conditions.Add(new GradeCondition(name, field));
        }

        return new RoundSettings
        {
            Grades = grades,
            Conditions = conditions,
            BonusCap = state.ReadNumber("bonusCap", form["bonusCap"]),
            PenaltyCap = state.ReadNumber("penaltyCap", form["penaltyCap"]),
            MayPassMaximum = form["mayPassMaximum"] == "true",
            UnstatedPolicy = Enum.TryParse<NotApplicablePolicy>(form["unstatedPolicy"], out var policy) ? policy : NotApplicablePolicy.Unstated,
            Blind = form["blind"] == "true",
        };
    }

    /// <summary>The field a refusal about settings belongs to.</summary>
    public static string FieldOf(string field) => field is "grades" or "conditions" ? "grade.0.name" : field;

    public static IReadOnlyList<SelectListItem> Ways(ScoringWay chosen) =>
        [.. new[] { ScoringWay.ByUnit, ScoringWay.ByCriterion }.Select(w => new SelectListItem(RowStateNames.Of(w).Show(), w.ToString(), w == chosen))];

    public static IReadOnlyList<SelectListItem> Policies(NotApplicablePolicy chosen) =>
        [.. Enum.GetValues<NotApplicablePolicy>().Select(p => new SelectListItem(PolicyText(p), p.ToString(), p == chosen))];

    /// <summary>What a span of the calendar has for working days, in words.</summary>
    public static string SpanText(StepSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        var days = span.WorkingDays.ToString(CultureInfo.InvariantCulture);
        var told = Words.Say($"{days} ngày làm việc, từ {Display.DayText(span.From)} đến hết {Display.DayText(span.To)}.", $"{days} working days, from {Display.DayText(span.From)} to {Display.DayText(span.To)}.");
        return span.EndsOnWorkingDay ? told : told + Words.Say(" Chú ý: hạn không phải ngày làm việc.", " Note: the last day is no working day.");
    }

    private static string PolicyText(NotApplicablePolicy policy) => policy switch
    {
        NotApplicablePolicy.FullPoints => Words.Say("Được điểm tối đa", "Full points"),
        NotApplicablePolicy.Zero => Words.Say("0 điểm", "No points"),
        NotApplicablePolicy.Removed => Words.Say("Không tính vào điểm tối đa của đơn vị", "Left out of the unit's maximum"),
        _ => Words.Say("Người thẩm định quyết định từng dòng", "The appraiser decides each row"),
    };
}
