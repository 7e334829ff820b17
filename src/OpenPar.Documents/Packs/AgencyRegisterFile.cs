using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OpenPar.Core.Findings;
using OpenPar.Core.Organisations;

namespace OpenPar.Documents.Packs;

/// <summary>Reads and writes <c>agencies.yaml</c> (see <c>packs/README.md</c>).</summary>
public static class AgencyRegisterFile
{
    /// <summary>Name of the file inside a pack folder.</summary>
    public const string Name = "agencies.yaml";

    /// <summary>Reads a register. Bad input gives findings with line and remedy, never an exception.</summary>
    /// <param name="stream">The file, at most 5 MB of UTF-8.</param>
    /// <param name="file">The name findings carry.</param>
    public static FileReading<AgencyRegister> Read(Stream stream, string file)
    {
        var findings = new PackFindings(file);
        var root = YamlReader.Read(stream, findings);
        var register = root is null ? null : Whole(new YamlFields(root, findings), findings);
        return new FileReading<AgencyRegister>(register, findings.All);
    }

    /// <summary>The register as YAML in UTF-8 without mark; reading it gives an equal register, writing that the same bytes.</summary>
    public static byte[] Write(AgencyRegister register)
    {
        var root = new JsonObject { ["title"] = register.Title };
        if (register.Sources.Count > 0) root["sources"] = Texts(register.Sources);
        root["agencies"] = new JsonArray([.. register.Agencies.Select(Written)]);
        if (register.Successions.Count > 0) root["successions"] = new JsonArray([.. register.Successions.Select(Written)]);
        return Encoding.UTF8.GetBytes(YamlWriter.Write(root));
    }

    private static AgencyRegister? Whole(YamlFields root, PackFindings findings)
    {
        var title = root.Required("title");
        var sources = root.Texts("sources");
        if (root.Raw("agencies") is null)
            findings.Error(root.Line, "Thiếu danh sách cơ quan “agencies”.", "The list “agencies” is missing.", "Thêm danh sách cơ quan.", "Add the agencies.");
        var agencies = new Dictionary<AgencyId, Agency>();
        var parents = new List<(AgencyId Parent, int Line)>();
        foreach (var fields in root.Maps("agencies"))
        {
            var agency = ReadAgency(fields, findings);
            if (agency is null) continue;
            if (agency.Parent is { } parent) parents.Add((parent, fields.LineOf("parent")));
            if (!agencies.TryAdd(agency.Id, agency))
                findings.Error(fields.Line, $"Cơ quan “{agency.Id}” viết hai lần.", $"The agency “{agency.Id}” stands twice.", "Bỏ một mục hoặc sửa mã.", "Remove one or mend the identity.");
        }

        foreach (var (parent, line) in parents.Where(p => !agencies.ContainsKey(p.Parent))) Unknown(parent, line, findings);
        var successions = root.Maps("successions").Select(f => ReadSuccession(f, agencies, findings)).ToList();
        root.Finish();
        return findings.Blocking ? null : new AgencyRegister(title, [.. agencies.Values], [.. successions.OfType<Succession>()], sources);
    }

    private static Agency? ReadAgency(YamlFields fields, PackFindings findings)
    {
        var id = Identity(fields, "id", findings, required: true);
        var agency = new Agency
        {
            Id = id ?? default,
            Name = fields.Required("name"),
            Kind = fields.Required("kind").Length == 0 ? AgencyKind.Other : fields.Name("kind", AgencyKind.Other),
            Aliases = fields.Texts("aliases"),
            Parent = Identity(fields, "parent", findings, required: false),
            ValidFrom = fields.Day("validFrom"),
            ValidTo = fields.Day("validTo"),
        };
        if (agency.ValidTo < agency.ValidFrom)
            findings.Error(fields.LineOf("validTo"), "Ngày kết thúc trước ngày bắt đầu.", "The last day lies before the first.", "Sửa validFrom hoặc validTo.", "Mend validFrom or validTo.");
        fields.Finish();
        return id is null ? null : agency;
    }

    private static Succession? ReadSuccession(YamlFields fields, Dictionary<AgencyId, Agency> agencies, PackFindings findings)
    {
        var before = Identity(fields, "predecessor", findings, required: true);
        var after = Identity(fields, "successor", findings, required: true);
        fields.Required("on");
        var on = fields.Day("on");
        var kind = fields.Name("kind", SuccessionKind.Merge);
        var source = fields.Text("source");
        fields.Finish();
        if (before is { } b && !agencies.ContainsKey(b)) Unknown(b, fields.LineOf("predecessor"), findings);
        if (after is { } a && !agencies.ContainsKey(a)) Unknown(a, fields.LineOf("successor"), findings);
        return before is { } from && after is { } to && on is { } day ? new Succession(from, to, day, kind, source) : null;
    }

    private static AgencyId? Identity(YamlFields fields, string key, PackFindings findings, bool required)
    {
        var text = required ? fields.Required(key) : fields.Text(key) ?? "";
        if (AgencyId.TryParse(text, out var id)) return id;
        if (text.Length > 0)
            findings.Error(fields.LineOf(key), $"“{text}” không phải mã cơ quan.", $"“{text}” is not an agency identity.", "Viết chữ thường không dấu, số và gạch nối, ví dụ so-noi-vu.", "Use lower-case letters, digits and hyphens, such as so-noi-vu.");
        return null;
    }

    private static void Unknown(AgencyId id, int line, PackFindings findings) =>
        findings.Error(line, $"Không có cơ quan “{id}” trong tệp.", $"The file has no agency “{id}”.", "Thêm cơ quan đó hoặc sửa mã.", "Add that agency or mend the identity.");

    private static JsonNode Written(Agency agency)
    {
        var node = new JsonObject { ["id"] = agency.Id.ToString(), ["name"] = agency.Name, ["kind"] = YamlJson.Camel(agency.Kind) };
        if (agency.Aliases.Count > 0) node["aliases"] = Texts(agency.Aliases);
        FrameworkFile.Put(node, "parent", agency.Parent?.ToString());
        FrameworkFile.Put(node, "validFrom", Day(agency.ValidFrom));
        FrameworkFile.Put(node, "validTo", Day(agency.ValidTo));
        return node;
    }

    private static JsonNode Written(Succession link)
    {
        var node = new JsonObject { ["predecessor"] = link.Predecessor.ToString(), ["successor"] = link.Successor.ToString(), ["on"] = Day(link.On), ["kind"] = YamlJson.Camel(link.Kind) };
        FrameworkFile.Put(node, "source", link.Source);
        return node;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)t)]);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
