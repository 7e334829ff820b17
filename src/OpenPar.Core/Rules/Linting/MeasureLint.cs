using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules;

/// <summary>What can be wrong with a measure: too few figures, figures that cannot be compared.</summary>
internal static class MeasureLint
{
    public static IEnumerable<Finding> Check(Measure measure, IReadOnlyList<FactDefinition> facts, string where)
    {
        var needed = measure.Kind switch { MeasureKind.Value => 1, MeasureKind.Sum => Math.Max(1, measure.Facts.Count), _ => 2 };
        if (measure.Facts.Count != needed)
        {
            yield return Finding.Error(where, new($"Đại lượng cần {needed} số liệu, đang có {measure.Facts.Count}.", $"The measure needs {needed} figures and has {measure.Facts.Count}."), new("Sửa “measure.facts”.", "Mend “measure.facts”."));
            yield break;
        }

        var named = measure.Facts.Select(name => facts.FirstOrDefault(f => f.Name == name)).OfType<FactDefinition>().ToList();
        foreach (var finding in Alike(named, where)) yield return finding;
    }

    /// <summary>Figures that are divided, subtracted or added must be of one type and one unit.</summary>
    public static IEnumerable<Finding> Alike(IReadOnlyList<FactDefinition> facts, string where)
    {
        if (facts.Select(f => f.Type).Distinct().Count() > 1)
            yield return Finding.Warning(where, new($"Các số liệu {Names(facts)} khác kiểu: {string.Join(", ", facts.Select(f => f.Type))}.", $"The figures {Names(facts)} differ in type: {string.Join(", ", facts.Select(f => f.Type))}."), new("Đặt cùng kiểu (count, money, percent, number).", "Give them one type."));
        var units = facts.Select(f => f.Unit).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (units.Count > 1)
            yield return Finding.Warning(where, new($"Các số liệu {Names(facts)} khác đơn vị: {string.Join(", ", units)}.", $"The figures {Names(facts)} differ in unit: {string.Join(", ", units)}."), new("Quy về một đơn vị.", "Bring them to one unit."));
    }

    private static string Names(IEnumerable<FactDefinition> facts) => string.Join(", ", facts.Select(f => f.Name));
}
