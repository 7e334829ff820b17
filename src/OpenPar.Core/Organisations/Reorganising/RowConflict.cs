using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Organisations.Reorganising;

/// <summary>What one unit had on a row that several had.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Row">Its row.</param>
/// <param name="State">Where the row stands.</param>
/// <param name="Facts">What it declared.</param>
/// <param name="ProposedPoints">Points it proposes.</param>
/// <param name="Evidence">How many places in documents prove it.</param>
public sealed record ConflictSide(AgencyId Unit, Guid Row, RowState State, IReadOnlyDictionary<string, FactValue> Facts, decimal? ProposedPoints, int Evidence);

/// <summary>A row that several units declared and that can stand only once on the successor's sheet: a person decides.</summary>
/// <param name="Key">Identity within the reorganisation, made of round, successor and code.</param>
/// <param name="RoundTitle">Title of the round.</param>
/// <param name="Framework">The framework the row belongs to.</param>
/// <param name="Successor">The unit whose sheet it is.</param>
/// <param name="Code">The leaf.</param>
/// <param name="Sides">What each unit had, in the order of the agencies.</param>
/// <param name="MaySum">Whether everything that differs is a count or an amount of money.</param>
/// <param name="Chosen">What a person chose; null while nobody did.</param>
public sealed record RowConflict(
    string Key, string RoundTitle, FrameworkId Framework, AgencyId Successor, CriterionCode Code, IReadOnlyList<ConflictSide> Sides, bool MaySum, string? Chosen)
{
    /// <summary>The choice to add figures up.</summary>
    public const string Sum = "sum";

    /// <summary>The choice to enter the figures anew.</summary>
    public const string Empty = "empty";

    /// <summary>The choice to take over what one unit had.</summary>
    public static string Take(AgencyId unit) => $"take:{unit}";

    /// <summary>What is proposed: to add up where that can be done, else the first unit's row.</summary>
    public string Proposal => MaySum ? Sum : Take(Sides[0].Unit);

    /// <summary>The figures added up, when they may be; empty otherwise.</summary>
    public IReadOnlyDictionary<string, FactValue> Summed { get; init; } = new Dictionary<string, FactValue>();

    /// <summary>Everything that may be chosen.</summary>
    public IReadOnlyList<string> Offered => [.. MaySum ? [Sum] : Array.Empty<string>(), .. Sides.Select(s => Take(s.Unit)), Empty];
}
