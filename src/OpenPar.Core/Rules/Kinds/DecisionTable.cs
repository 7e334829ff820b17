using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>One row of a small table.</summary>
/// <param name="When">A unary test of FEEL for each input: "&gt;= 0.8", "[1..3]", "\"đúng hạn\"", "-".</param>
/// <param name="Points">The points, in FEEL.</param>
/// <param name="Label">The row in the words of the annex; null to show its tests.</param>
public sealed record TableRow(IReadOnlyList<string> When, string Points, string? Label = null);

/// <summary>A small table written into the rule.</summary>
/// <param name="Inputs">What the tests are about, in FEEL: "b / a", "kịp thời".</param>
/// <param name="Rows">The rows.</param>
/// <param name="Policy">Hit policy of DMN: U, A, P, F, R, O, C, C+, C&lt;, C&gt;, C#; F when not stated.</param>
public sealed record PointTable(IReadOnlyList<string> Inputs, IReadOnlyList<TableRow> Rows, string Policy = "F");

/// <summary>
/// Points by a DMN decision: a small table of FEEL cells, or a whole DMN model whose decision gives the points. Facts are the
/// inputs by name; "điểm tối đa" is the maximum. Results outside 0 and the maximum are cut; a result that is no number leaves the
/// decision to a person.
/// </summary>
public sealed record DecisionTable : Rule
{
    private static readonly ConditionalWeakTable<DecisionTable, DmnModelOf> Known = [];

    /// <summary>The figures that are declared.</summary>
    public required IReadOnlyList<FactDefinition> Facts { get; init; }

    /// <summary>The small table; null when a model is given.</summary>
    public PointTable? Table { get; init; }

    /// <summary>A DMN model as XML; null when a table is given.</summary>
    public string? Model { get; init; }

    /// <summary>Name of the decision of the model that gives the points; null for its last one.</summary>
    public string? Decision { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => Facts;

    /// <summary>The maximum: how far a table truly reaches is known only when it is run.</summary>
    public override decimal Reach(decimal max) => max;

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max) =>
        FeelFacts.Points(Ask(facts, max).Value, max) is { } points ? Score.Of(points) : Score.None(Outcome.Undecided);

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var answer = Ask(facts, max);
        var steps = RuleText.Declared(Facts, facts).ToList();
        if (Table is { } table) steps.AddRange(TableTold.Steps(table, Facts, facts, max));
        var name = Compiled.Decision ?? "DMN";
        steps.Add(Explanation.Of(StepKind.Calculation, $"Bảng quyết định “{name}” = {FeelText.Of(answer.Value)}.", $"Decision “{name}” = {FeelText.Of(answer.Value)}."));
        foreach (var problem in answer.Warnings.Take(5).Select(w => w.Message).Concat(answer.Error is { } error ? [error.Message] : []))
            steps.Add(new Explanation(StepKind.Problem, problem, null, []));
        if (score.Points is not { } points)
            return RuleText.Open("Bảng quyết định không ra số điểm, cần người có thẩm quyền quyết định.", "The decision gives no number; a person decides.", steps);
        if (answer.Value is FeelNumber before && before != points)
            steps.Add(Explanation.Of(StepKind.Taken, $"Lấy trong khoảng từ 0 đến {RuleText.N(max)}: {RuleText.N(points)}.", $"Kept between 0 and {RuleText.N(max)}: {RuleText.N(points)}.", points));
        return RuleText.Result(points, max, steps);
    }

    /// <summary>What is wrong with table or model; empty when it runs.</summary>
    internal IReadOnlyList<Finding> Faults() => Compiled.Findings;

    private DmnModelOf Compiled => Known.GetValue(this, static rule => DmnModelOf.Rule(rule));

    private DmnAnswer Ask(FactSet facts, decimal max)
    {
        if (Compiled is not { Program: { } program, Decision: { } decision }) return new DmnAnswer(false, null, null, []);
        var inputs = FeelFacts.Values(Facts, facts, max).Select(v => new DmnInput(v.Key, v.Value));
        return program.Begin(inputs, FeelFacts.Run()).Decide(decision);
    }
}
