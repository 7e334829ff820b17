using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Rounds;

/// <summary>A grade (xếp loại) and the least total it needs.</summary>
/// <param name="Name">Name as printed, such as "Tốt".</param>
/// <param name="From">Least total in percent of the effective maximum, inclusive.</param>
public sealed record Grade(string Name, decimal From);

/// <summary>A least share of every field that a grade asks for beside the total.</summary>
/// <param name="Grade">Name of the grade.</param>
/// <param name="FieldPercent">Least percent of the maximum every field must reach.</param>
public sealed record GradeCondition(string Grade, decimal FieldPercent);

/// <summary>What the province settles for one round. Everything here is data of the round, nothing has a value in code.</summary>
public sealed record RoundSettings
{
    /// <summary>Grades, the best first; empty when the round gives none.</summary>
    public IReadOnlyList<Grade> Grades { get; init; } = [];

    /// <summary>Conditions of grades beside the total.</summary>
    public IReadOnlyList<GradeCondition> Conditions { get; init; } = [];

    /// <summary>Most bonus points a unit may get; null when there is no bonus.</summary>
    public decimal? BonusCap { get; init; }

    /// <summary>Most points that may be taken off; null when there is no penalty.</summary>
    public decimal? PenaltyCap { get; init; }

    /// <summary>Whether a total with bonus may pass the maximum.</summary>
    public bool MayPassMaximum { get; init; }

    /// <summary>What becomes of a row that does not apply where its criterion does not say.</summary>
    public NotApplicablePolicy UnstatedPolicy { get; init; } = NotApplicablePolicy.Unstated;

    /// <summary>Whether two appraisers give their opinion on every row without seeing each other's.</summary>
    public bool Blind { get; init; }

    /// <summary>
    /// What is wrong or doubtful: grades that do not descend, stand twice or lie outside 0–100 percent (up to 200 where bonus may pass the
    /// maximum), conditions of grades that do not exist, negative caps. <see cref="Finding.Where"/> names the property in camelCase.
    /// </summary>
    public IReadOnlyList<Finding> Problems() => [.. SettingsProblems.Of(this)];
}
