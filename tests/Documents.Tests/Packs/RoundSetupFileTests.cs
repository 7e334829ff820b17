using System.Text;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Documents.Packs;

namespace OpenPar.Documents.Tests.Packs;

public sealed class RoundSetupFileTests
{
    private static readonly RoundSetup Setup = new(
        "Kỳ đánh giá: các sở, xã", 2025, ScoringWay.ByUnit, new(new(2025, 12, 1), new(2025, 12, 20), new(2026, 1, 10), new(2026, 1, 15), new(2026, 1, 20)),
        [
            new("Các sở, ban, ngành", FrameworkId.Parse("noi-bo/1-2025"), [AgencyId.Parse("so-noi-vu"), AgencyId.Parse("so-moi")], [new(CriterionCode.Parse("1.1"), AgencyId.Parse("van-phong")), new(CriterionCode.Parse("2"), AgencyId.Parse("van-phong"))]),
            new("UBND cấp xã", FrameworkId.Parse("noi-bo/2-2025"), [], []),
        ],
        new() { Grades = [new("Tốt", 80.5m), new("Chưa đạt", 0)], Conditions = [new("Tốt", 50)], BonusCap = 2, PenaltyCap = 3.5m, MayPassMaximum = true, UnstatedPolicy = NotApplicablePolicy.Removed, Blind = true });

    [Fact]
    public void A_written_set_up_reads_back_equal_and_writes_the_same_bytes()
    {
        var written = RoundSetupFile.Write(Setup);
        var reading = Read(Encoding.UTF8.GetString(written));

        Assert.Empty(reading.Findings);
        var read = reading.Value!;
        Assert.Equal((Setup.Title, Setup.Year, Setup.Way, Setup.Calendar), (read.Title, read.Year, read.Way, read.Calendar));
        Assert.Equal(Setup.Groups.SelectMany(g => g.Units.Select(u => (g.Name, g.Framework, u))), read.Groups.SelectMany(g => g.Units.Select(u => (g.Name, g.Framework, u))));
        Assert.Equal(Setup.Groups.SelectMany(g => g.Supplies), read.Groups.SelectMany(g => g.Supplies));
        Assert.Equal((Setup.Settings.BonusCap, Setup.Settings.PenaltyCap, Setup.Settings.MayPassMaximum, Setup.Settings.UnstatedPolicy, Setup.Settings.Blind), (read.Settings.BonusCap, read.Settings.PenaltyCap, read.Settings.MayPassMaximum, read.Settings.UnstatedPolicy, read.Settings.Blind));
        Assert.Equal(Setup.Settings.Grades, read.Settings.Grades);
        Assert.Equal(Setup.Settings.Conditions, read.Settings.Conditions);
        Assert.Equal(written, RoundSetupFile.Write(read));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_with_its_line()
    {
        var reading = Read("""
            title: Kỳ mẫu
            year: 1900
            way: byMagic
            calendar: {opensOn: 2025-12-01, selfScoreDueOn: 2025-11-01, appraisalDueOn: 2026-01-01, explanationDueOn: 2026-01-02, secondAppraisalDueOn: 2026-01-03}
            settings:
              grades: [{name: Khá, from: 60}, {name: Tốt, from: 80}]
              blind: maybe
              bonusCap: -1
            groups:
            - {name: Sở, framework: nothing, units: [so-a, SỞ B, so-a]}
            - name: Sở
              framework: noi-bo/1-2025
              units: [so-a]
              supplies: [{code: x, agency: so-c}, {code: "1", agency: so-c}, {code: "1", agency: so-d}]
            colour: red
            """);

        Assert.Null(reading.Value);
        string[] said = ["từ 2000 đến 2200", "byUnit", "không theo thứ tự", "không thấp hơn", "true hoặc false", "số âm", "không phải mã bộ chỉ số", "“SỞ B”", "Nhóm “Sở”", "“so-a” viết hai lần", "“x” không phải mã dòng", "hai cơ quan", "colour"];
        Assert.All(said, words => Assert.Contains(reading.Findings, f => f.Severity == Severity.Error && f.Message.Vi.Contains(words, StringComparison.Ordinal) && f.Where.StartsWith("mau.yaml:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("title: x")]
    [InlineData("title: &a x\nyear: *a")]
    [InlineData("calendar: 3\nsettings: 4\ngroups: 5")]
    [InlineData("groups: [{name: a, framework: b, supplies: 7, units: {a: b}}]")]
    public void A_file_that_is_none_gives_findings_and_no_value(string text)
    {
        var reading = Read(text);

        Assert.Null(reading.Value);
        Assert.NotEmpty(reading.Findings);
    }

    private static FileReading<RoundSetup> Read(string text) => RoundSetupFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "mau.yaml");
}
