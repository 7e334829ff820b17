using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>Which rows of a small table hold, told for the explanation; the points themselves come from the DMN engine.</summary>
internal static class TableTold
{
    public static IEnumerable<Explanation> Steps(PointTable table, IReadOnlyList<FactDefinition> facts, FactSet set, decimal max)
    {
        var names = FeelFacts.Names(facts);
        var scope = FeelScope.Of(FeelFacts.Values(facts, set, max));
        var run = FeelFacts.Run();
        var inputs = table.Inputs.Select(text => FeelExpression.Parse(text, names).Value?.Run(scope, run).Value).ToList();
        for (var i = 0; i < inputs.Count; i++)
        {
            var written = $"{table.Inputs[i]} = {FeelText.Of(inputs[i])}.";
            yield return Explanation.Of(StepKind.Calculation, written, written, inputs[i] is FeelNumber n ? FeelFacts.Points(n, decimal.MaxValue) : null);
        }

        foreach (var row in table.Rows)
        {
            var words = row.Label ?? string.Join("; ", row.When);
            var holds = row.When.Select((cell, i) => Holds(cell, i < inputs.Count ? inputs[i] : null, names, scope, run)).All(h => h);
            yield return holds
                ? Explanation.Of(StepKind.Taken, $"Dòng “{words}” đúng: {row.Points} điểm.", $"The row “{words}” holds: {row.Points} points.")
                : Explanation.Of(StepKind.NotTaken, $"Dòng “{words}” không đúng.", $"The row “{words}” does not hold.");
        }
    }

    private static bool Holds(string cell, object? input, FeelNames names, FeelScope scope, FeelRun run)
    {
        if (FeelExpression.ParseUnaryTests(cell, names.With("?")).Value is not { } tests) return false;
        try
        {
            return tests.Evaluate(input, scope, run) == true;
        }
        catch (FeelLimitException)
        {
            // The engine itself reports the limit; the row is told as not reached.
            return false;
        }
    }
}
