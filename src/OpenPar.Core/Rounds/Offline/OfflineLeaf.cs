using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rounds.Offline;

/// <summary>What is declared for one leaf, as typed texts.</summary>
public sealed record OfflineLeaf
{
    /// <summary>Identity of the row as text.</summary>
    public required string RowId { get; init; }

    /// <summary>Version of the row when the texts were taken.</summary>
    public required uint Version { get; init; }

    /// <summary>Whether the unit may still write the row.</summary>
    public required bool Writable { get; init; }

    /// <summary>What earns the points, in a few sentences; null when no text gives it.</summary>
    public string? Requirement { get; init; }

    /// <summary>The figures of the rule in order of the form.</summary>
    public IReadOnlyList<OfflineFigure> Figures { get; init; } = [];

    /// <summary>Whether a person gives the points.</summary>
    public bool AsksPoints { get; init; }

    /// <summary>Points as typed; empty for none.</summary>
    public string Points { get; init; } = "";

    /// <summary>The explanation; empty for none.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>Points the unit has now, to look at; null for none.</summary>
    public decimal? SelfPoints { get; init; }

    /// <summary>Points of the year before, to look at; null when unknown.</summary>
    public decimal? LastYearPoints { get; init; }
}

/// <summary>One figure of a leaf, as typed text.</summary>
public sealed record OfflineFigure
{
    /// <summary>What is asked.</summary>
    public required FactDefinition Fact { get; init; }

    /// <summary>What stands in its field, readable or not; empty for nothing. An option stands as its key.</summary>
    public string Text { get; init; } = "";

    /// <summary>Options of a choice; empty for every other type.</summary>
    public IReadOnlyList<ChoiceOption> Options { get; init; } = [];

    /// <summary>Where the system brings the figure from; null when the unit types it.</summary>
    public string? Brought { get; init; }

    /// <summary>Whether the source of the figure is asked beside it.</summary>
    public bool AsksSource { get; init; }

    /// <summary>The source as typed; empty for none.</summary>
    public string Source { get; init; } = "";

    /// <summary>The figures of a rule with the texts that stand in their fields.</summary>
    /// <param name="rule">The rule of the leaf.</param>
    /// <param name="typed">Typed text by name; a name that is absent is empty.</param>
    public static IReadOnlyList<OfflineFigure> Of(Rule rule, IReadOnlyDictionary<string, string> typed)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(typed);
        return [.. rule.Needs.Select(fact => new OfflineFigure { Fact = fact, Text = typed.GetValueOrDefault(fact.Name) ?? "", Options = rule.OptionsOf(fact.Name) })];
    }
}
