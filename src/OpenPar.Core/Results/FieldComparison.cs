using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Results;

/// <summary>How a unit did in one field beside the others of its group. Nothing is rounded.</summary>
/// <param name="Code">The field.</param>
/// <param name="Percent">Points of the unit in percent of its effective maximum there; null while it has none.</param>
/// <param name="Median">The median of the same percentages over the group, the unit among them; null while nobody has points there.</param>
public sealed record FieldComparison(CriterionCode Code, decimal? Percent, decimal? Median)
{
    /// <summary>Percentage points above the median, negative below it; null while either is unknown.</summary>
    public decimal? Difference => Percent - Median;

    /// <summary>Compares a unit field by field, in the order of its fields.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="group">Every unit of the group, the unit among them.</param>
    public static IReadOnlyList<FieldComparison> Of(Standing unit, IReadOnlyCollection<Standing> group)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(group);
        return [.. unit.Fields.Select(field => new FieldComparison(
            field.Code, field.Percent, MedianOf([.. group.SelectMany(s => s.Fields).Where(f => f.Code == field.Code && f.Percent is not null).Select(f => f.Percent!.Value)])))];
    }

    /// <summary>The median: the middle value, or the mean of the two in the middle; null of nothing.</summary>
    /// <param name="values">The values, in any order.</param>
    public static decimal? MedianOf(IReadOnlyCollection<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0) return null;
        List<decimal> sorted = [.. values.Order()];
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
