using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.Documents.Packs;

/// <summary>A round by units as the demonstration plays it. Units, figures and roles are invented, and labelled so wherever they show.</summary>
/// <param name="Round">Title of the round.</param>
/// <param name="Year">Assessment year.</param>
/// <param name="Groups">Groups of units.</param>
/// <param name="Settings">Grades, caps and policies.</param>
/// <param name="People">Roles that can be played.</param>
/// <param name="Units">What each unit has declared, and how far its sheet has come.</param>
/// <param name="State">Open, or closed: then everything is appraised and the council is next.</param>
public sealed record DemonstrationSeason(
    string Round, int Year, IReadOnlyList<SeasonGroup> Groups, RoundSettings Settings, IReadOnlyList<DemonstrationPerson> People, IReadOnlyList<SeasonUnit> Units, RoundState State);

/// <summary>A group of units with its framework; supplies name who fills rows from above.</summary>
public sealed record SeasonGroup(string Name, FrameworkId Framework, IReadOnlyList<AgencyId> Units, IReadOnlyList<(CriterionCode Code, AgencyId Agency)> Supplies);

/// <summary>How far a sheet has come.</summary>
public enum SeasonStage
{
    /// <summary>Rows are declared, some handed in.</summary>
    Filling,

    /// <summary>Complete, with the leader.</summary>
    Review,

    /// <summary>Signed.</summary>
    Signed,

    /// <summary>Signed, appraised and told the first result.</summary>
    Announced,

    /// <summary>Signed and appraised to the end.</summary>
    Settled,
}

/// <summary>One unit with its declared rows, and the points that the survey gave it by code.</summary>
public sealed record SeasonUnit(AgencyId Agency, SeasonStage Stage, IReadOnlyList<SeasonRow> Rows, IReadOnlyList<(CriterionCode Code, string Points)> Surveyed);

/// <summary>A declared row: typed figures as an officer would type them, its document, and the points an appraiser gave instead with the reason.</summary>
public sealed record SeasonRow(
    CriterionCode Code, IReadOnlyDictionary<string, string?> Facts, string? Points, RowAbsence? Absence, string Explanation,
    DemonstrationDocument? Evidence, string? AppraisedPoints, string? Reason);

/// <summary>Reads <c>season.yaml</c>.</summary>
public static class SeasonFile
{
    /// <summary>Name of the file inside the folder of the demonstration.</summary>
    public const string Name = "season.yaml";

    /// <summary>Name of the file with the season before, which is over but for the council.</summary>
    public const string EarlierName = "season-before.yaml";

    /// <summary>Reads a season. Bad input gives findings with line and remedy, never an exception.</summary>
    public static FileReading<DemonstrationSeason> Read(Stream stream, string file)
    {
        var findings = new PackFindings(file);
        var root = YamlReader.Read(stream, findings);
        var season = root is null ? null : Whole(new YamlFields(root, findings), findings);
        return new FileReading<DemonstrationSeason>(findings.Blocking ? null : season, findings.All);
    }

    private static DemonstrationSeason Whole(YamlFields root, PackFindings findings)
    {
        root.Text("note");
        var (round, year) = (root.Required("round"), root.Whole("year") ?? 0);
        var groups = root.Maps("groups").Select(g => Group(g, findings)).ToList();
        var settings = new RoundSettings
        {
            Grades = [.. root.Maps("grades").Select(Grade)],
            BonusCap = root.Number("bonusCap"),
            PenaltyCap = root.Number("penaltyCap"),
            UnstatedPolicy = root.Name("unstated", NotApplicablePolicy.Unstated),
        };
        var people = root.Maps("people").Select(p => DemonstrationFile.Person(p, findings)).ToList();
        var units = root.Maps("units").Select(u => Unit(u, findings)).ToList();
        var state = root.Name("state", RoundState.Open);
        root.Finish();
        return new DemonstrationSeason(round, year, groups, settings, people, units, state);
    }

    private static SeasonGroup Group(YamlFields fields, PackFindings findings)
    {
        var framework = DemonstrationFile.Read(fields, "framework", findings, (string? text, out FrameworkId id) => FrameworkId.TryParse(text, out id));
        List<AgencyId> units = [.. fields.Texts("units").Select(AgencyId.Parse)];
        var supplies = fields.Maps("supplies").Select(s =>
        {
            var supply = (DemonstrationFile.Code(s.Required("code"), s, findings), DemonstrationFile.Agency(s, "agency", findings));
            s.Finish();
            return supply;
        }).ToList();
        var group = new SeasonGroup(fields.Required("name"), framework, units, supplies);
        fields.Finish();
        return group;
    }

    private static Grade Grade(YamlFields fields)
    {
        var grade = new Grade(fields.Required("name"), fields.Number("from") ?? 0);
        fields.Finish();
        return grade;
    }

    private static SeasonUnit Unit(YamlFields fields, PackFindings findings)
    {
        var unit = new SeasonUnit(
            DemonstrationFile.Agency(fields, "agency", findings), fields.Name("stage", SeasonStage.Filling),
            [.. fields.Maps("rows").Select(r => Row(r, findings))], [.. fields.Maps("surveyed").Select(s => Surveyed(s, findings))]);
        fields.Finish();
        return unit;
    }

    private static (CriterionCode Code, string Points) Surveyed(YamlFields fields, PackFindings findings)
    {
        var surveyed = (DemonstrationFile.Code(fields.Required("code"), fields, findings), fields.Required("points"));
        fields.Finish();
        return surveyed;
    }

    private static SeasonRow Row(YamlFields fields, PackFindings findings)
    {
        var code = DemonstrationFile.Code(fields.Required("code"), fields, findings);
        RowAbsence? absence = fields.Raw("absence") is null ? null : fields.Name("absence", RowAbsence.NotApplicable);
        var evidence = fields.Map("evidence") is { } document ? DemonstrationFile.Document(document) : null;
        var row = new SeasonRow(
            code, DemonstrationFile.Typed(fields), fields.Text("points"), absence, fields.Required("explanation"),
            evidence, fields.Text("appraisedPoints"), fields.Text("reason"));
        fields.Finish();
        return row;
    }
}
