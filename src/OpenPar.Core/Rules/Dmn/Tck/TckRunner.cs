using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Tck;

/// <summary>Runs test files of the DMN Technology Compatibility Kit.</summary>
public static class TckRunner
{
    /// <summary>Runs every case of a suite.</summary>
    /// <param name="name">Name of the suite in the outcome.</param>
    /// <param name="suite">The cases.</param>
    /// <param name="program">The model they are about.</param>
    /// <param name="now">The clock of the run; each case runs within the default limits.</param>
    public static TckOutcome Run(string name, TckSuite suite, DmnProgram program, FeelDateTime now)
    {
        var failures = new List<TckFailure>();
        var (passed, failed, skipped) = (0, 0, 0);
        foreach (var test in suite.Cases)
        {
            var before = failures.Count;
            failures.AddRange(Failures(test, program, new FeelRun(now)));
            if (test.Results.Count == 0) skipped++;
            else if (failures.Count > before) failed++;
            else passed++;
        }

        return new TckOutcome(name, passed, failed, skipped, failures);
    }

    private static IEnumerable<TckFailure> Failures(TckCase test, DmnProgram program, FeelRun run)
    {
        var session = program.Begin(test.Inputs.Select(input => new DmnInput(input.Name, TckValues.ToFeel(input.Value), input.Namespace)), run);
        foreach (var result in test.Results)
        {
            var expected = TckValues.ToFeel(result.Expected);
            var answer = Answer(session, test, result);
            if (!answer.Known) yield return new TckFailure(test.Id, result.Name, FeelText.Of(expected), "(no such decision)");
            else if (!TckComparison.Same(expected, answer.Value)) yield return new TckFailure(test.Id, result.Name, FeelText.Of(expected), Shown(answer));
        }
    }

    private static DmnAnswer Answer(DmnSession session, TckCase test, TckResult result)
    {
        if (test.Call == TckCall.Decision || test.Invocable is null)
        {
            var decided = session.Decide(result.Name, result.Namespace);
            return decided.Known ? decided : session.Call(result.Name, result.Namespace);
        }

        var answer = session.Call(test.Invocable);
        // A service of several decisions answers a context; each result names one of its entries.
        return session.OutputsOf(test.Invocable).Count > 1 && result.Name != test.Invocable
            ? answer with { Value = answer.Value is FeelContext context && context.TryGetValue(result.Name, out var entry) ? entry : null }
            : answer;
    }

    private static string Shown(DmnAnswer answer)
    {
        var reason = answer.Error?.Message.En ?? (answer.Value is null ? (answer.Warnings.Count > 0 ? answer.Warnings[^1].Message.En : null) : null);
        return reason is null ? FeelText.Of(answer.Value) : $"{FeelText.Of(answer.Value)} ({reason})";
    }
}
