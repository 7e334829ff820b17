using System.Text;
using System.Text.Json.Nodes;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.Documents.Packs;

/// <summary>Reads and writes the set-up of a round as a template, <c>setup.yaml</c>.</summary>
public static class RoundSetupFile
{
    /// <summary>Last part of the name of such a file.</summary>
    public const string Extension = ".setup.yaml";

    /// <summary>Reads a template. Bad input gives findings with line and remedy, never an exception.</summary>
    /// <param name="stream">The file, at most 5 MB of UTF-8.</param>
    /// <param name="file">The name findings carry.</param>
    public static FileReading<RoundSetup> Read(Stream stream, string file)
    {
        var findings = new PackFindings(file);
        var root = YamlReader.Read(stream, findings);
        var setup = root is null ? null : Whole(new YamlFields(root, findings), findings);
        return new FileReading<RoundSetup>(setup, findings.All);
    }

    /// <summary>The set-up as YAML in UTF-8 without mark; reading it gives an equal set-up, writing that the same bytes.</summary>
    public static byte[] Write(RoundSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var root = new JsonObject { ["title"] = setup.Title, ["year"] = setup.Year, ["way"] = YamlJson.Camel(setup.Way), ["calendar"] = RoundSetupParts.Written(setup.Calendar) };
        root["settings"] = RoundSetupParts.Written(setup.Settings);
        root["groups"] = new JsonArray([.. setup.Groups.Select(Written)]);
        return Encoding.UTF8.GetBytes(YamlWriter.Write(root));
    }

    private static RoundSetup? Whole(YamlFields root, PackFindings findings)
    {
        var title = root.Required("title");
        var year = root.Whole("year");
        if (year is null or < 2000 or > 2200)
            findings.Error(root.LineOf("year"), "“year” phải là năm từ 2000 đến 2200.", "“year” must be a year from 2000 to 2200.", "Sửa năm đánh giá.", "Mend the year.");
        root.Required("way");
        var way = root.Name("way", ScoringWay.ByUnit);
        var calendar = RoundSetupParts.Calendar(root, findings);
        var settings = RoundSetupParts.Settings(root, findings);
        if (root.Raw("groups") is null)
            findings.Error(root.Line, "Thiếu danh sách nhóm “groups”.", "The list “groups” is missing.", "Thêm ít nhất một nhóm.", "Add at least one group.");
        var groups = root.Maps("groups").Select(g => Group(g, findings)).ToList();
        foreach (var twice in groups.GroupBy(g => g.Name.Trim(), StringComparer.CurrentCultureIgnoreCase).Where(g => g.Key.Length > 0 && g.Count() > 1))
            findings.Error(root.LineOf("groups"), $"Nhóm “{twice.Key}” viết hai lần.", $"The group “{twice.Key}” stands twice.", "Đặt tên riêng cho mỗi nhóm.", "Give every group its own name.");
        foreach (var twice in groups.SelectMany(g => g.Units).GroupBy(u => u).Where(g => g.Count() > 1))
            findings.Error(root.LineOf("groups"), $"Đơn vị “{twice.Key}” viết hai lần.", $"The unit “{twice.Key}” stands twice.", "Một đơn vị chỉ có một phiếu trong kỳ.", "A unit has one sheet in a round.");
        root.Finish();
        return findings.Blocking ? null : new RoundSetup(title, year!.Value, way, calendar!, groups, settings);
    }

    private static SetupGroup Group(YamlFields fields, PackFindings findings)
    {
        var name = fields.Required("name");
        var text = fields.Required("framework");
        if (!FrameworkId.TryParse(text, out var framework) && text.Length > 0)
            findings.Error(fields.LineOf("framework"), $"“{text}” không phải mã bộ chỉ số.", $"“{text}” is not the identity of a framework.", "Viết mã như par-index-province/1187-2025.", "Write it like par-index-province/1187-2025.");
        var units = fields.Texts("units").Select(u => Agency(u, fields.LineOf("units"), findings)).OfType<AgencyId>().ToList();
        var supplies = fields.Maps("supplies").Select(f => Supply(f, findings)).OfType<SetupSupply>().ToList();
        foreach (var twice in supplies.GroupBy(s => s.Code).Where(g => g.Count() > 1))
            findings.Error(fields.LineOf("supplies"), $"Dòng {twice.Key} có hai cơ quan cung cấp số liệu.", $"Row {twice.Key} has two suppliers.", "Giữ một cơ quan.", "Keep one of them.");
        fields.Finish();
        return new SetupGroup(name, framework, units, supplies);
    }

    private static SetupSupply? Supply(YamlFields fields, PackFindings findings)
    {
        var text = fields.Required("code");
        var known = CriterionCode.TryParse(text, out var code);
        if (!known && text.Length > 0)
            findings.Error(fields.LineOf("code"), $"“{text}” không phải mã dòng.", $"“{text}” is not a code.", "Viết mã như 3.4.1 trong dấu nháy.", "Write it like 3.4.1, in quotes.");
        var agency = Agency(fields.Required("agency"), fields.LineOf("agency"), findings);
        fields.Finish();
        return known && agency is { } supplier ? new SetupSupply(code, supplier) : null;
    }

    private static AgencyId? Agency(string text, int line, PackFindings findings)
    {
        if (AgencyId.TryParse(text, out var id)) return id;
        if (text.Length > 0)
            findings.Error(line, $"“{text}” không phải mã cơ quan.", $"“{text}” is not an agency identity.", "Viết chữ thường không dấu, số và gạch nối, ví dụ so-noi-vu.", "Use lower-case letters, digits and hyphens, such as so-noi-vu.");
        return null;
    }

    private static JsonNode Written(SetupGroup group)
    {
        var node = new JsonObject { ["name"] = group.Name, ["framework"] = group.Framework.ToString(), ["units"] = new JsonArray([.. group.Units.Select(u => (JsonNode?)u.ToString())]) };
        if (group.Supplies.Count > 0)
            node["supplies"] = new JsonArray([.. group.Supplies.Select(s => new JsonObject { ["code"] = s.Code.ToString(), ["agency"] = s.Agency.ToString() })]);
        return node;
    }
}
