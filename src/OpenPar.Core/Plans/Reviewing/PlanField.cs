using OpenPar.Core.Text;

namespace OpenPar.Core.Plans.Reviewing;

/// <summary>The texts a row of a plan is made of, in the order in which a person reads them.</summary>
public enum PlanField
{
    /// <summary>Number of the section ("VII.A").</summary>
    Section,

    /// <summary>Title of the section.</summary>
    SectionTitle,

    /// <summary>What stands in the number column; for a criterion its number.</summary>
    Number,

    /// <summary>Tasks, one a line; in an improvement plan the criterion.</summary>
    Tasks,

    /// <summary>Objectives and requirements, one a line.</summary>
    Objectives,

    /// <summary>Activities, one a line.</summary>
    Activities,

    /// <summary>Products, results, evidence, one a line.</summary>
    Products,

    /// <summary>Lead agencies, one a line.</summary>
    Lead,

    /// <summary>Coordinating agencies, one a line.</summary>
    Coordinating,

    /// <summary>The time as written.</summary>
    Time,

    /// <summary>The time as it is understood, where the words alone do not say it.</summary>
    TimeMeant,

    /// <summary>The money as written.</summary>
    Money,

    /// <summary>The money as it is understood, where the words alone do not say it.</summary>
    MoneyMeant,
}

/// <summary>What people call the fields.</summary>
public static class PlanFields
{
    private static readonly Dictionary<PlanField, LocalText> Names = new()
    {
        [PlanField.Section] = new("Mục", "Section"),
        [PlanField.SectionTitle] = new("Tên mục", "Title of the section"),
        [PlanField.Number] = new("Số thứ tự", "Number"),
        [PlanField.Tasks] = new("Nhiệm vụ, tiêu chí", "Tasks, criterion"),
        [PlanField.Objectives] = new("Mục tiêu, yêu cầu", "Objectives, requirements"),
        [PlanField.Activities] = new("Hoạt động", "Activities"),
        [PlanField.Products] = new("Sản phẩm, kết quả, minh chứng", "Products, results, evidence"),
        [PlanField.Lead] = new("Chủ trì", "Lead"),
        [PlanField.Coordinating] = new("Phối hợp", "Coordinating"),
        [PlanField.Time] = new("Thời gian như văn bản ghi", "Time as written"),
        [PlanField.TimeMeant] = new("Thời gian hiểu là", "Time as understood"),
        [PlanField.Money] = new("Kinh phí như văn bản ghi", "Money as written"),
        [PlanField.MoneyMeant] = new("Kinh phí hiểu là", "Money as understood"),
    };

    /// <summary>All fields, in the order in which a person reads them.</summary>
    public static IReadOnlyList<PlanField> All { get; } = Enum.GetValues<PlanField>();

    /// <summary>The name of a field.</summary>
    public static LocalText NameOf(PlanField field) => Names[field];

    /// <summary>Whether a field holds several texts, one a line.</summary>
    public static bool HasLines(PlanField field) =>
        field is PlanField.Tasks or PlanField.Objectives or PlanField.Activities or PlanField.Products or PlanField.Lead or PlanField.Coordinating;
}
