using OpenPar.Core.Text;

namespace OpenPar.Core.Rules;

/// <summary>What an explanation step says about the way the points came about.</summary>
public enum StepKind
{
    /// <summary>The result of the whole rule or of one part.</summary>
    Result,

    /// <summary>A declared figure.</summary>
    Fact,

    /// <summary>An arithmetic step, with its number before rounding.</summary>
    Calculation,

    /// <summary>A branch that was taken.</summary>
    Taken,

    /// <summary>A branch that was looked at and not taken.</summary>
    NotTaken,

    /// <summary>What is missing or contradictory.</summary>
    Problem,

    /// <summary>The decision and row the step rests on.</summary>
    Source,
}

/// <summary>
/// Why a row has its points: a tree an official can read, from the result down to each declared figure.
/// It is stored with the decision and can be computed again later to the same text.
/// </summary>
/// <param name="Kind">What the step says.</param>
/// <param name="Text">The step as a sentence.</param>
/// <param name="Value">The number of the step before rounding, where it has one.</param>
/// <param name="Steps">The steps it rests on.</param>
public sealed record Explanation(StepKind Kind, LocalText Text, decimal? Value, IReadOnlyList<Explanation> Steps)
{
    /// <summary>A step without further steps.</summary>
    public static Explanation Of(StepKind kind, string vi, string en, decimal? value = null) =>
        new(kind, new LocalText(vi, en), value, []);

    /// <summary>All steps of the tree, this one first.</summary>
    public IEnumerable<Explanation> Walk() => Steps.SelectMany(step => step.Walk()).Prepend(this);

    /// <summary>The tree as indented lines.</summary>
    public string ToText(string language) => string.Join('\n', Lines(language, 0));

    private IEnumerable<string> Lines(string language, int depth) =>
        Steps.SelectMany(step => step.Lines(language, depth + 1)).Prepend(new string(' ', depth * 2) + Text.In(language));
}

/// <summary>Points with their reasons.</summary>
/// <param name="Score">The points, or why there are none.</param>
/// <param name="Explanation">How they came about.</param>
public sealed record ScoredRow(Score Score, Explanation Explanation);
