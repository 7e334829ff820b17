using OpenPar.Core.Organisations;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.Web.Pages.Plans;

/// <summary>The fields of a row of a plan.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Year">Year of the plan, for times that name none.</param>
/// <param name="Names">What each name of an agency stands for; null for what is not certain; empty where that is not asked.</param>
/// <param name="Suggested">Names of the register, to choose from while typing.</param>
public sealed record RowForm(PlanWords Words, int? Year, IReadOnlyDictionary<string, Agency?> Names, IReadOnlyList<Agency> Suggested)
{
    /// <summary>The fields in pairs that stand beside each other on a wide page.</summary>
    public static IReadOnlyList<PlanField[]> Lines { get; } =
    [
        [PlanField.Number, PlanField.Section], [PlanField.SectionTitle], [PlanField.Tasks], [PlanField.Objectives], [PlanField.Activities], [PlanField.Products],
        [PlanField.Lead, PlanField.Coordinating], [PlanField.Time, PlanField.TimeMeant], [PlanField.Money, PlanField.MoneyMeant],
    ];

    /// <summary>Lines a text of this field needs.</summary>
    public int RowsOf(PlanField field) => Math.Clamp(Words.Items(field).Sum(line => 1 + (line.Length / 60)), 1, 12);
}
