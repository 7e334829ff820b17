using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>Makes decision tables ready to run. A table with one cell that cannot be read answers null as a whole: a rule left out would change its meaning.</summary>
internal sealed class TableCompiler(LogicCompiler logic, TypeTable types, List<Finding> findings)
{
    private bool broken;

    public Logic Compile(TableBox table, FeelNames names)
    {
        var whole = types.Find(table.Type, table.Place);
        var inputs = table.Inputs.Select(input => Input(input, names)).ToList();
        var outputs = table.Outputs.Select(output => Output(output, table, whole, names)).ToList();
        var rows = table.Rules.Select(rule => new TableRow(
            rule.Place,
            rule.Tests.Select(test => Tests(test, names)).ToList(),
            rule.Answers.Select(answer => logic.Compile(answer, names)).ToList())).ToList();
        return broken
            ? new NullLogic(DmnMessages.Broken(table.Place.Path))
            : new TableLogic(table.Policy, inputs, new TableOutputs(outputs), rows) { Type = whole is { IsList: false } && IsMany(table.Policy) ? null : whole };
    }

    // Policies that answer a list are often given the type of one answer.
    private static bool IsMany(HitPolicy policy) => policy is HitPolicy.Collect or HitPolicy.RuleOrder or HitPolicy.OutputOrder;

    private InputColumn Input(TableInput input, FeelNames names)
    {
        var expression = logic.Compile(new LiteralBox(input.Expression.Place, input.Type, input.Expression.Text), names);
        return new InputColumn(input.Expression.Text.Trim(), expression, Tests(input.Values, names));
    }

    private OutputColumn Output(TableOutput output, TableBox table, DmnType? whole, FeelNames names)
    {
        var type = types.Find(output.Type, output.Place);
        // Without output values the order is that of the allowed values of the column's type.
        var ranked = type ?? (table.Outputs.Count == 1 ? whole : whole?.Fields.FirstOrDefault(field => field.Key == output.Name).Value);
        var ranking = output.Values is { } values ? ValueRanking.Of(values.Text, names) : ranked?.Ranking ?? [];
        var fallback = output.Default is null ? null : logic.Compile(output.Default, names);
        return new OutputColumn(output.Name ?? string.Empty, type, Tests(output.Values, names), ranking, fallback);
    }

    private FeelUnaryTests? Tests(ExpressionText? text, FeelNames names)
    {
        if (text is null || text.Text.AsSpan().Trim() is "" or "-") return null;
        var parsing = FeelExpression.ParseUnaryTests(text.Text, names);
        if (parsing.Value is { } tests) return tests;
        findings.Add(SyntaxFinding.Of(text, parsing.Error!));
        broken = true;
        return null;
    }
}
