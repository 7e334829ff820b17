using System.Text;
using System.Text.Json.Nodes;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.Documents.Packs;

/// <summary>Reads and writes a plan as YAML (see <c>packs/README.md</c>): what was reviewed once need not be reviewed again elsewhere.</summary>
public static class PlanFile
{
    /// <summary>End of the names of such files.</summary>
    public const string Extension = ".plan.yaml";

    /// <summary>Reads a plan. Bad input gives findings with line and remedy, never an exception.</summary>
    /// <param name="stream">The file, at most 5 MB of UTF-8.</param>
    /// <param name="file">The name findings carry.</param>
    public static FileReading<WrittenPlan> Read(Stream stream, string file)
    {
        var findings = new PackFindings(file);
        var root = YamlReader.Read(stream, findings);
        var plan = root is null ? null : Whole(new YamlFields(root, findings), findings);
        return new FileReading<WrittenPlan>(findings.Blocking ? null : plan, findings.All);
    }

    /// <summary>The plan as YAML in UTF-8 without mark; reading it gives an equal plan, writing that the same bytes.</summary>
    public static byte[] Write(WrittenPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var root = new JsonObject { ["title"] = plan.Title };
        if (plan.Year is { } year) root["year"] = year;
        FrameworkFile.Put(root, "issuer", plan.Issuer);
        FrameworkFile.Put(root, "source", plan.Source);
        FrameworkFile.Put(root, "framework", plan.Framework?.ToString());
        root["tables"] = new JsonArray([.. plan.Tables.Select(Written)]);
        root["rows"] = new JsonArray([.. plan.Rows.Select(Written)]);
        return Encoding.UTF8.GetBytes(YamlWriter.Write(root));
    }

    private static JsonObject Written(PlanTable table)
    {
        var written = new JsonObject { ["number"] = table.Number };
        FrameworkFile.Put(written, "title", table.Title);
        written["kind"] = YamlJson.Camel(table.Kind);
        return written;
    }

    private static JsonObject Written(WrittenRow row)
    {
        var written = new JsonObject { ["annex"] = row.Annex };
        foreach (var (field, text) in row.Words.Said)
        {
            written[YamlJson.Camel(field)] = PlanFields.HasLines(field) ? new JsonArray([.. row.Words.Items(field).Select(item => (JsonNode)item)]) : text;
        }

        return written;
    }

    private static WrittenPlan Whole(YamlFields fields, PackFindings findings)
    {
        var title = fields.Required("title");
        var (year, issuer, source, set) = (fields.Whole("year"), fields.Text("issuer"), fields.Text("source"), fields.Text("framework"));
        FrameworkId framework = default;
        if (set is not null && !FrameworkId.TryParse(set, out framework))
            findings.Error(fields.LineOf("framework"), $"“{set}” không phải mã bộ chỉ số.", $"“{set}” is not a framework identity.", "Viết dạng par-index-province/1187-2025, hoặc bỏ khóa.", "Write it like par-index-province/1187-2025, or leave the key out.");
        var tables = fields.Maps("tables").Select(Table).ToList();
        if (tables.Count == 0) findings.Error(fields.LineOf("tables"), "Kế hoạch không có bảng nào.", "The plan has no table.", "Thêm ít nhất một bảng vào tables.", "Add a table to tables.");
        var rows = fields.Maps("rows").Select(row => Row(row, tables, findings)).ToList();
        if (rows.Count == 0) findings.Error(fields.LineOf("rows"), "Kế hoạch không có dòng nào.", "The plan has no row.", "Thêm ít nhất một dòng vào rows.", "Add a row to rows.");
        fields.Finish();
        return new WrittenPlan(title, tables, rows) { Year = year, Issuer = issuer, Source = source, Framework = set is null ? null : framework };
    }

    private static PlanTable Table(YamlFields fields)
    {
        var table = new PlanTable(fields.Whole("number") ?? 1, fields.Text("title"), fields.Name("kind", PlanKind.PlanTable));
        fields.Finish();
        return table;
    }

    private static WrittenRow Row(YamlFields fields, List<PlanTable> tables, PackFindings findings)
    {
        var annex = fields.Whole("annex") ?? 1;
        if (!tables.Exists(table => table.Number == annex))
            findings.Error(fields.LineOf("annex"), $"Không có bảng số {annex}.", $"There is no table {annex}.", "Sửa annex theo tables.", "Mend annex.");
        var words = new PlanWords(PlanFields.All.Select(field => KeyValuePair.Create(field, Text(fields, field))));
        if (words.Title.Length == 0)
            findings.Error(fields.Line, "Dòng không nói gì.", "The row says nothing.", "Thêm tasks, activities, objectives hoặc products.", "Add tasks, activities, objectives or products.");
        fields.Finish();
        return new WrittenRow(annex, words);
    }

    private static string? Text(YamlFields fields, PlanField field)
    {
        var key = YamlJson.Camel(field);
        return PlanFields.HasLines(field) ? string.Join('\n', fields.Texts(key)) : fields.Text(key);
    }
}
