using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Points and reasons of a row from its figures, the same way at every stage.</summary>
public static class RowScoring
{
    /// <summary>
    /// The rule's answer. Where the rule leaves the points to a person, the proposed points stand, bounded by the
    /// maximum, and the explanation says that they were given by hand and why.
    /// </summary>
    public static ScoredRow Score(Criterion criterion, IReadOnlyDictionary<string, FactValue> facts, decimal? proposedPoints, string? reason)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        if (criterion.Rule is not null && criterion.MaxPoints is { } max)
        {
            var scored = criterion.Rule.Explain(new FactSet(facts), max);
            if (scored.Score.Outcome is not (Outcome.ByHand or Outcome.Undecided)) return scored;
            return proposedPoints is { } given ? ByHand(given, criterion.MaxPoints, reason, scored.Explanation.Steps) : scored;
        }

        if (proposedPoints is { } points) return ByHand(points, criterion.MaxPoints, reason, []);
        var head = new LocalText(
            "Quy định của tiêu chí này chưa được lập thành công thức: chấm trực tiếp theo văn bản, có lý do.",
            "The text of this criterion is not executable yet: points are given by hand with a reason.");
        return new ScoredRow(Core.Rules.Score.None(Outcome.ByHand), new Explanation(StepKind.Result, head, null, []));
    }

    /// <summary>True when a person has to give the points because no rule decides.</summary>
    public static bool NeedsHand(Criterion criterion, IReadOnlyDictionary<string, FactValue> facts) =>
        Score(criterion, facts, null, null).Score.Outcome is Outcome.ByHand or Outcome.Undecided;

    private static ScoredRow ByHand(decimal points, decimal? max, string? reason, IReadOnlyList<Explanation> steps)
    {
        var of = max is { } m ? $"/{NumberText.Write(m, 6)}" : "";
        var why = string.IsNullOrWhiteSpace(reason) ? "" : $" Lý do: {reason}";
        var head = new LocalText($"{NumberText.Write(points, 6)}{of} điểm, chấm trực tiếp.{why}", $"{NumberText.Write(points, 6)}{of} points, given by hand.{why}");
        return new ScoredRow(Core.Rules.Score.Of(points), new Explanation(StepKind.Result, head, points, steps));
    }
}
