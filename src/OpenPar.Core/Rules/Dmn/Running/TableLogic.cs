using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>A tested column: its expression (with its type) and the tests its values satisfy.</summary>
internal sealed record InputColumn(string Text, Logic Expression, FeelUnaryTests? Values);

/// <summary>One rule.</summary>
/// <param name="Place">Where it stands; warnings name it.</param>
/// <param name="Tests">A test a column, null where the column does not matter.</param>
/// <param name="Answers">An expression an output.</param>
internal sealed record TableRow(Place Place, IReadOnlyList<FeelUnaryTests?> Tests, IReadOnlyList<Logic> Answers);

/// <summary>A decision table.</summary>
/// <param name="policy">What happens when several rules match.</param>
/// <param name="inputs">The tested columns.</param>
/// <param name="outputs">The answering columns.</param>
/// <param name="rows">The rules in order.</param>
internal sealed class TableLogic(HitPolicy policy, IReadOnlyList<InputColumn> inputs, TableOutputs outputs, IReadOnlyList<TableRow> rows) : Logic
{
    protected override object? Work(FeelScope scope, FeelRun run)
    {
        var values = new object?[inputs.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = inputs[i].Expression.Evaluate(scope, run);
            if (inputs[i].Values is { } allowed && allowed.Evaluate(values[i], scope, run) != true)
                return run.Null(DmnMessages.NotAllowed(inputs[i].Text, FeelText.Of(values[i])));
        }

        var matched = Matching(values, scope, run);
        if (matched.Count == 0) return outputs.WithoutMatch(policy, scope, run);
        if (policy == HitPolicy.Unique && matched.Count > 1) return run.Null(DmnMessages.SeveralRules(matched.Select(rule => rule + 1)));

        var answers = new List<object?[]>(matched.Count);
        foreach (var rule in matched)
        {
            if (outputs.Answer(rows[rule].Answers, scope, run) is not { } answer) return null;
            answers.Add(answer);
        }

        return policy == HitPolicy.Any && answers.Skip(1).Any(answer => !TableOutputs.Same(answer, answers[0]))
            ? run.Null(DmnMessages.DifferentAnswers(matched.Select(rule => rule + 1)))
            : outputs.Combine(policy, answers, run);
    }

    private List<int> Matching(object?[] values, FeelScope scope, FeelRun run)
    {
        var matched = new List<int>();
        var outer = run.Where;
        for (var rule = 0; rule < rows.Count; rule++)
        {
            run.Step();
            run.Where = rows[rule].Place;
            if (!Matches(rows[rule], values, scope, run)) continue;
            matched.Add(rule);
            if (policy == HitPolicy.First) break;
        }

        run.Where = outer;
        return matched;
    }

    private static bool Matches(TableRow row, object?[] values, FeelScope scope, FeelRun run)
    {
        for (var i = 0; i < values.Length; i++)
            if (row.Tests[i] is { } test && test.Evaluate(values[i], scope, run) != true) return false;
        return true;
    }
}
