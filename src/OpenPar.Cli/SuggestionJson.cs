using System.Text.Json.Nodes;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Reading;

namespace OpenPar.Cli;

/// <summary>The JSON of suggested rules; the rule itself in the one shape of rules.</summary>
internal static class SuggestionJson
{
    public static object Of(RuleSuggestion suggestion) => new
    {
        Kind = Kind(suggestion),
        Rule = Rule(suggestion),
        suggestion.Confidence,
        suggestion.Sure,
        suggestion.Unread,
        suggestion.Words,
        Findings = Findings(suggestion),
    };

    public static object Of(string code, RuleSuggestion suggestion) => new
    {
        Code = code,
        Kind = Kind(suggestion),
        Rule = Rule(suggestion),
        suggestion.Confidence,
        suggestion.Sure,
        suggestion.Unread,
        Findings = Findings(suggestion),
    };

    /// <summary>The kind of the rule as rules name it; null without a rule.</summary>
    public static string? Kind(RuleSuggestion suggestion) => Rule(suggestion)?["kind"]?.GetValue<string>();

    private static JsonNode? Rule(RuleSuggestion suggestion) =>
        suggestion.Rule is { } rule ? JsonNode.Parse(RuleJson.Write(rule)) : null;

    private static List<object> Findings(RuleSuggestion suggestion) =>
        [.. suggestion.Findings.Select(f => new { f.Severity, Message = f.Message.Vi, Remedy = f.Remedy.Vi })];
}
