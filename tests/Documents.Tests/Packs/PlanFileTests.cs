using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Documents.Packs;

namespace OpenPar.Documents.Tests.Packs;

/// <summary>Plans as YAML: everything that is written comes back, and what is wrong is said with its line.</summary>
public sealed class PlanFileTests
{
    private const string Sound = """
        title: Kế hoạch
        year: 2026
        tables:
        - {number: 1, kind: planTable}
        rows:
        - {annex: 1, number: "1", tasks: [Rà soát thủ tục], lead: [Sở Nội vụ], time: Quý I}
        """;

    [Fact]
    public void A_sound_plan_is_read_with_its_time_typed()
    {
        var reading = Read(Sound);

        Assert.Empty(reading.Findings);
        var row = Assert.Single(reading.Value!.Rows);
        Assert.Equal(new DateOnly(2026, 3, 31), row.Words.Deadline(reading.Value.Year).To);
    }

    [Theory]
    [InlineData("title: Kế hoạch\n", "", 1)]
    [InlineData("annex: 1, number", "annex: 2, number", 6)]
    [InlineData("tasks: [Rà soát thủ tục], ", "", 6)]
    [InlineData("kind: planTable", "kind: bảng", 4)]
    [InlineData("number: \"1\"", "numbre: \"1\"", 6)]
    [InlineData("year: 2026", "framework: 1187", 2)]
    public void What_is_wrong_is_found_with_its_line(string sound, string wrong, int line)
    {
        var reading = Read(Sound.Replace(sound, wrong, StringComparison.Ordinal));

        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, f => f.Where.Contains($":{line}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_comes_back_from_its_file_to_the_last_sign() =>
        Prop.ForAll<string[][], string?, int>((rows, issuer, year) =>
        {
            var plan = new WrittenPlan("Kế hoạch", [new PlanTable(1, issuer is { Length: > 0 } ? Composed(issuer) : null, PlanKind.TaskFramework)],
                [.. rows.Select(texts => new WrittenRow(1, Words(texts))), new WrittenRow(1, Words(["Việc"]))])
            {
                Year = 2000 + Math.Abs(year % 100),
                Issuer = issuer is { Length: > 0 } ? Composed(issuer) : null,
                Framework = FrameworkId.Parse("par-index-province/1187-2025"),
            };
            var bytes = PlanFile.Write(plan);
            var again = PlanFile.Read(new MemoryStream(bytes), "a.plan.yaml").Value!;
            Assert.Equal(plan.Rows.Select(r => r.Words), again.Rows.Select(r => r.Words));
            Assert.Equal((plan.Title, plan.Year, plan.Issuer, plan.Framework), (again.Title, again.Year, again.Issuer, again.Framework));
            Assert.Equal(bytes, PlanFile.Write(again));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_plans_of_the_demonstration_are_whole()
    {
        var reading = DemonstrationFile.ReadFolder(Path.Combine(PackFolder.Root()!, "demo", "dak-lak-2025"));

        Assert.Empty(reading.Findings);
        Assert.Equal([147, 21, 69], reading.Value!.Plans.Select(p => p.Rows.Count));
        Assert.All(reading.Value.Plans, p => Assert.Contains("văn bản công khai", p.Source, StringComparison.Ordinal));
        var framework = reading.Value.Plans[2];
        Assert.Equal([new DateOnly(2021, 12, 31)], framework.Rows.Select(r => r.Words.Deadline(framework.Year)).Where(d => d.Text == "12/2021").Select(d => d.To!.Value).Distinct());
    }

    private static PlanWords Words(string[] texts) => new(
        texts.Take(PlanFields.All.Count).Select((text, at) => KeyValuePair.Create(PlanFields.All[at], (string?)Composed(text)))
            .Append(KeyValuePair.Create(PlanField.Tasks, (string?)"Việc")));

    // Control characters do not come out of documents, and no file of text may carry them.
    private static string Composed(string? text) => Core.Text.VietnameseText.Clean(string.Concat((text ?? "").Where(c => !char.IsControl(c) || c == '\n')).Normalize());

    private static FileReading<WrittenPlan> Read(string yaml) => PlanFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(yaml)), "ke-hoach.plan.yaml");
}
