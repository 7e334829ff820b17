using OpenPar.Core.Rules;

namespace OpenPar.App.Data.Model.Rounds;

/// <summary>What one appraiser thinks of a row while two judge it without seeing each other. Never changed; not a decision.</summary>
public sealed class RowOpinion
{
    public required long Id { get; init; }

    public required RowId RowId { get; init; }

    /// <summary>The last decision on the row when the opinion was given, 0 when there was none. A row handed in or opened again is judged anew.</summary>
    public required long Pass { get; init; }

    public required Guid UserId { get; init; }

    public required string Appraiser { get; init; }

    /// <summary>Points of the opinion, unrounded; null when the row is left out of the unit's maximum.</summary>
    public decimal? Points { get; init; }

    /// <summary>The figures it rests on.</summary>
    public Dictionary<string, FactValue> Facts { get; init; } = [];

    /// <summary>Points set in place of those of the rule; null when the rule's stand.</summary>
    public decimal? SetPoints { get; init; }

    /// <summary>The explanation tree, as JSON.</summary>
    public required string Explanation { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset GivenAt { get; init; }
}
