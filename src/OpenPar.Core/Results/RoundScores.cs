using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;
using OpenPar.Core.Rounds;

namespace OpenPar.Core.Results;

/// <summary>The points of a whole round as papers print them.</summary>
public sealed record RoundScores
{
    /// <summary>Title of the round.</summary>
    public required string Round { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>The framework.</summary>
    public required Framework Framework { get; init; }

    /// <summary>The body that issues papers about the round, in the case of ordinary text.</summary>
    public required string Issuer { get; init; }

    /// <summary>The assessed units in order of their names.</summary>
    public required IReadOnlyList<UnitScores> Units { get; init; }

    /// <summary>Version and date of data.</summary>
    public required PaperTrace Trace { get; init; }

    /// <summary>Name of the group of units; empty when the round has a single one.</summary>
    public string Group { get; init; } = "";

    /// <summary>Grades, caps and policies of the round.</summary>
    public RoundSettings Settings { get; init; } = new();

    /// <summary>The decision that approved the result, such as "12/QĐ-UBND ngày 05/01/2026"; null before the approval.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Standings as they were approved; null before, when they follow from the rows.</summary>
    public IReadOnlyList<UnitStanding>? Approved { get; init; }

    /// <summary>The units in order of their places: as approved, else as the rows stand now.</summary>
    public IReadOnlyList<UnitStanding> Standings => Approved ?? UnitStanding.Ranked([.. Units.Select(unit => (unit.Unit, unit.Standing(Framework, Settings)))]);

    /// <summary>The document behind the framework: "Quyết định số 1187/QĐ-BNV ngày 15/10/2025 của Bộ Nội vụ".</summary>
    public string DecisionText => DecisionWords.Of(Framework.Decision);

    /// <summary>The framework's name for the index, as it is printed in titles.</summary>
    public string IndexText => $"Chỉ số cải cách hành chính năm {Year}";
}

/// <summary>One unit with every row of its sheet, fields and criteria filled from their leaves.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Rows">Rows in order of the framework.</param>
public sealed record UnitScores(string Unit, IReadOnlyList<ScoreSheetRow> Rows)
{
    /// <summary>Decided bonus points before the cap.</summary>
    public decimal Bonus { get; init; }

    /// <summary>Decided penalty points before the cap.</summary>
    public decimal Penalty { get; init; }

    /// <summary>The scored rows.</summary>
    public IEnumerable<ScoreSheetRow> Leaves => Rows.Where(row => row.IsLeaf);

    /// <summary>Totals of the fields.</summary>
    public IReadOnlyList<ScoreSheetTotal> Fields => ScoreSheetSums.Fields(Rows);

    /// <summary>Total of the sheet, against the maximum the framework states.</summary>
    public ScoreSheetTotal Total(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return ScoreSheetSums.Whole(Rows, Rows.Count == framework.Criteria.Count ? framework.TotalPoints : null);
    }

    /// <summary>Result of the unit.</summary>
    public Standing Standing(Framework framework, RoundSettings settings)
    {
        ArgumentNullException.ThrowIfNull(framework);
        List<StandingLeaf> leaves = [.. Leaves.Select(row => new StandingLeaf(
            row.Code, row.AppraisedPoints, row.MaxPoints, row.Dropped, framework.Find(row.Code)?.Method == ScoringMethod.Survey))];
        return Results.Standing.Of(leaves, Rows.Count == framework.Criteria.Count ? framework.TotalPoints : null, Bonus, Penalty, settings);
    }
}
