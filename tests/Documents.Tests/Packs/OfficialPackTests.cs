using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Documents.Packs;

namespace OpenPar.Documents.Tests.Packs;

/// <summary>The packs that come with the project say what their sources say.</summary>
public sealed partial class OfficialPackTests
{
    [Fact]
    public void The_1187_set_has_134_rows_and_102_leaves_that_sum_to_100()
    {
        var set = Read("vn/par-index-province-1187");
        Assert.Equal([8, 38, 88], Levels(set));
        Assert.Equal(102, set.Leaves.Count);
        Assert.Equal(100.00m, set.Leaves.Sum(l => l.MaxPoints));
        Assert.Equal(100m, set.TotalPoints);
        var surveyed = set.Leaves.Where(l => l.Method == ScoringMethod.Survey).ToList();
        Assert.Equal((27, 32.00m), (surveyed.Count, surveyed.Sum(l => l.MaxPoints)));
        Assert.All(set.Criteria.Where(c => !set.IsLeaf(c.Code)), c => Assert.Equal(c.MaxPoints, set.ChildrenOf(c.Code).Sum(child => child.MaxPoints)));
        Assert.All(surveyed.Where(l => l.Code.IsBelow(CriterionCode.Parse("8.1"))), l => Assert.Equal("SIPAS", Assert.IsType<IndexResult>(l.Rule).Index));
        Assert.All(surveyed.Where(l => !l.Code.IsBelow(CriterionCode.Parse("8.1"))), l => Assert.All(l.Rule!.Needs, n => Assert.Equal(OpenPar.Core.Rules.FactProvenance.Survey, n.Provenance)));
    }

    [Fact]
    public void The_1187_set_equals_the_official_table_to_the_letter()
    {
        using var table = JsonDocument.Parse(File.ReadAllText(SharedMaterial.FileOrSkip("data/par-index-1187.json")));
        var set = Read("vn/par-index-province-1187");
        var rows = table.RootElement.GetProperty("criteria").EnumerateArray().ToList();
        Assert.Equal(rows.Count, set.Criteria.Count);
        Assert.All(rows, row =>
        {
            var criterion = set.Find(CriterionCode.Parse(row.GetProperty("code").GetString()!))!;
            Assert.Equal(Text(row, "title"), criterion.Title);
            Assert.Equal(row.GetProperty("maxPoints").GetDecimal(), criterion.MaxPoints);
            Assert.Equal(Text(row, "ruleText"), criterion.RuleText);
            Assert.Equal(Text(row, "note"), criterion.Note);
            Assert.Equal($"Bảng 2, dòng {criterion.Code}, trang {row.GetProperty("page").GetInt32()}", criterion.Source);
            if (set.IsLeaf(criterion.Code))
                Assert.Equal(Text(row, "method") == "survey" ? ScoringMethod.Survey : ScoringMethod.SelfAssessed, criterion.Method);
        });
    }

    [Fact]
    public void Guidance_and_evidence_of_the_1187_set_equal_the_guidance_letter()
    {
        using var letter = JsonDocument.Parse(File.ReadAllText(SharedMaterial.FileOrSkip("data/par-index-1187-guidance.json")));
        var set = Read("vn/par-index-province-1187");
        var rows = letter.RootElement.GetProperty("criteria").EnumerateArray().ToDictionary(r => r.GetProperty("code").GetString()!);
        Assert.All(set.Criteria, criterion =>
        {
            var row = rows.TryGetValue(criterion.Code.ToString(), out var found) ? found : (JsonElement?)null;
            Assert.Equal(row is null ? null : Text(row.Value, "ruleText"), criterion.Guidance);
            Assert.Equal(Words(row is null ? null : Text(row.Value, "evidence")), Words(string.Join(' ', criterion.Evidence)));
        });
    }

    [Fact]
    public void The_876_set_has_128_rows_and_only_the_maxima_a_source_gives()
    {
        var set = Read("vn/par-index-province-876");
        Assert.Equal([8, 37, 83], Levels(set));
        Assert.Equal(97, set.Leaves.Count);
        Assert.Equal(100m, set.TotalPoints);
        Assert.Equal(new Dictionary<string, decimal?> { ["7.1.1"] = 0.5m, ["8"] = 16.5m, ["8.1"] = 10 },
            set.Criteria.Where(c => c.MaxPoints is not null).ToDictionary(c => c.Code.ToString(), c => c.MaxPoints));
        Assert.Equal(["8.1"], set.Leaves.Where(l => l.Method != ScoringMethod.Unknown).Select(l => l.Code.ToString()));
        Assert.Equal(["7.1.1"], set.Leaves.Where(l => l.Rule is not null).Select(l => l.Code.ToString()));
        Assert.All(set.Criteria, c => Assert.False(string.IsNullOrWhiteSpace(c.Source)));
    }

    [Fact]
    public void Titles_of_the_876_set_stand_in_the_assignment_annex_but_for_the_noted_slips()
    {
        var annex = File.ReadAllText(SharedMaterial.FileOrSkip("seeds/004_a81e517391f5f39a.txt")).Normalize();
        Assert.All(Read("vn/par-index-province-876").Criteria, c =>
        {
            var slip = Slip().Match(c.Source!);
            var printed = slip.Success ? c.Title.Replace(slip.Groups[2].Value, slip.Groups[1].Value, StringComparison.Ordinal) : c.Title;
            Assert.Contains(printed, annex, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_register_of_Dak_Lak_ends_the_merged_departments_and_names_their_successors()
    {
        var register = Register();
        var merged = register.Agencies.Where(a => a.ValidTo == new DateOnly(2025, 2, 28)).Select(a => a.Id.ToString()).Order().ToList();
        Assert.Equal(merged, register.Successions.Select(s => s.Predecessor.ToString()).Order());
        Assert.All(register.Successions, s => Assert.True(register.Agencies.Single(a => a.Id == s.Successor).ExistsOn(s.On)));
        Assert.Equal(AgencyKind.Class, register.Agencies.Single(a => a.Name == "UBND cấp huyện").Kind);
        Assert.False(register.Agencies.Single(a => a.Name == "UBND cấp huyện").ExistsOn(new DateOnly(2025, 7, 1)));
    }

    [Fact]
    public void No_name_or_alias_of_the_register_stands_for_two_agencies()
    {
        var names = Register().Agencies.SelectMany(a => a.Aliases.Append(a.Name)).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("vn/par-index-province-1187")]
    [InlineData("vn/par-index-province-876")]
    [InlineData("vn/par-index-province-1150")]
    public void Framework_packs_stand_in_the_form_the_writer_gives_them(string pack) =>
        Assert.Equal(Encoding.UTF8.GetString(FrameworkFile.Write(Read(pack))), File.ReadAllText(PathOf(pack, FrameworkFile.Name)));

    [Fact]
    public void The_agency_pack_stands_in_the_form_the_writer_gives_it() =>
        Assert.Equal(Encoding.UTF8.GetString(AgencyRegisterFile.Write(Register())), File.ReadAllText(PathOf("vn/agencies-dak-lak-2024", AgencyRegisterFile.Name)));

    private static int[] Levels(Framework set) => [.. Enumerable.Range(1, 3).Select(level => set.Criteria.Count(c => c.Code.Level == level))];

    private static string PathOf(string pack, string name) => PackFolder.FileIn(Path.Combine(PackFolder.Root()!, pack), name);

    private static Framework Read(string pack)
    {
        using var stream = File.OpenRead(PathOf(pack, FrameworkFile.Name));
        var reading = FrameworkFile.Read(stream, pack);
        Assert.Empty(reading.Findings);
        return reading.Value!;
    }

    private static AgencyRegister Register()
    {
        using var stream = File.OpenRead(PathOf("vn/agencies-dak-lak-2024", AgencyRegisterFile.Name));
        var reading = AgencyRegisterFile.Read(stream, "agencies");
        Assert.Empty(reading.Findings);
        return reading.Value!;
    }

    private static string? Text(JsonElement row, string key) =>
        row.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Normalize() : null;

    private static string Words(string? text) => NotWords().Replace(text ?? "", " ").Trim();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NotWords();

    [GeneratedRegex("sửa lỗi gõ “(.+)” thành “(.+)”")]
    private static partial Regex Slip();
}
