using System.CommandLine;
using System.Text.Json;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn;
using OpenPar.Core.Rules.Feel;
using OpenPar.Core.Text;

namespace OpenPar.Cli.Commands;

/// <summary><c>openpar dmn MODEL.dmn</c>: the decisions of a DMN model for given inputs.</summary>
internal static class DmnCommand
{
    public static Command Create()
    {
        // Not required here, so that "dmn tck" can do without; Run asks for it.
        var model = new Argument<string?>("MODEL.dmn") { Description = "Mô hình DMN 1.1–1.6 · DMN model", Arity = ArgumentArity.ZeroOrOne };
        var decision = new Option<string?>("--decision") { Description = "Chỉ một quyết định · one decision only" };
        var inputs = new Option<string?>("--inputs") { Description = "Tệp JSON: tên dữ liệu vào → giá trị; “-” là đầu vào chuẩn · JSON file of inputs" };
        var format = Output.FormatOption();
        var command = new Command("dmn", "Chạy mô hình quyết định DMN · run a DMN model") { model, decision, inputs, format, DmnTckCommand.Create() };
        command.SetAction(parse => Run(parse.GetValue(model), parse.GetValue(decision), parse.GetValue(inputs), parse.GetRequiredValue(format) == "json"));
        return command;
    }

    private static int Run(string? path, string? decision, string? inputsFile, bool json)
    {
        if (path is null)
        {
            Console.Error.WriteLine("Hãy nêu tệp mô hình, ví dụ: openpar dmn mo-hinh.dmn --inputs so-lieu.json · name a model file");
            return Exit.WrongUse;
        }

        var reading = new DmnFolder().Open(path);
        List<Finding> findings = [.. reading.Findings];
        var inputs = FeelInputs.Read(inputsFile, findings);
        List<KeyValuePair<string, object?>> decisions = [];
        if (reading.Value is { } program && inputs is not null) decisions = Decide(program, decision, inputs, path, findings);

        if (json) Output.Json(new { decisions = new Dictionary<string, JsonElement>(decisions.Select(d => KeyValuePair.Create(d.Key, FeelJson.Of(d.Value)))), findings });
        else Print(decisions, findings);
        return findings.Any(f => f.Severity == Severity.Error) ? Exit.Findings : Exit.Ok;
    }

    private static List<KeyValuePair<string, object?>> Decide(DmnProgram program, string? only, FeelContext inputs, string path, List<Finding> findings)
    {
        var session = program.Begin(inputs.Select(input => new DmnInput(input.Key, program.AsTyped(input.Key, input.Value))), new FeelRun(FeelClock.Now()));
        foreach (var unknown in session.UnknownInputs)
            findings.Add(Finding.Warning(path, new LocalText($"Mô hình không có dữ liệu vào “{unknown.Name}”.", $"The model has no input “{unknown.Name}”."),
                new LocalText($"Các dữ liệu vào: {string.Join(", ", program.Model.Inputs)}.", $"Its inputs: {string.Join(", ", program.Model.Inputs)}.")));
        var decisions = new List<KeyValuePair<string, object?>>();
        foreach (var name in only is null ? program.Model.Decisions.Distinct() : [only])
        {
            var answer = session.Decide(name);
            if (answer.Known) decisions.Add(KeyValuePair.Create(name, answer.Value));
            findings.AddRange(Findings(program, name, answer, path));
        }

        return decisions;
    }

    private static IEnumerable<Finding> Findings(DmnProgram program, string name, DmnAnswer answer, string path)
    {
        var where = $"{path} {name}";
        if (!answer.Known)
            yield return Finding.Error(path, new LocalText($"Mô hình không có quyết định “{name}”.", $"The model has no decision “{name}”."),
                new LocalText($"Các quyết định: {string.Join(", ", program.Model.Decisions)}.", $"Its decisions: {string.Join(", ", program.Model.Decisions)}."));
        if (answer.Error is { } error)
            yield return Finding.Error(where, error.Message, new LocalText("Rút gọn biểu thức hoặc dữ liệu vào.", "Make the expression or the inputs smaller."));
        foreach (var warning in answer.Warnings)
            yield return Finding.Warning(warning.Where ?? where, warning.Message, new LocalText("Kiểm tra biểu thức và dữ liệu vào; kết quả này là null.", "Check the expression and the inputs; this came to null."));
    }

    private static void Print(List<KeyValuePair<string, object?>> decisions, List<Finding> findings)
    {
        foreach (var (name, value) in decisions) Output.Line($"{name} = {FeelText.Of(value)}");
        Output.Lines(findings);
    }
}
