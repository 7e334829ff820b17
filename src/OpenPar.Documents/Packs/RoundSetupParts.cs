using System.Globalization;
using System.Text.Json.Nodes;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.Documents.Packs;

/// <summary>Calendar and settings inside the template of a round.</summary>
internal static class RoundSetupParts
{
    private static readonly string[] Days = ["opensOn", "selfScoreDueOn", "appraisalDueOn", "explanationDueOn", "secondAppraisalDueOn"];

    public static RoundCalendar? Calendar(YamlFields root, PackFindings findings)
    {
        if (root.Map("calendar") is not { } fields)
        {
            if (root.Raw("calendar") is null)
                findings.Error(root.Line, "Thiếu lịch “calendar”.", "“calendar” is missing.", "Thêm ngày mở và bốn hạn.", "Add the opening day and four last days.");
            return null;
        }

        foreach (var key in Days) fields.Required(key);
        var days = Days.Select(fields.Day).OfType<DateOnly>().ToList();
        fields.Finish();
        if (days.Count < Days.Length) return null;
        var calendar = new RoundCalendar(days[0], days[1], days[2], days[3], days[4]);
        if (!calendar.InOrder)
            findings.Error(fields.Line, "Ngày mở và các hạn không theo thứ tự.", "The days are not in order.", "Sắp lại: mở, tự đánh giá, thẩm định lần 1, giải trình, thẩm định lần 2.", "Order them: opening, self-scoring, first appraisal, explanation, second appraisal.");
        return calendar;
    }

    public static RoundSettings Settings(YamlFields root, PackFindings findings)
    {
        if (root.Map("settings") is not { } fields) return new RoundSettings();
        var settings = new RoundSettings
        {
            Grades = [.. fields.Maps("grades").Select(Grade)],
            Conditions = [.. fields.Maps("conditions").Select(Condition)],
            BonusCap = fields.Number("bonusCap"),
            PenaltyCap = fields.Number("penaltyCap"),
            MayPassMaximum = Flag(fields, "mayPassMaximum", findings),
            UnstatedPolicy = fields.Name("unstatedPolicy", NotApplicablePolicy.Unstated),
            Blind = Flag(fields, "blind", findings),
        };
        fields.Finish();
        foreach (var wrong in settings.Problems().Where(p => p.Severity == Severity.Error))
            findings.Error(fields.LineOf(wrong.Where), wrong.Message.Vi, wrong.Message.En, wrong.Remedy.Vi, wrong.Remedy.En);
        return settings;
    }

    public static JsonObject Written(RoundCalendar calendar)
    {
        DateOnly[] days = [calendar.OpensOn, calendar.SelfScoreDueOn, calendar.AppraisalDueOn, calendar.ExplanationDueOn, calendar.SecondAppraisalDueOn];
        return new JsonObject(Days.Zip(days, (key, day) => KeyValuePair.Create(key, (JsonNode?)day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
    }

    public static JsonObject Written(RoundSettings settings)
    {
        var node = new JsonObject();
        if (settings.Grades.Count > 0) node["grades"] = new JsonArray([.. settings.Grades.Select(g => new JsonObject { ["name"] = g.Name, ["from"] = g.From })]);
        if (settings.Conditions.Count > 0) node["conditions"] = new JsonArray([.. settings.Conditions.Select(c => new JsonObject { ["grade"] = c.Grade, ["fieldPercent"] = c.FieldPercent })]);
        if (settings.BonusCap is { } bonus) node["bonusCap"] = bonus;
        if (settings.PenaltyCap is { } penalty) node["penaltyCap"] = penalty;
        if (settings.MayPassMaximum) node["mayPassMaximum"] = true;
        node["unstatedPolicy"] = YamlJson.Camel(settings.UnstatedPolicy);
        if (settings.Blind) node["blind"] = true;
        return node;
    }

    private static Grade Grade(YamlFields fields)
    {
        var grade = new Grade(fields.Required("name"), fields.Number("from") ?? 0);
        fields.Finish();
        return grade;
    }

    private static GradeCondition Condition(YamlFields fields)
    {
        var condition = new GradeCondition(fields.Required("grade"), fields.Number("fieldPercent") ?? 0);
        fields.Finish();
        return condition;
    }

    private static bool Flag(YamlFields fields, string key, PackFindings findings)
    {
        var text = fields.Text(key);
        if (text is not (null or "true" or "false"))
            findings.Error(fields.LineOf(key), $"“{key}” phải là true hoặc false.", $"“{key}” must be true or false.", "Sửa giá trị ở dòng này.", "Mend the value on this line.");
        return text == "true";
    }
}
