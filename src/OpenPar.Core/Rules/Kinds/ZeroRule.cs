namespace OpenPar.Core.Rules.Kinds;

/// <summary>The three answers to a zero denominator, shared by every kind that divides.</summary>
internal static class ZeroRule
{
    public static Score Score(ZeroDenominator rule, decimal max) => rule switch
    {
        ZeroDenominator.FullPoints => Rules.Score.Of(max),
        ZeroDenominator.NoPoints => Rules.Score.Of(0),
        _ => Rules.Score.None(Outcome.Undecided),
    };

    public static Explanation Tell(ZeroDenominator rule, decimal max, IEnumerable<Explanation> declared)
    {
        if (Score(rule, max).Points is not { } points)
        {
            return RuleText.Open(
                "Mẫu số bằng 0, quy định không nói rõ trường hợp này: cần người có thẩm quyền quyết định, có lý do.",
                "The denominator is 0 and the text does not cover this case: a person decides with a reason.", declared);
        }

        var step = rule == ZeroDenominator.FullPoints
            ? Explanation.Of(StepKind.Taken, "Mẫu số bằng 0: theo quy định đạt điểm tối đa.", "The denominator is 0: full points by the rule.", points)
            : Explanation.Of(StepKind.Taken, "Mẫu số bằng 0: theo quy định đạt 0 điểm.", "The denominator is 0: no points by the rule.", points);
        return RuleText.Result(points, max, declared.Append(step));
    }
}
