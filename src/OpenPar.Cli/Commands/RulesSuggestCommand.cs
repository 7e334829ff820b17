using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using OpenPar.Core.Rules.Printing;
using OpenPar.Core.Rules.Reading;
using OpenPar.Core.Text;

namespace OpenPar.Cli.Commands;

/// <summary><c>rules suggest</c>: reads scoring text into rules for a person to confirm; saves nothing.</summary>
internal static class RulesSuggestCommand
{
    private const int LongestInput = 4 * 1024 * 1024;

    public static Command Create()
    {
        var text = new Option<string?>("--text") { Description = "Cách tính điểm; “-” đọc từ đầu vào chuẩn · scoring text, “-” for standard input" };
        var max = new Option<decimal?>("--max") { Description = "Điểm tối đa của tiêu chí, 1,5 hoặc 1.5 · maximum of the leaf", CustomParser = Points };
        var title = new Option<string?>("--title") { Description = "Tên tiêu chí · title of the leaf" };
        var framework = new Option<string?>("--framework") { Description = "Bộ chỉ số (yaml, json) hoặc phụ lục (pdf, docx, xlsx, txt) · framework or annex file" };
        var format = Output.FormatOption();
        var command = new Command("suggest", "Đọc cách tính điểm thành quy tắc · read scoring text into rules") { text, max, title, framework, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var json = parsed.GetRequiredValue(format) == "json";
            if (parsed.GetValue(framework) is { } file) return await RulesOfFile.SuggestAsync(file, json, cancellationToken);
            if (parsed.GetValue(text) is not { } given)
            {
                await Console.Error.WriteLineAsync("Cần --text hoặc --framework. · --text or --framework is needed.");
                return Exit.WrongUse;
            }

            var suggestion = RuleSuggestion.Of(given == "-" ? await StandardInputAsync(cancellationToken) : given, parsed.GetValue(max), parsed.GetValue(title));
            if (json) Output.Json(SuggestionJson.Of(suggestion));
            else Write(suggestion, parsed.GetValue(max));
            return suggestion.Rule is null ? Exit.Findings : Exit.Ok;
        });
        return command;
    }

    // The library reads by the machine's or no culture at all, where "1,5" is fifteen.
    private static decimal? Points(ArgumentResult typed)
    {
        var read = NumberText.Read(typed.Tokens[0].Value, NumberUse.Decimal);
        if (read.Problem is { } problem) typed.AddError($"{problem.Vi} · {problem.En}");
        return read.Value;
    }

    private static async Task<string> StandardInputAsync(CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        using var reader = new StreamReader(input, new UTF8Encoding(false));
        var buffer = new char[LongestInput];
        var read = await reader.ReadBlockAsync(buffer, cancellationToken);
        return new string(buffer, 0, read);
    }

    public static void Write(RuleSuggestion suggestion, decimal? max)
    {
        Output.Line($"{SuggestionJson.Kind(suggestion) ?? "không đọc được"} · độ tin cậy {NumberText.Write(suggestion.Confidence)}{(suggestion.Sure ? "" : " · cần đối chiếu")}");
        if (suggestion.Rule is { } rule) Output.Line(AnnexText.Of(rule, max));
        foreach (var unread in suggestion.Unread) Output.Line($"    chưa đọc: {unread}");
        foreach (var finding in suggestion.Findings) Output.Line($"    {finding.Message.Vi} {finding.Remedy.Vi}");
    }
}
