using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>The three answers to a zero denominator, shared by every kind that divides.</summary>
internal static class ZeroRule
{
    public static ScoredRow Apply(ZeroDenominator rule, decimal max, IEnumerable<Explanation> declared)
    {
        if (rule == ZeroDenominator.Unstated)
        {
            var head = new LocalText(
                "Mẫu số bằng 0, quy định không nói rõ trường hợp này: cần người có thẩm quyền quyết định, có lý do.",
                "The denominator is 0 and the text does not cover this case: a person decides with a reason.");
            return new ScoredRow(Score.None(Outcome.Undecided), new Explanation(StepKind.Result, head, null, [.. declared]));
        }

        var points = rule == ZeroDenominator.FullPoints ? max : 0;
        var step = rule == ZeroDenominator.FullPoints
            ? Explanation.Of(StepKind.Taken, "Mẫu số bằng 0: theo quy định đạt điểm tối đa.", "The denominator is 0: full points by the rule.", points)
            : Explanation.Of(StepKind.Taken, "Mẫu số bằng 0: theo quy định đạt 0 điểm.", "The denominator is 0: no points by the rule.", points);
        return new ScoredRow(Score.Of(points), RuleText.Result(points, max, declared.Append(step)));
    }
}
