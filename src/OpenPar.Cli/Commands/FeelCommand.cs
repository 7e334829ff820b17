using System.CommandLine;
using System.Text.Json;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Cli.Commands;

/// <summary><c>openpar feel 'EXPRESSION'</c>: the value of a FEEL expression, with names from a JSON file.</summary>
internal static class FeelCommand
{
    public static Command Create()
    {
        var text = new Argument<string>("EXPRESSION") { Description = "Biểu thức FEEL · FEEL expression" };
        var context = new Option<string?>("--context") { Description = "Tệp JSON: tên → giá trị; “-” là đầu vào chuẩn · JSON file of names; “-” is standard input" };
        var format = Output.FormatOption();
        var command = new Command("feel", "Tính một biểu thức FEEL · evaluate a FEEL expression") { text, context, format };
        command.SetAction(parse => Run(parse.GetRequiredValue(text), parse.GetValue(context), parse.GetRequiredValue(format) == "json"));
        return command;
    }

    private static int Run(string text, string? contextFile, bool json)
    {
        List<Finding> findings = [];
        if (FeelInputs.Read(contextFile, findings) is not { } context) return Refuse(findings, json);
        var parsed = FeelExpression.Parse(text, FeelNames.None.WithContext(context));
        if (parsed.Value is not { } expression) return Refuse(text, parsed.Error!, json);
        var outcome = expression.Run(FeelScope.Of(context), new FeelRun(FeelClock.Now()));
        if (outcome.Error is { } error) return Refuse(text, error, json);
        if (json) Output.Json(Shape(outcome));
        else Print(outcome, text);
        return Exit.Ok;
    }

    /// <summary>A null that comes from a mistake says why; otherwise there is nothing beside the value.</summary>
    private static object Shape(FeelOutcome outcome)
    {
        var value = FeelJson.Of(outcome.Value);
        if (outcome.Warnings.Count == 0) return new { value };
        return new { value, warnings = outcome.Warnings.Select(warning => new { message = warning.Message.Vi, english = warning.Message.En, warning.Position }) };
    }

    private static void Print(FeelOutcome outcome, string text)
    {
        Output.Line(FeelText.Of(outcome.Value));
        foreach (var warning in outcome.Warnings)
        {
            var (line, column) = new FeelError(warning.Message, warning.Position).In(text);
            Output.Line($"    dòng {line}, cột {column}: {warning.Message.Vi}");
        }
    }

    /// <summary><c>position</c> is the 1-based offset in characters of the text; line and column say the same.</summary>
    private static int Refuse(string text, FeelError error, bool json)
    {
        var (line, column) = error.In(text);
        if (json) Output.Json(new { error = new { message = error.Message.Vi, english = error.Message.En, error.Position, line, column } });
        else Output.Line($"dòng {line}, cột {column}: LỖI: {error.Message.Vi} · {error.Message.En}");
        return Exit.Findings;
    }

    private static int Refuse(List<Finding> findings, bool json)
    {
        if (json) Output.Json(new { error = new { message = findings[0].Message.Vi, english = findings[0].Message.En, position = (JsonElement?)null } });
        else Output.Lines(findings);
        return Exit.Findings;
    }
}
