using System.Text;
using System.Text.Json.Nodes;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Packs;

/// <summary>Reads and writes <c>framework.yaml</c> (see <c>packs/README.md</c>).</summary>
public static class FrameworkFile
{
    /// <summary>Name of the file inside a pack folder.</summary>
    public const string Name = "framework.yaml";

    private const int MostPoints = 1_000_000;

    /// <summary>Reads a framework. Bad input gives findings with line and remedy, never an exception.</summary>
    /// <param name="stream">The file, at most 5 MB of UTF-8.</param>
    /// <param name="file">The name findings carry.</param>
    public static FileReading<Framework> Read(Stream stream, string file)
    {
        var findings = new PackFindings(file);
        var root = YamlReader.Read(stream, findings);
        var framework = root is null ? null : Whole(new YamlFields(root, findings), findings);
        return new FileReading<Framework>(framework, findings.All);
    }

    /// <summary>The framework as YAML in UTF-8 without mark; reading it gives an equal framework, writing that the same bytes.</summary>
    public static byte[] Write(Framework framework)
    {
        var root = new JsonObject { ["id"] = framework.Id.ToString(), ["title"] = framework.Title, ["decision"] = Written(framework.Decision) };
        Put(root, "guidanceDocument", framework.GuidanceDocument);
        if (framework.FirstYear is { } first) root["firstYear"] = first;
        if (framework.LastYear is { } last) root["lastYear"] = last;
        if (framework.TotalPoints is { } total) root["totalPoints"] = total;
        root["rounding"] = new JsonObject { ["digits"] = framework.Rounding.Digits, ["mode"] = YamlJson.Camel(framework.Rounding.Mode) };
        if (framework.Substitutions.Count > 0) root["substitutions"] = new JsonArray([.. framework.Substitutions.Select(SubstitutionYaml.Write)]);
        root["criteria"] = new JsonArray([.. framework.Criteria.Select(CriterionYaml.Write)]);
        return Encoding.UTF8.GetBytes(YamlWriter.Write(root));
    }

    private static Framework? Whole(YamlFields fields, PackFindings findings)
    {
        var idText = fields.Required("id");
        if (!FrameworkId.TryParse(idText, out var id) && idText.Length > 0)
            findings.Error(fields.LineOf("id"), $"“{idText}” không phải mã bộ chỉ số.", $"“{idText}” is not a framework identity.", "Viết dạng par-index-province/1187-2025.", "Write it like par-index-province/1187-2025.");
        var title = fields.Required("title");
        var decision = Decision(fields, findings);
        var guidance = fields.Text("guidanceDocument");
        var (first, lastYear) = (fields.Whole("firstYear"), fields.Whole("lastYear"));
        var total = Points(fields, "totalPoints", findings);
        var rounding = Rounding(fields.Map("rounding"), findings);
        var substitutions = SubstitutionYaml.ReadAll(fields, findings);
        var criteria = CriterionYaml.ReadAll(fields, findings);
        fields.Finish();
        return findings.Blocking ? null : new Framework(id, title, decision, criteria)
        {
            GuidanceDocument = guidance,
            FirstYear = first,
            LastYear = lastYear,
            TotalPoints = total,
            Rounding = rounding,
            Substitutions = substitutions,
        };
    }

    internal static decimal? Points(YamlFields fields, string key, PackFindings findings)
    {
        var value = fields.Number(key);
        if (value is null or >= 0 and <= MostPoints) return value;
        findings.Error(fields.LineOf(key), $"“{key}” phải từ 0 đến {MostPoints}.", $"“{key}” must be 0 to {MostPoints}.", "Sửa lại số, hoặc bỏ khóa nếu chưa biết.", "Mend the number, or leave the key out if unknown.");
        return null;
    }

    internal static void Put(JsonObject target, string key, string? text)
    {
        if (text is not null) target[key] = text;
    }

    private static Decision Decision(YamlFields fields, PackFindings findings)
    {
        var none = new Decision("", "", null, null);
        if (fields.Map("decision") is not { } inner)
        {
            if (fields.Raw("decision") is null)
                findings.Error(fields.Line, "Thiếu “decision”.", "“decision” is missing.", "Ghi văn bản ban hành: number, issuer.", "State the decision: number, issuer.");
            return none;
        }

        var decision = new Decision(inner.Required("number"), inner.Required("issuer"), inner.Day("issuedOn"), inner.Text("annex"));
        inner.Finish();
        return decision;
    }

    private static OutputRounding Rounding(YamlFields? fields, PackFindings findings)
    {
        if (fields is null) return OutputRounding.Published;
        var digits = fields.Whole("digits") ?? OutputRounding.Published.Digits;
        if (digits is < 0 or > 6)
            findings.Error(fields.LineOf("digits"), "“digits” phải từ 0 đến 6.", "“digits” must be 0 to 6.", "Sửa số chữ số thập phân.", "Mend the number of decimals.");
        var rounding = new OutputRounding(digits, fields.Name("mode", OutputRounding.Published.Mode));
        fields.Finish();
        return rounding;
    }

    private static JsonObject Written(Decision decision)
    {
        var node = new JsonObject { ["number"] = decision.Number, ["issuer"] = decision.Issuer };
        Put(node, "issuedOn", decision.IssuedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Put(node, "annex", decision.Annex);
        return node;
    }
}
