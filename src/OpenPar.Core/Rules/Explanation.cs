using System.Text.Json.Serialization;
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
public sealed record Explanation
{
    private readonly Phrase vi;
    private readonly Phrase en;
    private LocalText? text;

    /// <summary>A step whose sentence is written already.</summary>
    /// <param name="kind">What the step says.</param>
    /// <param name="text">The step as a sentence.</param>
    /// <param name="value">The number of the step before rounding, where it has one.</param>
    /// <param name="steps">The steps it rests on.</param>
    [JsonConstructor]
    public Explanation(StepKind kind, LocalText text, decimal? value, IReadOnlyList<Explanation> steps) =>
        (Kind, this.text, Value, Steps) = (kind, text, value, steps);

    /// <summary>A step whose sentence is put together when it is read.</summary>
    /// <param name="kind">What the step says.</param>
    /// <param name="vi">The step as a Vietnamese sentence.</param>
    /// <param name="en">The same in English.</param>
    /// <param name="value">The number of the step before rounding, where it has one.</param>
    /// <param name="steps">The steps it rests on.</param>
    public Explanation(StepKind kind, Phrase vi, Phrase en, decimal? value, IReadOnlyList<Explanation> steps) =>
        (Kind, this.vi, this.en, Value, Steps) = (kind, vi, en, value, steps);

    /// <summary>What the step says.</summary>
    public StepKind Kind { get; init; }

    /// <summary>The step as a sentence.</summary>
    public LocalText Text
    {
        get => text ??= new LocalText(vi.ToString(), en.ToString());
        init => text = value;
    }

    /// <summary>The number of the step before rounding, where it has one.</summary>
    public decimal? Value { get; init; }

    /// <summary>The steps it rests on.</summary>
    public IReadOnlyList<Explanation> Steps { get; init; }

    /// <summary>A step without further steps.</summary>
    public static Explanation Of(StepKind kind, Phrase vi, Phrase en, decimal? value = null) => new(kind, vi, en, value, []);

    /// <summary>The same step with words before its sentence, which stays unwritten until it is read.</summary>
    internal Explanation Under(string label) => text is { } written
        ? this with { Text = new LocalText($"{label}: {written.Vi}", $"{label}: {written.En}") }
        : new Explanation(Kind, $"{label}: {vi}", $"{label}: {en}", Value, Steps);

    /// <summary>True when both trees say the same.</summary>
    public bool Equals(Explanation? other) =>
        other is not null && Kind == other.Kind && Value == other.Value && Text == other.Text && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Value, Steps.Count);

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
