using System.Text.Json.Serialization;
using OpenPar.Core.Rules.Inverse;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules;

/// <summary>
/// Turns the declared figures of one leaf into points and can say why. Rules are data of a framework: nothing
/// about a particular index stands in code. Each kind is one record in <c>Kinds/</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Choice), "choice")]
[JsonDerivedType(typeof(Bands), "bands")]
[JsonDerivedType(typeof(Linear), "linear")]
[JsonDerivedType(typeof(Increments), "increments")]
[JsonDerivedType(typeof(Count), "count")]
[JsonDerivedType(typeof(SumOfParts), "sum")]
[JsonDerivedType(typeof(Deduct), "deduct")]
[JsonDerivedType(typeof(NoneElse), "noneElse")]
[JsonDerivedType(typeof(ItemRatio), "items")]
[JsonDerivedType(typeof(Deadline), "deadline")]
[JsonDerivedType(typeof(Coverage), "coverage")]
[JsonDerivedType(typeof(BestOf), "best")]
[JsonDerivedType(typeof(Relative), "relative")]
[JsonDerivedType(typeof(SurveyResult), "survey")]
[JsonDerivedType(typeof(IndexResult), "index")]
[JsonDerivedType(typeof(Feed), "feed")]
[JsonDerivedType(typeof(Formula), "formula")]
[JsonDerivedType(typeof(DecisionTable), "decisionTable")]
[JsonDerivedType(typeof(Manual), "manual")]
public abstract record Rule
{
    /// <summary>Where the rule comes from: decision and row, such as "Quyết định 1187/QĐ-BNV, Bảng 2, dòng 3.4.1".</summary>
    [JsonPropertyOrder(90)]
    public string? Source { get; init; }

    /// <summary>First day the rule is valid; null when it is valid as long as its framework.</summary>
    [JsonPropertyOrder(91)]
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day the rule is valid; null without an end.</summary>
    [JsonPropertyOrder(92)]
    public DateOnly? ValidTo { get; init; }

    /// <summary>Cited laws that were replaced since, each with its date; null when there are none.</summary>
    [JsonPropertyOrder(93)]
    public IReadOnlyList<LawSubstitution>? Substitutions { get; init; }

    /// <summary>The figures the rule needs, in the order of its form, those of its parts included.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<FactDefinition> Needs { get; }

    /// <summary>
    /// The largest number of points declared figures can earn, where the leaf's maximum is <paramref name="max"/>; what a zero
    /// denominator gives is left aside.
    /// </summary>
    public abstract decimal Reach(decimal max);

    /// <summary>The smallest number of points; 0 unless the text lets a deduction go below.</summary>
    public virtual decimal Least(decimal max) => 0;

    /// <summary>
    /// Points and their reasons. <paramref name="max"/> is the maximum of the leaf (or part), 0 or more. Figures that
    /// are missing or contradictory give an outcome, never an exception.
    /// </summary>
    public ScoredRow Explain(FactSet facts, decimal max)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var row = Inside(facts, max);
        return row with { Explanation = RuleText.WithSources(row.Explanation, this) };
    }

    /// <summary>The points of <see cref="Explain"/> without building a word of their reasons.</summary>
    public Score Evaluate(FactSet facts, decimal max)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Obstacle(facts) is { } why ? Score.None(why) : Compute(facts, max);
    }

    /// <summary>
    /// What would raise the points: for each figure that can do so alone, the least change to any more points and to all the rule
    /// can give. Empty when there are no points yet or none left to win.
    /// </summary>
    public IReadOnlyList<Raise> Raises(FactSet facts, decimal max) => RaiseSearch.Of(this, facts, max);

    /// <summary>The rules this rule is made of, one level down; empty for a rule that stands alone.</summary>
    [JsonIgnore]
    public virtual IEnumerable<Rule> Inner => [];

    /// <summary>This rule and all it is made of, itself first.</summary>
    public IEnumerable<Rule> Walk() => Inner.SelectMany(rule => rule.Walk()).Prepend(this);

    /// <summary>The options of the choice a fact belongs to; empty for figures.</summary>
    public IReadOnlyList<ChoiceOption> OptionsOf(string fact) =>
        Walk().OfType<Choice>().FirstOrDefault(choice => choice.Fact == fact)?.Options ?? [];

    /// <summary>What keeps the figures from being used, in the order of the form; empty when they can be.</summary>
    public virtual IReadOnlyList<FactProblem> Problems(FactSet facts) => FactCheck.Problems(Needs, facts);

    /// <summary>Points and reasons without the sources, as they stand inside another rule.</summary>
    internal ScoredRow Inside(FactSet facts, decimal max)
    {
        var problems = Problems(facts);
        if (problems.Count > 0) return RuleText.Blocked(problems);
        var score = Compute(facts, max);
        return new ScoredRow(score, Tell(facts, max, score));
    }

    /// <summary>The outcome of <see cref="Problems"/> without its words; null when the figures can be used.</summary>
    protected internal virtual Outcome? Obstacle(FactSet facts) => FactCheck.Obstacle(Needs, facts);

    /// <summary>The points, from figures that are complete and within their bounds; builds no text.</summary>
    protected internal abstract Score Compute(FactSet facts, decimal max);

    /// <summary>How <paramref name="score"/>, the result of <see cref="Compute"/> for the same figures, came about.</summary>
    protected internal abstract Explanation Tell(FactSet facts, decimal max, Score score);
}
