using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>One branch of a formula.</summary>
/// <param name="When">The condition, in FEEL.</param>
/// <param name="Points">The points, in FEEL.</param>
/// <param name="Label">The branch in the words of the annex; null to show the condition.</param>
public sealed record FormulaBranch(string When, string Points, string? Label = null);

/// <summary>
/// Points by a formula in FEEL, the expression language of DMN, for texts that no other kind meets: branches with conditions, then
/// the formula for all other cases. Facts are its names; "điểm tối đa" is the maximum. Results outside 0 and the maximum are cut;
/// a result that is no number leaves the decision to a person.
/// </summary>
public sealed record Formula : Rule
{
    private static readonly ConditionalWeakTable<Formula, Parsed> Known = [];

    /// <summary>The figures that are declared.</summary>
    public required IReadOnlyList<FactDefinition> Facts { get; init; }

    /// <summary>The formula for all cases no branch takes, in FEEL: "b / a * điểm tối đa".</summary>
    public required string Points { get; init; }

    /// <summary>Branches looked at first, in order; null for none.</summary>
    public IReadOnlyList<FormulaBranch>? Branches { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => Facts;

    /// <summary>The maximum: how far a formula truly reaches is known only when it is run.</summary>
    public override decimal Reach(decimal max) => max;

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max) =>
        FeelFacts.Points(Ran(facts, max).Value, max) is { } points ? Score.Of(points) : Score.None(Outcome.Undecided);

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var (taken, value, run, stopped) = Ran(facts, max);
        var steps = RuleText.Declared(Facts, facts).ToList();
        for (var i = 0; i < (Branches?.Count ?? 0) && (taken is null || i <= taken); i++)
        {
            var words = Branches![i].Label ?? Branches[i].When;
            steps.Add(i == taken
                ? Explanation.Of(StepKind.Taken, $"Thuộc trường hợp “{words}”.", $"The case “{words}” holds.")
                : Explanation.Of(StepKind.NotTaken, $"Không thuộc trường hợp “{words}”.", $"The case “{words}” does not hold."));
        }

        var formula = taken is { } branch ? Branches![branch].Points : Points;
        steps.Add(Explanation.Of(StepKind.Calculation, $"{formula} = {FeelText.Of(value)}.", $"{formula} = {FeelText.Of(value)}.", value is FeelNumber number ? FeelFacts.Points(number, Math.Max(max, 1_000_000)) : null));
        foreach (var warning in run.Warnings.Take(5).Select(w => w.Message).Concat(stopped is null ? [] : [stopped.Message]))
            steps.Add(new Explanation(StepKind.Problem, warning, null, []));
        if (score.Points is not { } points)
            return RuleText.Open("Công thức không ra số điểm, cần người có thẩm quyền quyết định.", "The formula gives no number; a person decides.", steps);
        if (value is FeelNumber before && before != points)
            steps.Add(Explanation.Of(StepKind.Taken, $"Lấy trong khoảng từ 0 đến {RuleText.N(max)}: {RuleText.N(points)}.", $"Kept between 0 and {RuleText.N(max)}: {RuleText.N(points)}.", points));
        return RuleText.Result(points, max, steps);
    }

    /// <summary>The texts with what is wrong in them; empty when all can be read.</summary>
    internal IEnumerable<(string Text, FeelError Error)> Errors()
    {
        var names = FeelFacts.Names(Facts);
        foreach (var text in (Branches ?? []).SelectMany(b => new[] { b.When, b.Points }).Append(Points))
        {
            if (FeelExpression.Parse(text, names).Error is { } error) yield return (text, error);
        }
    }

    private (int? Branch, object? Value, FeelRun Run, FeelError? Stopped) Ran(FactSet facts, decimal max)
    {
        var parsed = Known.GetValue(this, static rule => new Parsed(rule));
        var scope = FeelScope.Of(FeelFacts.Values(Facts, facts, max));
        var run = FeelFacts.Run();
        for (var i = 0; i < parsed.Branches.Length; i++)
        {
            if (parsed.Branches[i].When?.Run(scope, run) is not { } outcome) continue;
            if (outcome.Error is { } stopped) return (null, null, run, stopped);
            if (outcome.Value is not true) continue;
            var branch = parsed.Branches[i].Points?.Run(scope, run);
            return (i, branch?.Value, run, branch?.Error);
        }

        var last = parsed.Points?.Run(scope, run);
        return (null, last?.Value, run, last?.Error);
    }

    private sealed class Parsed
    {
        public Parsed(Formula rule)
        {
            var names = FeelFacts.Names(rule.Facts);
            Points = FeelExpression.Parse(rule.Points, names).Value;
            Branches = [.. (rule.Branches ?? []).Select(b => (FeelExpression.Parse(b.When, names).Value, FeelExpression.Parse(b.Points, names).Value))];
        }

        public FeelExpression? Points { get; }

        public (FeelExpression? When, FeelExpression? Points)[] Branches { get; }
    }
}
