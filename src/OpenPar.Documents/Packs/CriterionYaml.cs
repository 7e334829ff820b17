using System.Text.Json.Nodes;
using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Packs;

/// <summary>The criteria of <c>framework.yaml</c>.</summary>
internal static class CriterionYaml
{
    /// <summary>Reads the list; codes that stand twice or have no parent are findings and left out.</summary>
    public static IReadOnlyList<Criterion> ReadAll(YamlFields root, PackFindings findings)
    {
        var read = new Dictionary<CriterionCode, (Criterion Criterion, int Line)>();
        if (root.Raw("criteria") is null)
            findings.Error(root.Line, "Thiếu danh sách tiêu chí “criteria”.", "The list “criteria” is missing.", "Thêm danh sách tiêu chí.", "Add the criteria.");
        foreach (var fields in root.Maps("criteria"))
        {
            if (Read(fields, findings) is { } criterion && !read.TryAdd(criterion.Code, (criterion, fields.Line)))
                findings.Error(fields.Line, $"Mã {criterion.Code} đã có ở dòng {read[criterion.Code].Line}.", $"The code {criterion.Code} already stands on line {read[criterion.Code].Line}.", "Sửa mã hoặc bỏ một dòng.", "Mend the code or remove one row.");
        }

        foreach (var (criterion, line) in read.Values)
        {
            if (criterion.Code.Parent is { } parent && !read.ContainsKey(parent))
                findings.Error(line, $"Không có tiêu chí {parent} là cấp trên của {criterion.Code}.", $"{criterion.Code} has no parent {parent}.", $"Thêm tiêu chí {parent} hoặc sửa mã.", $"Add {parent} or mend the code.");
        }

        return [.. read.Values.Select(r => r.Criterion)];
    }

    /// <summary>One criterion as JSON nodes, keys in the order a person reads them.</summary>
    public static JsonNode Write(Criterion criterion)
    {
        var node = new JsonObject { ["code"] = criterion.Code.ToString(), ["title"] = criterion.Title };
        if (criterion.MaxPoints is { } max) node["maxPoints"] = max;
        if (criterion.Method != ScoringMethod.Unknown) node["method"] = YamlJson.Camel(criterion.Method);
        if (criterion.NotApplicable != NotApplicablePolicy.Unstated) node["notApplicable"] = YamlJson.Camel(criterion.NotApplicable);
        FrameworkFile.Put(node, "requirement", criterion.Requirement);
        FrameworkFile.Put(node, "ruleText", criterion.RuleText);
        FrameworkFile.Put(node, "guidance", criterion.Guidance);
        FrameworkFile.Put(node, "note", criterion.Note);
        if (criterion.Evidence.Count > 0) node["evidence"] = new JsonArray([.. criterion.Evidence.Select(e => (JsonNode?)e)]);
        FrameworkFile.Put(node, "source", criterion.Source);
        if (criterion.Rule is { } rule) node["rule"] = RuleYaml.Write(rule);
        return node;
    }

    private static Criterion? Read(YamlFields fields, PackFindings findings)
    {
        var codeText = fields.Required("code");
        var codeRead = CriterionCode.TryParse(codeText, out var code);
        if (!codeRead && codeText.Length > 0)
            findings.Error(fields.LineOf("code"), $"“{codeText}” không phải mã tiêu chí.", $"“{codeText}” is not a criterion code.", "Viết dạng \"3.4.1\", trong dấu nháy.", "Write it like \"3.4.1\", in quotes.");
        var criterion = new Criterion
        {
            Code = code,
            Title = fields.Required("title"),
            MaxPoints = FrameworkFile.Points(fields, "maxPoints", findings),
            Method = fields.Name("method", ScoringMethod.Unknown),
            NotApplicable = fields.Name("notApplicable", NotApplicablePolicy.Unstated),
            Requirement = fields.Text("requirement"),
            RuleText = fields.Text("ruleText"),
            Guidance = fields.Text("guidance"),
            Note = fields.Text("note"),
            Evidence = fields.Texts("evidence"),
            Source = fields.Text("source"),
            Rule = fields.Raw("rule") is { } rule ? RuleYaml.Read(rule, findings) : null,
        };
        fields.Finish();
        return codeRead ? criterion : null;
    }
}
