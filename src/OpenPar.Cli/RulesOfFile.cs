using System.Text.Json;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules.Reading;
using OpenPar.Core.Text;

namespace OpenPar.Cli;

/// <summary>Suggests a rule for every leaf of a framework or annex file that carries scoring text.</summary>
internal static class RulesOfFile
{
    private sealed record Leaf(string Code, string Title, string Text, decimal? Max, bool Surveyed);

    public static async Task<int> SuggestAsync(string path, bool json, CancellationToken cancellationToken)
    {
        var (leaves, findings) = await LeavesAsync(path, cancellationToken);
        var read = leaves.Select(l => (Leaf: l, Suggestion: RuleSuggestion.Of(l.Text, l.Max, l.Title, l.Surveyed))).ToList();
        if (json)
        {
            Output.Json(new { Rules = read.Select(r => SuggestionJson.Of(r.Leaf.Code, r.Suggestion)).ToList(), Findings = findings.Select(AnnexJson.Of).ToList() });
        }
        else
        {
            foreach (var (leaf, suggestion) in read)
            {
                Output.Line($"{leaf.Code} {leaf.Title} ({(leaf.Max is { } max ? NumberText.Write(max) : "chưa biết")} điểm)");
                Commands.RulesSuggestCommand.Write(suggestion, leaf.Max);
            }

            Output.Lines(findings);
            Output.Line($"{read.Count} tiêu chí có cách tính điểm, {read.Count(r => r.Suggestion.Sure)} đọc chắc chắn.");
        }

        return findings.Any(f => f.Severity == Severity.Error) ? Exit.Findings : Exit.Ok;
    }

    private static async Task<(IReadOnlyList<Leaf> Leaves, IReadOnlyList<Finding> Findings)> LeavesAsync(string path, CancellationToken cancellationToken)
    {
        var extension = Path.GetExtension(path);
        if (Directory.Exists(path) || extension is ".yaml" or ".yml")
        {
            var pack = PackArgument.Read(path);
            return ([.. (pack.Value?.Criteria ?? []).Where(c => c.RuleText is not null).Select(c => new Leaf(c.Code.ToString(), c.Title, RuleSuggestion.TextOf(c.RuleText!, c.Note), c.MaxPoints, c.Method == ScoringMethod.Survey))], pack.Findings);
        }

        if (extension == ".json") return FromJson(path);
        var annex = await AnnexFile.ReadAsync(path, cancellationToken);
        return ([.. annex.Rows.Where(r => r.RuleText is not null).Select(r => new Leaf(r.Code.ToString(), r.Title, RuleSuggestion.TextOf(r.RuleText!, r.Note), r.MaxPoints, r.Method == ScoringMethod.Survey))], annex.Findings);
    }

    private static (IReadOnlyList<Leaf> Leaves, IReadOnlyList<Finding> Findings) FromJson(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            var rows = document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement
                : document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("criteria", out var criteria) ? criteria : default;
            if (rows.ValueKind != JsonValueKind.Array) return ([], [Unfit(path)]);
            return ([.. rows.EnumerateArray().Select(Row).OfType<Leaf>()], []);
        }
        catch (JsonException)
        {
            return ([], [Unfit(path)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return ([], [PackArgument.CannotOpen(path)]);
        }
    }

    private static Leaf? Row(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object || Word(row, "code") is not { } code || Word(row, "ruleText") is not { Length: > 0 } text) return null;
        decimal? max = row.TryGetProperty("maxPoints", out var points) && points.ValueKind == JsonValueKind.Number && points.TryGetDecimal(out var value) ? value : null;
        return new Leaf(code, Word(row, "title") ?? "", RuleSuggestion.TextOf(text, Word(row, "note")), max, Word(row, "method") == "survey");
    }

    private static string? Word(JsonElement row, string key) =>
        row.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Finding Unfit(string path) => Finding.Error(path,
        new LocalText("Tệp JSON không có danh sách “criteria”.", "The JSON file has no list “criteria”."),
        new LocalText("Mỗi dòng cần code, ruleText, maxPoints.", "Each row needs code, ruleText, maxPoints."));
}
