using OpenPar.Core.Text;

namespace OpenPar.Core.Plans.Papers;

/// <summary>
/// The sentence above a printed table of a plan. It tells people how the cells are filled and the reader of plans that it can
/// take rows and lines as they stand, so that a plan that goes out comes back to the letter.
/// </summary>
public static class PlanNote
{
    private const string Sentence = "mỗi dòng của một ô là một mục";

    private static readonly (PlanKind Kind, string Text)[] Known =
    [
        (PlanKind.PlanTable, $"(Biểu kế hoạch; {Sentence})"),
        (PlanKind.TaskFramework, $"(Khung nhiệm vụ; {Sentence})"),
        (PlanKind.Improvement, $"(Kế hoạch cải thiện chỉ số; {Sentence})"),
    ];

    /// <summary>The sentence over a table of a shape.</summary>
    public static string Of(PlanKind kind) => Known.Single(known => known.Kind == kind).Text;

    /// <summary>The shape a sentence names; null when the text is no such sentence.</summary>
    public static PlanKind? KindIn(string? text) =>
        Known.Where(known => VietnameseText.Fold(known.Text) == VietnameseText.Fold(text)).Select(known => (PlanKind?)known.Kind).FirstOrDefault();
}
