using OpenPar.Core.Accounts;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.Documents.Packs;

/// <summary>
/// Everything the demonstration is made of. Figures, points, documents and roles are invented, and labelled so wherever they show;
/// earlier assignments and plans come from public documents and name them.
/// </summary>
/// <param name="Round">Title of the round.</param>
/// <param name="Year">Assessment year.</param>
/// <param name="Framework">Framework of the round.</param>
/// <param name="Unit">The assessed unit.</param>
/// <param name="People">Roles that can be played.</param>
/// <param name="Leads">Who leads which part of the tree.</param>
/// <param name="Rows">Declared figures and what became of them.</param>
public sealed record Demonstration(
    string Round, int Year, FrameworkId Framework, AgencyId Unit, IReadOnlyList<DemonstrationPerson> People,
    IReadOnlyList<DemonstrationLead> Leads, IReadOnlyList<DemonstrationRow> Rows)
{
    /// <summary>Assignments of earlier sets.</summary>
    public IReadOnlyList<DemonstrationAssignment> Earlier { get; init; } = [];

    /// <summary>Plans.</summary>
    public IReadOnlyList<WrittenPlan> Plans { get; init; } = [];
}

/// <summary>Who led the criteria of an earlier set.</summary>
/// <param name="Framework">The set.</param>
/// <param name="Source">The document that says so.</param>
/// <param name="Leads">Who leads which part of the tree.</param>
public sealed record DemonstrationAssignment(FrameworkId Framework, string Source, IReadOnlyList<DemonstrationLead> Leads);

/// <summary>A role that can be played.</summary>
public sealed record DemonstrationPerson(string UserName, string Name, AgencyId? Agency, Role Role);

/// <summary>An agency leads the leaves at and below these codes; a longer code wins over a shorter one.</summary>
public sealed record DemonstrationLead(AgencyId Agency, IReadOnlyList<CriterionCode> Codes);

/// <summary>How far a row has come.</summary>
public enum DemonstrationStage
{
    /// <summary>Figures are saved.</summary>
    Saved,

    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Sent back with a message.</summary>
    Returned,

    /// <summary>Decided.</summary>
    Appraised,

    /// <summary>Points of a survey.</summary>
    Survey,
}

/// <summary>A row of the demonstration: typed figures as an officer would type them.</summary>
public sealed record DemonstrationRow(
    CriterionCode Code, IReadOnlyDictionary<string, string?> Facts, string? Points, string? Explanation, DemonstrationDocument? Evidence,
    DemonstrationStage Stage, string? Message, string? AppraisedPoints, string? Reason);

/// <summary>A document that proves a row.</summary>
public sealed record DemonstrationDocument(string Number, string Symbol, string Issuer, DateOnly IssuedOn, string Subject, string Type, string? Item, string Page);

/// <summary>Reads <c>demonstration.yaml</c>.</summary>
public static class DemonstrationFile
{
    /// <summary>Name of the file inside a pack folder.</summary>
    public const string Name = "demonstration.yaml";

    /// <summary>Reads the folder of a demonstration: its file, and every plan that lies under <c>plans</c>.</summary>
    public static FileReading<Demonstration> ReadFolder(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, Name));
        var reading = Read(file, Name);
        var plans = Path.Combine(folder, "plans");
        if (reading.Value is null || !Directory.Exists(plans)) return reading;
        var written = Directory.EnumerateFiles(plans, "*" + PlanFile.Extension).Order(StringComparer.Ordinal).Select(Plan).ToList();
        List<Finding> findings = [.. reading.Findings, .. written.SelectMany(plan => plan.Findings)];
        return new FileReading<Demonstration>(
            written.TrueForAll(plan => plan.Value is not null) ? reading.Value with { Plans = written.ConvertAll(plan => plan.Value!) } : null, findings);
    }

    private static FileReading<WrittenPlan> Plan(string path)
    {
        using var file = File.OpenRead(path);
        return PlanFile.Read(file, Path.GetFileName(path));
    }

    /// <summary>Reads a demonstration. Bad input gives findings with line and remedy, never an exception.</summary>
    public static FileReading<Demonstration> Read(Stream stream, string file)
    {
        var findings = new PackFindings(file);
        var root = YamlReader.Read(stream, findings);
        var demonstration = root is null ? null : Whole(new YamlFields(root, findings), findings);
        return new FileReading<Demonstration>(findings.Blocking ? null : demonstration, findings.All);
    }

    private static Demonstration? Whole(YamlFields root, PackFindings findings)
    {
        root.Text("note");
        var round = root.Required("round");
        var year = root.Whole("year") ?? 0;
        var framework = Read(root, "framework", findings, (string? text, out FrameworkId id) => FrameworkId.TryParse(text, out id));
        var unit = Agency(root, "unit", findings);
        var people = root.Maps("people").Select(p => Person(p, findings)).ToList();
        var leads = root.Maps("leads").Select(l => Lead(l, findings)).ToList();
        var earlier = root.Maps("earlier").Select(e => Assignment(e, findings)).ToList();
        var rows = root.Maps("rows").Select(r => Row(r, findings)).ToList();
        root.Finish();
        return findings.Blocking ? null : new Demonstration(round, year, framework, unit, people, leads, rows) { Earlier = earlier };
    }

    private static DemonstrationAssignment Assignment(YamlFields fields, PackFindings findings)
    {
        var framework = Read(fields, "framework", findings, (string? text, out FrameworkId id) => FrameworkId.TryParse(text, out id));
        var assignment = new DemonstrationAssignment(framework, fields.Required("source"), [.. fields.Maps("leads").Select(l => Lead(l, findings))]);
        fields.Finish();
        return assignment;
    }

    internal static DemonstrationPerson Person(YamlFields fields, PackFindings findings)
    {
        var person = new DemonstrationPerson(
            fields.Required("userName"), fields.Required("name"),
            fields.Raw("agency") is null ? null : Agency(fields, "agency", findings), fields.Name("role", Role.Reader));
        fields.Finish();
        return person;
    }

    private static DemonstrationLead Lead(YamlFields fields, PackFindings findings)
    {
        var lead = new DemonstrationLead(Agency(fields, "agency", findings), [.. fields.Texts("codes").Select(c => Code(c, fields, findings))]);
        fields.Finish();
        return lead;
    }

    private static DemonstrationRow Row(YamlFields fields, PackFindings findings)
    {
        var row = new DemonstrationRow(
            Code(fields.Required("code"), fields, findings), Typed(fields), fields.Text("points"), fields.Text("explanation"),
            fields.Map("evidence") is { } evidence ? Document(evidence) : null,
            fields.Name("stage", DemonstrationStage.Saved), fields.Text("message"), fields.Text("appraisedPoints"), fields.Text("reason"));
        fields.Finish();
        return row;
    }

    internal static DemonstrationDocument Document(YamlFields fields)
    {
        var document = new DemonstrationDocument(
            fields.Required("number"), fields.Required("symbol"), fields.Required("issuer"), fields.Day("issuedOn") ?? default,
            fields.Required("subject"), fields.Required("type"), fields.Text("item"), fields.Required("page"));
        fields.Finish();
        return document;
    }

    internal static Dictionary<string, string?> Typed(YamlFields fields)
    {
        var typed = new Dictionary<string, string?>();
        if (fields.Map("facts") is { } facts && fields.Raw("facts") is YamlMap map)
        {
            foreach (var entry in map.Entries) typed[entry.Key] = facts.Text(entry.Key);
        }

        return typed;
    }

    internal delegate bool Reader<T>(string? text, out T value);

    internal static T Read<T>(YamlFields fields, string key, PackFindings findings, Reader<T> read)
    {
        var text = fields.Required(key);
        if (read(text, out var value)) return value;
        findings.Error(fields.LineOf(key), $"“{text}” không phải là mã hợp lệ.", $"“{text}” is not an identity.", "Sửa mã.", "Mend it.");
        return value;
    }

    internal static AgencyId Agency(YamlFields fields, string key, PackFindings findings) =>
        Read(fields, key, findings, (string? text, out AgencyId id) => AgencyId.TryParse(text, out id));

    internal static CriterionCode Code(string text, YamlFields fields, PackFindings findings)
    {
        if (CriterionCode.TryParse(text, out var code)) return code;
        findings.Error(fields.Line, $"“{text}” không phải là mã tiêu chí.", $"“{text}” is not a criterion code.", "Viết mã như 3.4.1.", "Write a code such as 3.4.1.");
        return code;
    }
}
