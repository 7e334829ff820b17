using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpenPar.Documents.Packs;

/// <summary>
/// Writes JSON nodes as YAML, byte for byte the same on every machine: two blanks of indentation, line feeds, text of
/// several lines as a literal block, small mappings and lists on one line, quotes only where they are needed.
/// </summary>
internal sealed partial class YamlWriter
{
    private const int Widest = 130;

    private readonly Emitter emitter;

    private YamlWriter(TextWriter output) =>
        emitter = new Emitter(output, new EmitterSettings(2, int.MaxValue, false, 1024, false, false, "\n"));

    /// <summary>The YAML text of a mapping.</summary>
    public static string Write(JsonObject root)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var writer = new YamlWriter(text);
        writer.emitter.Emit(new StreamStart());
        writer.emitter.Emit(new DocumentStart(null, null, true));
        writer.Node(root, false);
        writer.emitter.Emit(new DocumentEnd(true));
        writer.emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private void Node(JsonNode? node, bool flow)
    {
        switch (node)
        {
            case JsonObject map:
                var flowMap = flow || OnOneLine(map);
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, flowMap ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, value) in map)
                {
                    Text(key, flowMap);
                    Node(value, flowMap);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                var flowList = flow || OnOneLine(list);
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, flowList ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list) Node(item, flowList);
                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Text(value.GetValue<string>(), flow);
                break;
            default:
                Plain(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private void Text(string text, bool flow)
    {
        if (!flow && text.Contains('\n', StringComparison.Ordinal) && Literal().IsMatch(text)) Scalar(text, ScalarStyle.Literal);
        else if (Bare().IsMatch(text) && !Meaningful().IsMatch(text) && !(flow && text.AsSpan().IndexOfAny(",[]{}") >= 0)) Plain(text);
        else Scalar(text, ScalarStyle.DoubleQuoted);
    }

    private void Plain(string text) => Scalar(text, ScalarStyle.Plain);

    private void Scalar(string text, ScalarStyle style) =>
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, style == ScalarStyle.Plain, style != ScalarStyle.Plain));

    /// <summary>Whether a node stands on one line: only short scalars, or short lists of them.</summary>
    private static bool OnOneLine(JsonNode node) => node switch
    {
        JsonObject { Count: > 0 } map => map.Parent is not null && map.All(e => Small(e.Value)) && map.ToJsonString(Readable).Length <= Widest,
        JsonArray list => list.Count == 0 || (list.All(i => i is JsonValue && Small(i)) && list.ToJsonString(Readable).Length <= Widest),
        _ => true,
    };

    private static bool Small(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => !value.GetValue<string>().Contains('\n', StringComparison.Ordinal),
        JsonArray list => list.All(i => i is JsonValue && Small(i)),
        JsonObject => false,
        _ => true,
    };

    private static JsonSerializerOptions Readable => Core.Rules.RuleJson.Options;

    [GeneratedRegex(@"^[\p{L}0-9](?:[^\p{C}:#""'`\u2028\u2029]|:(?! |$))*(?<![\s:])$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    /// <summary>Text that some reader would take for something else without quotes: numbers, codes, truth values, nothing.</summary>
    [GeneratedRegex(@"^(?:-?[0-9][0-9.]*|true|false|yes|no|on|off|y|n|null|~)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Meaningful();

    [GeneratedRegex(@"^[^\s\p{C}][^\p{C}\u2028\u2029]*(?:\n[^\s\p{C}][^\p{C}\u2028\u2029]*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
