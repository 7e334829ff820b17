namespace OpenPar.Core.Rules.Feel;

/// <summary>Reads the text of a range for <c>range("[1..3]")</c>: its ends may only be literals (DMN 1.5, table 72).</summary>
internal static class FeelRangeText
{
    /// <summary>The range; null when the text is anything else, the ends are of different kinds or in the wrong order.</summary>
    public static FeelRange? Parse(string text)
    {
        if (FeelParser.Expression(text, FeelNames.None).Node is not RangeNode range) return null;
        if (!IsLiteral(range.Low) || !IsLiteral(range.High)) return null;
        var run = new FeelRun();
        var (low, high) = (range.Low.Evaluate(FeelScope.Empty, run), range.High.Evaluate(FeelScope.Empty, run));
        return FeelComparison.Order(low, high) <= 0 ? new FeelRange(low, range.LowClosed, high, range.HighClosed) : null;
    }

    private static bool IsLiteral(FeelNode node) => node switch
    {
        Literal => true,
        CallNode { Names: null, Callee: NameNode { Name: "date" or "time" or "date and time" or "duration" }, Arguments: [Literal { Value: string }] } => true,
        _ => false,
    };
}
