using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Plans.Papers;

/// <summary>Sections of the rows of a plan, as they are printed and as they follow from the numbers of criteria.</summary>
public static class PlanSections
{
    private const string None = "(không thuộc mục nào)";

    private const string Untitled = "(mục không có tên)";

    /// <summary>
    /// What is printed for a section: over rows outside all sections, where rows of a section stand above, a mark that says so; beside
    /// the number of a section without a title another one, as spreadsheets forget a merged cell that is empty. A title that reads like
    /// a mark is put in brackets once more.
    /// </summary>
    /// <param name="number">Number of the section; empty for none.</param>
    /// <param name="title">Title of the section; empty for none.</param>
    public static string Printed(string number, string title)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(title);
        if (title.Length > 0) return IsMark(title) ? $"({title})" : title;
        return number.Length == 0 ? None : Untitled;
    }

    /// <summary>The title behind what was printed; null for a mark.</summary>
    /// <param name="printed">Text of the section row.</param>
    public static string? Title(string printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        if (printed.Length == 0 || printed is None or Untitled) return null;
        return IsMark(printed) ? printed[1..^1] : printed;
    }

    private static bool IsMark(string text)
    {
        while (text.Length > 2 && text[0] == '(' && text[^1] == ')')
        {
            if (text is None or Untitled) return true;
            text = text[1..^1];
        }

        return false;
    }

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
