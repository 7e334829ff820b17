using OpenPar.Core.Rounds;

namespace OpenPar.Core.Results;

/// <summary>Grades (xếp loại) by the province's own bands.</summary>
public static class Grading
{
    /// <summary>
    /// The best grade whose percent the unit reaches and whose conditions every field fulfils; null without grades, while rows are open,
    /// and below the last grade. A field all of whose rows were dropped hinders no grade.
    /// </summary>
    /// <param name="standing">The unit.</param>
    /// <param name="settings">Grades, the best first, and their conditions.</param>
    public static string? Of(Standing standing, RoundSettings settings)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(settings);
        if (!standing.Complete || standing.Percent is not { } percent) return null;
        return settings.Grades.FirstOrDefault(grade => percent >= grade.From && settings.Conditions.Where(c => c.Grade == grade.Name).All(c => Fulfils(standing, c)))?.Name;
    }

    private static bool Fulfils(Standing standing, GradeCondition condition) =>
        standing.Fields.All(field => field.Percent is not { } percent || percent >= condition.FieldPercent);
}
