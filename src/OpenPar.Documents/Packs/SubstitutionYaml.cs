using System.Globalization;
using System.Text.Json.Nodes;
using OpenPar.Core.Rules;

namespace OpenPar.Documents.Packs;

/// <summary>The notes on replaced laws of <c>framework.yaml</c>.</summary>
internal static class SubstitutionYaml
{
    public static IReadOnlyList<LawSubstitution> ReadAll(YamlFields root, PackFindings findings)
    {
        var read = new List<LawSubstitution>();
        foreach (var fields in root.Maps("substitutions"))
        {
            var (cited, replacedBy, from, note) = (fields.Required("cited"), fields.Required("replacedBy"), fields.Day("from"), fields.Text("note"));
            if (fields.Raw("from") is null)
                findings.Error(fields.Line, "Thiếu “from”.", "“from” is missing.", "Ghi ngày văn bản mới có hiệu lực.", "State the day from which the new text counts.");
            fields.Finish();
            if (from is { } day) read.Add(new LawSubstitution(cited, replacedBy, day, note));
        }

        return read;
    }

    public static JsonNode Write(LawSubstitution substitution)
    {
        var node = new JsonObject { ["cited"] = substitution.Cited, ["replacedBy"] = substitution.ReplacedBy };
        node["from"] = substitution.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        FrameworkFile.Put(node, "note", substitution.Note);
        return node;
    }
}
