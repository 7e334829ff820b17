using System.Text.Json;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Data.Model.Rounds;

/// <summary>Where a figure comes from that the agency did not simply declare.</summary>
/// <param name="Text">The origin as a sentence.</param>
/// <param name="Source">The source a person typed beside a figure of another year; null for a figure the system brought.</param>
public sealed record FigureOrigin(LocalText Text, string? Source = null);

/// <summary>
/// What a decision rests on beside its figures. Figures, basis and the framework of the round together give the explanation again, word
/// for word.
/// </summary>
public sealed record DecisionBasis
{
    /// <summary>Points the agency proposed; they count where the rule leaves them to a person.</summary>
    public decimal? ProposedPoints { get; init; }

    /// <summary>The reason given with the proposed points.</summary>
    public string? Statement { get; init; }

    /// <summary>Points set in place of those of the rule; null when the rule's stand.</summary>
    public decimal? SetPoints { get; init; }

    /// <summary>Why they were set.</summary>
    public string? SetReason { get; init; }

    /// <summary>Whether the council set them; null when it did not.</summary>
    public bool? SetByCouncil { get; init; }

    /// <summary>Why there was nothing to declare; null for an ordinary row.</summary>
    public RowAbsence? Absence { get; init; }

    /// <summary>What the criterion, or the round where it does not say, does with such a row.</summary>
    public NotApplicablePolicy? Policy { get; init; }

    /// <summary>Origins of brought figures, by name.</summary>
    public IReadOnlyDictionary<string, FigureOrigin> Origins { get; init; } = new Dictionary<string, FigureOrigin>();

    /// <summary>The calendar that working days were counted by; null when none were counted.</summary>
    public IReadOnlyList<CalendarYear>? Calendar { get; init; }

    public string Write() => JsonSerializer.Serialize(this, RuleJson.Stored);

    public static DecisionBasis Read(string json) => JsonSerializer.Deserialize<DecisionBasis>(json, RuleJson.Stored)!;
}
