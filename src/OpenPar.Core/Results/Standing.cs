using OpenPar.Core.Rounds;

namespace OpenPar.Core.Results;

/// <summary>
/// The result of one unit, from the decided points of its rows. Rows that were dropped leave the denominator, and what is left is brought
/// to the full maximum, so that units with different duties are compared on one scale; survey points, bonus and penalty are added after.
/// Nothing is rounded.
/// </summary>
public sealed record Standing
{
    /// <summary>Points of the assessed rows that count, as they were decided; null when there are none.</summary>
    public decimal? Appraised { get; init; }

    /// <summary>Effective maximum of the assessed rows: known maxima of those that are not dropped.</summary>
    public decimal AppliedMaximum { get; init; }

    /// <summary>Known maxima of all assessed rows.</summary>
    public decimal AssessedMaximum { get; init; }

    /// <summary>Assessed points brought from the effective to the full maximum; null when there are none.</summary>
    public decimal? Rescaled { get; init; }

    /// <summary>Points of surveyed rows; null when there are none.</summary>
    public decimal? Survey { get; init; }

    /// <summary>Known maxima of the surveyed rows that are not dropped.</summary>
    public decimal SurveyMaximum { get; init; }

    /// <summary>Bonus points that count, after the cap; 0 or more.</summary>
    public decimal Bonus { get; init; }

    /// <summary>Points that are taken off, after the cap; 0 or more.</summary>
    public decimal Penalty { get; init; }

    /// <summary>Rescaled points, survey points and bonus less penalty; never below 0 and, unless the round allows it, never above the maximum. Null while there are no points.</summary>
    public decimal? Total { get; init; }

    /// <summary>The maximum the total is measured by; null when it is unknown.</summary>
    public decimal? FullMaximum { get; init; }

    /// <summary>Grade by percent and conditions of fields; null without grades, while rows are open, and below the last grade.</summary>
    public string? Grade { get; init; }

    /// <summary>Rows that count and have no points yet.</summary>
    public int Open { get; init; }

    /// <summary>Rows out of the denominator.</summary>
    public int Dropped { get; init; }

    /// <summary>The fields in order.</summary>
    public IReadOnlyList<FieldStanding> Fields { get; init; } = [];

    /// <summary>Effective maximum of the whole sheet.</summary>
    public decimal EffectiveMaximum => AppliedMaximum + SurveyMaximum;

    /// <summary>Assessed points in percent of what applies.</summary>
    public decimal? Share => AppliedMaximum > 0 ? Appraised / AppliedMaximum * 100 : null;

    /// <summary>
    /// The total in percent of the maximum. As the total was brought from the effective to the full maximum, this is the share of what
    /// applied to the unit.
    /// </summary>
    public decimal? Percent => FullMaximum > 0 ? Total / FullMaximum * 100 : null;

    /// <summary>Whether every row that counts has points; only then a unit is graded and ranked.</summary>
    public bool Complete => Open == 0 && Total is not null && (AppliedMaximum > 0 || AssessedMaximum == 0);

    /// <summary>Computes the standing of a unit.</summary>
    /// <param name="leaves">Its rows.</param>
    /// <param name="statedMaximum">Maximum the framework states for the whole sheet; null takes the sum of the leaves' when all are known.</param>
    /// <param name="bonus">Decided bonus points before the cap, 0 or more.</param>
    /// <param name="penalty">Decided penalty points before the cap, 0 or more.</param>
    /// <param name="settings">Grades and caps of the round.</param>
    /// <exception cref="ArgumentOutOfRangeException">Bonus or penalty is negative.</exception>
    public static Standing Of(IReadOnlyCollection<StandingLeaf> leaves, decimal? statedMaximum, decimal bonus, decimal penalty, RoundSettings settings)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegative(bonus);
        ArgumentOutOfRangeException.ThrowIfNegative(penalty);
        var assessed = Part.Of(leaves.Where(l => !l.Surveyed));
        var surveyed = Part.Of(leaves.Where(l => l.Surveyed));
        var full = statedMaximum ?? (leaves.Count > 0 && leaves.All(l => l.MaxPoints is not null) ? assessed.Full + surveyed.Full : null);
        var (given, taken) = (Math.Min(bonus, settings.BonusCap ?? 0), Math.Min(penalty, settings.PenaltyCap ?? 0));
        var standing = new Standing
        {
            Appraised = assessed.Points,
            AppliedMaximum = assessed.Applied,
            AssessedMaximum = assessed.Full,
            Rescaled = assessed.Brought,
            Survey = surveyed.Brought,
            SurveyMaximum = surveyed.Applied,
            Bonus = given,
            Penalty = taken,
            Total = Bounded(assessed.Brought, surveyed.Brought, given - taken, settings.MayPassMaximum ? null : full),
            FullMaximum = full,
            Open = leaves.Count(l => !l.Dropped && l.Points is null),
            Dropped = leaves.Count(l => l.Dropped),
            Fields = [.. leaves.GroupBy(l => l.Code.Field).OrderBy(g => g.Key).Select(Field)],
        };
        return standing with { Grade = Grading.Of(standing, settings) };
    }

    private static decimal? Bounded(decimal? assessed, decimal? survey, decimal added, decimal? limit)
    {
        if (assessed is null && survey is null) return null;
        var sum = Math.Max(0, (assessed ?? 0) + (survey ?? 0) + added);
        return limit is { } most ? Math.Min(sum, most) : sum;
    }

    private static FieldStanding Field(IGrouping<Frameworks.CriterionCode, StandingLeaf> rows)
    {
        var part = Part.Of(rows);
        return new FieldStanding(rows.Key, part.Points, part.Applied, rows.Count(l => !l.Dropped && l.Points is null));
    }

    private readonly record struct Part(decimal? Points, decimal Applied, decimal Full)
    {
        // Nothing dropped keeps the points to the last digit: no division is made.
        public decimal? Brought => Applied > 0 && Applied != Full ? Points * Full / Applied : Points;

        public static Part Of(IEnumerable<StandingLeaf> leaves)
        {
            List<StandingLeaf> all = [.. leaves], counted = [.. all.Where(l => !l.Dropped)];
            return new Part(
                counted.Any(l => l.Points is not null) ? counted.Sum(l => l.Points) : null,
                counted.Sum(l => l.MaxPoints ?? 0), all.Sum(l => l.MaxPoints ?? 0));
        }
    }
}
