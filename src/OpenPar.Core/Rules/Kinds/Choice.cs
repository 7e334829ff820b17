using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>One option of a choice.</summary>
/// <param name="Key">Stable key stored with the row, such as <c>full</c>.</param>
/// <param name="Label">The option in the words of the annex.</param>
/// <param name="Points">Points of the option, 0 or more.</param>
public sealed record ChoiceOption(string Key, string Label, decimal Points);

/// <summary>
/// Labelled options with points: "Thực hiện đầy đủ, kịp thời theo quy định: 0.5; không đầy đủ hoặc không kịp thời: 0".
/// </summary>
public sealed record Choice : Rule
{
    /// <summary>Name of the fact that holds the chosen key.</summary>
    public string Fact { get; init; } = "choice";

    /// <summary>The question above the options; null where the criterion's title asks it.</summary>
    public string? Label { get; init; }

    /// <summary>Who chooses: the unit unless the annex names another.</summary>
    public FactProvenance Provenance { get; init; }

    /// <summary>The options, best first.</summary>
    public required IReadOnlyList<ChoiceOption> Options { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs =>
        [new FactDefinition { Name = Fact, Label = Label ?? "Mức độ thực hiện", Type = FactType.Choice, Provenance = Provenance }];

    /// <inheritdoc />
    public override decimal Reach(decimal max) => Options.Select(o => o.Points).DefaultIfEmpty().Max();

    /// <inheritdoc />
    protected internal override Outcome? Obstacle(FactSet facts) =>
        facts.Value(Fact) is not { } value ? Outcome.Missing : value.Choice is null ? Outcome.Invalid : null;

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max) =>
        Chosen(facts) is { } option ? Score.Of(option.Points) : Score.None(Outcome.Invalid);

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        if (Chosen(facts) is not { } chosen)
        {
            var key = facts.Choice(Fact);
            return Explanation.Of(StepKind.Problem, $"Không có phương án “{key}” trong bộ chỉ số.", $"The framework has no option “{key}”.");
        }

        var steps = Options.Select(option => option == chosen
            ? Step(StepKind.Taken, "Chọn", "Chosen", option)
            : Step(StepKind.NotTaken, "Không chọn", "Not chosen", option));
        return RuleText.Result(chosen.Points, max, steps);
    }

    private ChoiceOption? Chosen(FactSet facts)
    {
        var key = facts.Choice(Fact);
        for (var i = 0; i < Options.Count; i++)
        {
            if (Options[i].Key == key) return Options[i];
        }

        return null;
    }

    private static Explanation Step(StepKind kind, string vi, string en, ChoiceOption option) =>
        Explanation.Of(kind, $"{vi}: “{option.Label}” = {RuleText.N(option.Points)} điểm.", $"{en}: “{option.Label}” = {RuleText.N(option.Points)} points.", option.Points);
}
