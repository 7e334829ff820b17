using System.Text.Json;
using System.Text.Json.Nodes;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Forms;

/// <summary>A field of a typed rule that cannot be taken over as it stands.</summary>
/// <param name="Path">The field, such as <c>bands[1].from</c>; empty for the whole rule.</param>
/// <param name="Message">What is wrong and what to type instead.</param>
public sealed record TypedProblem(string Path, LocalText Message);

/// <summary>What a typed rule came to: the rule, or everything that keeps it from being one.</summary>
/// <param name="Rule">The rule; null exactly when there is a problem.</param>
/// <param name="Problems">All problems in the order of the form.</param>
public sealed record TypedRuleReading(Rule? Rule, IReadOnlyList<TypedProblem> Problems);

/// <summary>Between rules and what is typed into their forms (a <see cref="TypedTree"/>).</summary>
public static class TypedRule
{
    private const int Deepest = 8;

    /// <summary>Reads what was typed.</summary>
    public static TypedRuleReading Read(JsonObject typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var problems = new List<TypedProblem>();
        var strict = Rule(typed, "", 0, problems);
        if (strict is null || problems.Count > 0) return new TypedRuleReading(null, problems);
        try
        {
            return new TypedRuleReading(strict.Deserialize<Rule>(RuleJson.Options)!, []);
        }
        catch (JsonException e)
        {
            // The forms cover the shape, so this is a form that fell behind its kind; the person still learns where.
            return new TypedRuleReading(null, [new TypedProblem(Path(e.Path), new LocalText($"Quy tắc chưa đủ: {e.Message}", $"The rule is not complete: {e.Message}"))]);
        }
    }

    /// <summary>A rule as it is typed; reading it back gives an equal rule.</summary>
    public static JsonObject Of(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Typed((JsonObject)JsonSerializer.SerializeToNode(rule, RuleJson.Options)!);
    }

    private static JsonObject? Rule(JsonNode? typed, string path, int depth, List<TypedProblem> problems)
    {
        if (depth > Deepest)
        {
            problems.Add(new TypedProblem(path, new LocalText($"Quy tắc lồng quá {Deepest} cấp; hãy tách thành nhiều tiêu chí.", $"The rule is nested deeper than {Deepest} levels; split the criterion.")));
            return null;
        }

        var kind = TypedTree.Text(typed, RuleForms.Kind);
        if (RuleForms.Find(kind) is not { } form)
        {
            problems.Add(new TypedProblem(Join(path, RuleForms.Kind), kind.Length == 0
                ? new LocalText("Chọn loại quy tắc.", "Choose the kind of rule.")
                : new LocalText($"Không có loại quy tắc “{kind}”.", $"There is no kind of rule “{kind}”.")));
            return null;
        }

        var strict = new JsonObject { [RuleForms.Kind] = kind };
        Fields([.. form.Fields, .. RuleForms.Origin], typed, strict, path, depth, problems);
        return strict;
    }

    private static void Fields(IReadOnlyList<FormField> fields, JsonNode? typed, JsonObject strict, string path, int depth, List<TypedProblem> problems)
    {
        foreach (var field in fields)
        {
            if (Value(field, (typed as JsonObject)?[field.Key], Join(path, field.Key), depth, problems) is { } value) strict[field.Key] = value;
        }
    }

    private static JsonNode? Value(FormField field, JsonNode? typed, string path, int depth, List<TypedProblem> problems)
    {
        switch (field.Input)
        {
            case FormInput.Group:
                if (!field.Required && Blank(typed, field.Fields)) return null;
                var group = new JsonObject();
                Fields(field.Fields, typed, group, path, depth, problems);
                return group;
            case FormInput.Rows:
                return Rows(field, typed as JsonArray, path, depth, problems);
            case FormInput.Rule:
                return !field.Required && TypedTree.Text(typed, RuleForms.Kind).Length == 0 ? null : Rule(typed, path, depth + 1, problems);
            default:
                var text = (typed as JsonValue)?.GetValue<string>().Trim() ?? "";
                if (text.Length > 0 || field.Input is FormInput.Names or FormInput.Lines) return TypedText.Read(field, text, path, problems);
                if (field.Required && field.Input is not (FormInput.Option or FormInput.Flag))
                    problems.Add(new TypedProblem(path, new LocalText($"Chưa nhập “{field.Label.Vi}”.", $"“{field.Label.En}” is empty.")));
                return null;
        }
    }

    // Rows in which nothing was typed are only waiting to be filled.
    private static JsonArray? Rows(FormField field, JsonArray? typed, string path, int depth, List<TypedProblem> problems)
    {
        var rows = new JsonArray();
        for (var i = 0; i < (typed?.Count ?? 0); i++)
        {
            if (Blank(typed![i], field.Fields)) continue;
            var row = new JsonObject();
            Fields(field.Fields, typed[i], row, $"{path}[{i}]", depth, problems);
            rows.Add(row);
        }

        return rows.Count > 0 || field.Required ? rows : null;
    }

    /// <summary>True when nothing was typed: choices of a list and ticks alone do not count.</summary>
    public static bool Blank(JsonNode? typed, IReadOnlyList<FormField> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return typed is null || fields.All(field => field.Input switch
        {
            FormInput.Option or FormInput.Flag => true,
            FormInput.Group => Blank((typed as JsonObject)?[field.Key], field.Fields),
            FormInput.Rows => (typed as JsonObject)?[field.Key] is not JsonArray rows || rows.All(row => Blank(row, field.Fields)),
            FormInput.Rule => (typed as JsonObject)?[field.Key] is not JsonObject rule || RuleForms.Find(TypedTree.Text(rule, RuleForms.Kind)) is not { } form || Blank(rule, form.Fields),
            _ => string.IsNullOrWhiteSpace(TypedTree.Text(typed, field.Key)),
        });
    }

    private static JsonObject Typed(JsonObject strict)
    {
        var kind = strict[RuleForms.Kind]!.GetValue<string>();
        var form = RuleForms.Find(kind) ?? throw new ArgumentException($"The kind {kind} has no form.", nameof(strict));
        var typed = new JsonObject { [RuleForms.Kind] = kind };
        Typed([.. form.Fields, .. RuleForms.Origin], strict, typed);
        return typed;
    }

    private static JsonObject Typed(IReadOnlyList<FormField> fields, JsonObject strict, JsonObject typed)
    {
        foreach (var field in fields)
        {
            if (strict[field.Key] is not { } value) continue;
            typed[field.Key] = field.Input switch
            {
                FormInput.Group => Typed(field.Fields, (JsonObject)value, []),
                FormInput.Rows => new JsonArray([.. ((JsonArray)value).Select(row => (JsonNode)Typed(field.Fields, (JsonObject)row!, []))]),
                FormInput.Rule => Typed((JsonObject)value),
                _ => TypedText.Write(field, value),
            };
        }

        return typed;
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Path(string? json) => json is null or "$" ? "" : json.StartsWith("$.", StringComparison.Ordinal) ? json[2..] : json;
}
