using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>How states and facts look on pages.</summary>
public static class RowLook
{
    /// <summary>What a typed field of a row asks; null for what is not typed by a person.</summary>
    public static string? LabelOf(OpenPar.Core.Frameworks.Criterion criterion, string field)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        return field switch
        {
            "points" => Words.Say("Điểm", "Points"),
            "explanation" => Words.Say("Giải trình", "Explanation"),
            "reason" => Words.Say("Lý do", "Reason"),
            "message" => Words.Say("Việc cần bổ sung, làm rõ", "What to add or make clear"),
            "question" => Words.Say("Điều cần giải trình", "What to explain"),
            "objection" => Words.Say("Lý do đề nghị xem lại", "Why it should be looked at again"),
            "text" => Words.Say("Nội dung giải trình", "Explanation"),
            "note" => Words.Say("Nội dung trao đổi", "Note"),
            "dueOn" => Words.Say("Hạn trả lời", "Answer by"),
            _ => (criterion.Rule?.Needs ?? []).FirstOrDefault(f => RowPage.FieldOf(f.Name) == field)?.Label,
        };
    }

    public static StatusKind Of(RowState state) => state switch
    {
        RowState.InProgress => StatusKind.Info,
        RowState.Submitted => StatusKind.Warning,
        RowState.Returned => StatusKind.Danger,
        RowState.Questioned => StatusKind.Danger,
        RowState.Explained => StatusKind.Warning,
        RowState.Appraised or RowState.Reappraised or RowState.Decided => StatusKind.Success,
        _ => StatusKind.Neutral,
    };

    public static StatusKind Of(RoundState state) => state switch
    {
        RoundState.Open => StatusKind.Success,
        RoundState.Paused or RoundState.Closed => StatusKind.Warning,
        RoundState.Approved or RoundState.Published => StatusKind.Neutral,
        _ => StatusKind.Info,
    };

    public static StatusKind Of(SheetState state) => state switch
    {
        SheetState.InReview => StatusKind.Warning,
        SheetState.Signed or SheetState.Announced => StatusKind.Info,
        SheetState.Settled => StatusKind.Success,
        _ => StatusKind.Neutral,
    };

    /// <summary>The kind of form field a fact is typed into.</summary>
    public static FieldKind FieldOf(FactDefinition fact) => fact.Type switch
    {
        FactType.Choice or FactType.YesNo => FieldKind.Radios,
        FactType.Date => FieldKind.Date,
        FactType.List => FieldKind.LongText,
        _ => FieldKind.Number,
    };

    /// <summary>The options of a choice or of a yes/no, the stored one ticked; null for figures.</summary>
    public static IEnumerable<SelectListItem>? ItemsOf(Rule rule, FactDefinition fact, IReadOnlyDictionary<string, FactValue> facts) => fact.Type switch
    {
        FactType.Choice => rule.OptionsOf(fact.Name).Select(o => new SelectListItem(
            $"{o.Label}: {NumberText.Write(o.Points)}", o.Key, facts.GetValueOrDefault(fact.Name).Choice == o.Key)),
        FactType.YesNo =>
        [
            new SelectListItem(Words.Say("Có", "Yes"), FactText.Yes, facts.GetValueOrDefault(fact.Name).Yes == true),
            new SelectListItem(Words.Say("Không", "No"), FactText.No, facts.GetValueOrDefault(fact.Name).Yes == false),
        ],
        _ => null,
    };

    /// <summary>The stored value of a fact as it is typed.</summary>
    public static string? ValueOf(FactDefinition fact, IReadOnlyDictionary<string, FactValue> facts) =>
        facts.TryGetValue(fact.Name, out var value) ? FactText.Write(fact, value) : null;

    /// <summary>What stands behind the field: its unit, and how it is typed where that is not plain.</summary>
    public static string? HintOf(FactDefinition fact) => fact.Type switch
    {
        FactType.Choice or FactType.YesNo or FactType.Date => null,
        FactType.Percent => "%",
        FactType.Money => fact.Unit ?? "đồng",
        FactType.List => Words.Say("Mỗi dòng một mục: ", "One item a line: ") + string.Join("; ", (fact.Columns ?? []).Select(c => c.Label).Prepend(Words.Say("tên", "name"))),
        _ => fact.Unit,
    };

    /// <summary>Whether a row is declared as usual or has nothing to declare.</summary>
    public static IEnumerable<SelectListItem> Absences(RowAbsence? chosen) =>
        Enum.GetValues<RowAbsence>().Select(a => new SelectListItem(RowAbsenceNames.Of(a).Show(), a.ToString(), a == chosen))
            .Prepend(new SelectListItem(Words.Say("Kê khai như bình thường", "Declared as usual"), "", chosen is null));

    /// <summary>What a message is for.</summary>
    public static string Of(RowMessageKind kind) => kind switch
    {
        RowMessageKind.Return => Words.Say("Trả lại", "Returned"),
        RowMessageKind.Question => Words.Say("Yêu cầu giải trình", "Explanation wanted"),
        RowMessageKind.Objection => Words.Say("Đề nghị xem lại", "Objection"),
        RowMessageKind.Explanation => Words.Say("Giải trình", "Explanation"),
        RowMessageKind.InternalNote => Words.Say("Trao đổi nội bộ", "Internal note"),
        _ => Words.Say("Trao đổi", "Note"),
    };

    /// <summary>The beginning of a long text, up to a blank.</summary>
    public static string Short(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const int most = 200;
        if (text.Length <= most) return text;
        var cut = text.LastIndexOf(' ', most);
        return text[..(cut > 0 ? cut : most)] + "…";
    }

    /// <summary>Whom a note may be for.</summary>
    public static IReadOnlyList<SelectListItem> Reaches() =>
    [
        new(Words.Say("Chỉ người của cơ quan tôi (người thẩm định không thấy)", "Only people of my agency (appraisers do not see it)"), "internal"),
        new(Words.Say("Mọi người xem được dòng này, kể cả người thẩm định, ngay cả khi phiếu chưa ký", "Everybody who sees the row, appraisers too, even before the sheet is signed"), "all"),
    ];

    /// <summary>A target in points and words.</summary>
    public static string Written(ShowSheet.Aim target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var points = target.Points is { } given ? Words.Say($"{NumberText.Write(given, 4)} điểm", $"{NumberText.Write(given, 4)} points") : null;
        return string.Join("; ", new[] { points, target.Text }.OfType<string>());
    }

    /// <summary>The value of a fact as a reader sees it.</summary>
    public static string Written(Rule rule, FactDefinition fact, IReadOnlyDictionary<string, FactValue> facts) =>
        facts.TryGetValue(fact.Name, out var value) ? FactText.Show(rule, fact, value).Show() : "—";
}
