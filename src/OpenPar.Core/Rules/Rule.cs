using System.Text.Json.Serialization;
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
[JsonDerivedType(typeof(SumOfParts), "sum")]
[JsonDerivedType(typeof(IndexResult), "index")]
[JsonDerivedType(typeof(Manual), "manual")]
public abstract record Rule
{
    /// <summary>Where the rule comes from: decision and row, such as "Quyết định 1187/QĐ-BNV, Bảng 2, dòng 3.4.1".</summary>
    [JsonPropertyOrder(90)]
    public string? Source { get; init; }

    /// <summary>The figures the rule needs, in the order of its form, those of its parts included.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<FactDefinition> Needs { get; }

    /// <summary>
    /// The largest number of points declared figures can earn, where the leaf's maximum is <paramref name="max"/>; what a zero
    /// denominator gives is left aside.
    /// </summary>
    public abstract decimal Reach(decimal max);

    /// <summary>
    /// Points and their reasons. <paramref name="max"/> is the maximum of the leaf (or part), 0 or more. Figures that
    /// are missing or contradictory give an outcome, never an exception.
    /// </summary>
    public ScoredRow Explain(FactSet facts, decimal max)
    {
        var problems = FactCheck.Problems(Needs, facts);
        var result = problems.Count > 0 ? Blocked(problems) : Apply(facts, max);
        return Source is null ? result : result with
        {
            Explanation = result.Explanation with
            {
                Steps = [.. result.Explanation.Steps, Explanation.Of(StepKind.Source, $"Căn cứ: {Source}.", $"Source: {Source}.")],
            },
        };
    }

    /// <summary>Points without reasons.</summary>
    public Score Evaluate(FactSet facts, decimal max) => Explain(facts, max).Score;

    /// <summary>Computes with figures that are complete and within their bounds.</summary>
    protected abstract ScoredRow Apply(FactSet facts, decimal max);

    private static ScoredRow Blocked(IReadOnlyList<FactProblem> problems)
    {
        var missingOnly = problems.All(p => p.Missing);
        var head = missingOnly
            ? Explanation.Of(StepKind.Result, "Chưa đủ số liệu để tính điểm.", "Figures are missing; no points yet.")
            : Explanation.Of(StepKind.Result, "Số liệu chưa hợp lệ, chưa tính điểm.", "The figures contradict each other; no points yet.");
        return new ScoredRow(
            Score.None(missingOnly ? Outcome.Missing : Outcome.Invalid),
            head with { Steps = [.. problems.Select(p => new Explanation(StepKind.Problem, p.Message, null, []))] });
    }
}
