using System.Text.Json.Serialization;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>One part of a sum.</summary>
/// <param name="Label">The part in the words of the annex.</param>
/// <param name="Max">Maximum of the part, more than 0.</param>
/// <param name="Rule">How the part is scored; its facts have names of their own within the leaf.</param>
public sealed record SumPart(string Label, decimal Max, Rule Rule);

/// <summary>
/// Several contents with points each: "Tỷ lệ … : 0.50 … Tỷ lệ …: 0.50". The sum never exceeds the maximum of the leaf;
/// where the official parts add up to more, the explanation says that it was cut.
/// </summary>
public sealed record SumOfParts : Rule
{
    /// <summary>The parts in the order of the annex.</summary>
    public required IReadOnlyList<SumPart> Parts { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => [.. Parts.SelectMany(Asked)];

    /// <inheritdoc />
    public override decimal Reach(decimal max) => Math.Min(max, Parts.Sum(p => p.Rule.Reach(p.Max)));

    /// <inheritdoc />
    protected override ScoredRow Apply(FactSet facts, decimal max)
    {
        var parts = Parts.Select(p => (Part: p, Row: p.Rule.Explain(facts, p.Max))).ToList();
        var steps = parts.Select(p => p.Row.Explanation with { Text = Label(p.Part, p.Row.Explanation.Text) }).ToList();
        var open = parts.Find(p => p.Row.Score.Outcome != Outcome.Scored);
        if (open.Part is not null)
        {
            var head = new LocalText("Chưa tính được điểm của mọi nội dung thành phần.", "Not every part has points yet.");
            return new ScoredRow(Score.None(open.Row.Score.Outcome), new Explanation(StepKind.Result, head, null, steps));
        }

        var sum = parts.Sum(p => p.Row.Score.Points ?? 0);
        if (sum > max)
        {
            steps.Add(Explanation.Of(StepKind.Taken,
                $"Tổng các nội dung là {RuleText.N(sum)}, lấy không quá điểm tối đa {RuleText.N(max)}.",
                $"The parts add up to {RuleText.N(sum)}; not more than the maximum of {RuleText.N(max)} is given.", max));
            sum = max;
        }

        return new ScoredRow(Score.Of(sum), RuleText.Result(sum, max, steps));
    }

    // A choice without a question of its own is asked in the words of its part.
    private static IEnumerable<FactDefinition> Asked(SumPart part) =>
        part.Rule is Choice { Label: null } ? part.Rule.Needs.Select(fact => fact with { Label = part.Label }) : part.Rule.Needs;

    private static LocalText Label(SumPart part, LocalText text) =>
        new($"{part.Label}: {text.Vi}", $"{part.Label}: {text.En}");
}
