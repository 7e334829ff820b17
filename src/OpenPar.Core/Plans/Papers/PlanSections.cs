using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Plans.Papers;

/// <summary>Sections of the rows of a plan, as they are printed and as they follow from the numbers of criteria.</summary>
public static class PlanSections
{
    /// <summary>What is printed over rows outside all sections where rows of a section stand above.</summary>
    public const string None = "(không thuộc mục nào)";

    /// <summary>What is printed beside the number of a section without a title: spreadsheets forget a merged cell that is empty.</summary>
    public const string Untitled = "(mục không có tên)";

    /// <summary>
    /// In an improvement plan the field, the criterion of the first level, is the section of its criteria. Both are null for a
    /// row whose number is no criterion's, and for all rows of a plain list.
    /// </summary>
    /// <param name="rows">Number and title of each row.</param>
    public static IReadOnlyList<(string? Section, string? Title)> ByCriterion(IReadOnlyList<(string Number, string Title)> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.All(row => !row.Number.Contains('.', StringComparison.Ordinal))) return [.. rows.Select(_ => ((string?)null, (string?)null))];
        var fields = rows.Where(row => !row.Number.Contains('.', StringComparison.Ordinal)).DistinctBy(row => row.Number).ToDictionary(row => row.Number, row => row.Title, StringComparer.Ordinal);
        return [.. rows.Select(row => CriterionCode.TryParse(row.Number, out var code) && code.ToString().Split('.')[0] is var field
            ? (field, fields.GetValueOrDefault(field))
            : ((string?)null, (string?)null))];
    }
}
