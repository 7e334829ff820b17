using System.Text.Json.Serialization;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>
/// The judgement of a person, between 0 and the maximum, with a written reason. Used where the text leaves the
/// decision to a council, and for leaves whose official text is not executable yet.
/// </summary>
public sealed record Manual : Rule
{
    /// <summary>Why no rule decides, shown beside the field.</summary>
    public required string Because { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => [];

    /// <inheritdoc />
    public override decimal Reach(decimal max) => max;

    /// <inheritdoc />
    protected override ScoredRow Apply(FactSet facts, decimal max) => new(
        Score.None(Outcome.ByHand),
        new Explanation(StepKind.Result, new LocalText($"Chấm trực tiếp, có lý do: {Because}", $"Points by hand with a reason: {Because}"), null, []));
}
