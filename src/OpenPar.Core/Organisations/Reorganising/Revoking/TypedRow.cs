using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Organisations.Reorganising.Revoking;

/// <summary>What people typed into a row. Figures the system brings and points it computes are left out.</summary>
/// <param name="Facts">Declared figures by name.</param>
/// <param name="Unread">What was typed and could not be read, by field.</param>
/// <param name="ProposedPoints">Points the unit proposes; null without.</param>
/// <param name="Absence">Why there is nothing to declare; null for an ordinary row.</param>
/// <param name="Explanation">The explanation; null without.</param>
public sealed record TypedRow(
    IReadOnlyDictionary<string, FactValue> Facts, IReadOnlyDictionary<string, string> Unread, decimal? ProposedPoints, RowAbsence? Absence, string? Explanation)
{
    /// <summary>A row nobody typed into.</summary>
    public static TypedRow Nothing { get; } = new(new Dictionary<string, FactValue>(), new Dictionary<string, string>(), null, null, null);

    /// <summary>Whether both say the same, word for word.</summary>
    public bool SaysWhat(TypedRow other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ProposedPoints == other.ProposedPoints && Absence == other.Absence && Explanation == other.Explanation && Same(Facts, other.Facts) && Same(Unread, other.Unread);
    }

    private static bool Same<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var other) && EqualityComparer<T>.Default.Equals(pair.Value, other));
}
