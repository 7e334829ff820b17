using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Frameworks.Versions;

public sealed class ValidityTests
{
    private static readonly DateOnly Day = new(2025, 7, 1);

    [Fact]
    public void The_official_sets_do_not_collide()
    {
        List<Framework> sets = [PackFiles.Read("vn/par-index-province-1150"), PackFiles.Read("vn/par-index-province-876"), PackFiles.Set1187];

        Assert.Empty(FrameworkLinter.CheckVersions(sets));
    }

    [Fact]
    public void Dates_that_contradict_each_other_are_errors()
    {
        var rule = new Manual { Because = "Chấm trực tiếp", ValidFrom = new DateOnly(2027, 1, 1) };
        var set = new Framework(FrameworkId.Parse("mau/1-2025"), "Mẫu", new Decision("1/QĐ", "UBND", null, null),
            [new Criterion { Code = CriterionCode.Parse("1"), Title = "LĨNH VỰC", Rule = rule }])
        {
            FirstYear = 2026,
            LastYear = 2025,
            Substitutions = [new("Nghị định A", "Nghị định B", Day), new("NGHỊ ĐỊNH A", "Nghị định C", Day), new("Nghị định D", "nghị định d", Day)],
        };
        var findings = FrameworkLinter.Check(set).Where(f => f.Severity == Severity.Error).Select(f => f.Message.Vi).ToList();

        Assert.Contains("Năm cuối áp dụng (2025) đứng trước năm đầu (2026).", findings);
        Assert.Contains("“Nghị định A” được thay thế hai lần trong cùng một ngày.", findings);
        Assert.Contains("“Nghị định D” được thay bằng chính nó.", findings);
        Assert.Contains("Quy tắc không có hiệu lực trong các năm áp dụng bộ chỉ số.", findings);
    }

    [Fact]
    public void A_note_stands_at_the_criteria_whose_texts_cite_the_law_and_changes_no_text()
    {
        var cites = new Criterion { Code = CriterionCode.Parse("1.1"), Title = "Thực hiện Nghị định số 61/2018/nđ-cp" };
        var other = new Criterion { Code = CriterionCode.Parse("1.2"), Title = "Thực hiện Nghị định số 161/2018/NĐ-CP" };
        var law = new LawSubstitution("Nghị định số 61/2018/NĐ-CP", "Nghị định số 118/2025/NĐ-CP", Day);
        var set = new Framework(FrameworkId.Parse("mau/1-2025"), "Mẫu", new Decision("1/QĐ", "UBND", null, null),
            [new Criterion { Code = CriterionCode.Parse("1"), Title = "LĨNH VỰC" }, cites, other])
        { Substitutions = [law] };

        Assert.Equal([law], LawNotes.Of(set, cites));
        Assert.Empty(LawNotes.Of(set, other));
        Assert.Equal("Thực hiện Nghị định số 61/2018/nđ-cp", set.Find(cites.Code)!.Title);
    }
}
