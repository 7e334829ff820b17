using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Plans.Reviewing;

/// <summary>A plan as people accepted it, in words, ready to be kept or passed on.</summary>
/// <param name="Title">Title.</param>
/// <param name="Tables">Its annexes; at least the one its rows name.</param>
/// <param name="Rows">Its rows, in order.</param>
public sealed record WrittenPlan(string Title, IReadOnlyList<PlanTable> Tables, IReadOnlyList<WrittenRow> Rows)
{
    /// <summary>Year the plan is for; null where it does not say.</summary>
    public int? Year { get; init; }

    /// <summary>Agency that issued it, as written.</summary>
    public string? Issuer { get; init; }

    /// <summary>The document it comes from; null for a plan written here.</summary>
    public string? Source { get; init; }

    /// <summary>The set whose criteria its rows number; null for plans that follow none.</summary>
    public FrameworkId? Framework { get; init; }
}

/// <summary>One annex of a plan.</summary>
/// <param name="Number">Ordinal, from 1.</param>
/// <param name="Title">Its heading; null when it has none.</param>
/// <param name="Kind">Shape.</param>
public sealed record PlanTable(int Number, string? Title, PlanKind Kind);

/// <summary>One row of a written plan.</summary>
/// <param name="Annex">Ordinal of its annex.</param>
/// <param name="Words">What it says.</param>
public sealed record WrittenRow(int Annex, PlanWords Words);
