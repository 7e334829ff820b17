using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules;

namespace OpenPar.Cli;

/// <summary>Exit codes of every command.</summary>
internal static class Exit
{
    public const int Ok = 0;
    public const int Findings = 1;
    public const int WrongUse = 2;
}

/// <summary>What commands write: with <c>--format json</c> standard output carries one JSON document and nothing else.</summary>
internal static class Output
{
    /// <summary>A fresh option for each command: <c>--format text|json</c>.</summary>
    public static Option<string> FormatOption()
    {
        var option = new Option<string>("--format")
        {
            Description = "Dạng kết quả: text hoặc json · output: text or json",
            DefaultValueFactory = _ => "text",
        };
        option.AcceptOnlyFromAmong("text", "json");
        return option;
    }

    /// <summary>Keys are always there: what is unknown is null, not absent.</summary>
    private static readonly JsonSerializerOptions Stable = new(RuleJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>Writes one JSON document in UTF-8 with stable camelCase keys.</summary>
    public static void Json(object value)
    {
        using var stdout = Console.OpenStandardOutput();
        stdout.Write(JsonSerializer.SerializeToUtf8Bytes(value, Stable));
        stdout.Write("\n"u8);
    }

    /// <summary>The same for a document whose lists are still being found: what is found is written at once and not held.</summary>
    public static async Task JsonAsync(object value, CancellationToken cancellationToken)
    {
        await using var stdout = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(stdout, value, value.GetType(), Stable, cancellationToken);
        stdout.Write("\n"u8);
    }

    /// <summary>How far something has come, on standard error: one line that is written over on a terminal, lines one below the other in a log.</summary>
    public static void Progress(string text)
    {
        using var stderr = Console.OpenStandardError();
        stderr.Write(Encoding.UTF8.GetBytes(Console.IsErrorRedirected ? text + "\n" : $"\r{text}\u001b[K\r"));
    }

    /// <summary>One line on standard output, UTF-8 whatever the terminal says.</summary>
    public static void Line(string text)
    {
        using var stdout = Console.OpenStandardOutput();
        stdout.Write(Encoding.UTF8.GetBytes(text + "\n"));
    }

    /// <summary>Findings as a good compiler prints them: where, what, remedy.</summary>
    public static void Lines(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var weight = finding.Severity switch { Severity.Error => "LỖI", Severity.Warning => "CẢNH BÁO", _ => "LƯU Ý" };
            Line($"{finding.Where}: {weight}: {finding.Message.Vi}");
            if (finding.Why is { } why) Line($"    vì: {why.Vi}");
            Line($"    → {finding.Remedy.Vi}");
        }
    }
}
