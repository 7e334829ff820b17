using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;
using OpenPar.Core.Rules.Printing;
using OpenPar.Documents.Packs;
using OpenPar.Documents.Reading;
using OpenPar.Documents.Writing;

namespace OpenPar.Documents.Tests.Writing;

/// <summary>What is exported is imported again without loss: framework and assignment as Word and Excel, framework as YAML.</summary>
public class RoundTripTests
{
    private static readonly string[] Words =
        ["xây dựng", "kế hoạch", "cải cách", "thực hiện", "đánh giá", "công chức", "thủ tục", "cung cấp", "dịch vụ", "số hóa", "hồ sơ", "người dân", "(CCHC)", "năm 2025"];

    private static readonly string[] RuleTexts =
        ["Đầy đủ: 1\nKhông đầy đủ: 0", "Từ 95% trở lên: 0.5\nTừ 80% đến dưới 95%: 0.25\nDưới 80%: 0", "Tính điểm theo công thức: (b/a)*điểm tối đa"];

    private static readonly string[] Agencies = ["Sở Nội vụ", "Sở Tư pháp", "Văn phòng UBND tỉnh", "Sở Tài chính"];

    public static TheoryData<PaperFormat> Formats => [PaperFormat.Docx, PaperFormat.Xlsx];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_framework_annex_reads_back_as_the_framework(PaperFormat format) => Prop.ForAll(Seeds(), seed =>
    {
        var framework = Framework(new Random(seed));
        var annex = Read(FrameworkAnnexPaper.Of(framework, new PaperTrace("Bản 1", new DateOnly(2026, 1, 5), null, false)), format);
        Assert.Equal(framework.Criteria.Select(Facts), annex.Rows.Select(row => Facts(row)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_assignment_reads_back_with_its_agencies(PaperFormat format) => Prop.ForAll(Seeds(), seed =>
    {
        var paper = Assignment(new Random(seed));
        var annex = Read(paper, format);
        Assert.Equal(
            paper.Rows.Select(row => $"{row.Code}|{row.Title.ToUpperInvariant()}|{row.MaxPoints:0.##}|{string.Join(';', row.Lead)}|{string.Join(';', row.Coordinating)}"),
            annex.Rows.Select(row => $"{row.Code}|{row.Title.ToUpperInvariant()}|{row.MaxPoints:0.##}|{string.Join(';', row.Lead)}|{string.Join(';', row.Coordinating)}"));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_annex_of_an_assignment_decision_reads_back_with_its_agencies(PaperFormat format) => Prop.ForAll(Seeds(), seed =>
    {
        var (paper, framework) = (Assignment(new Random(seed)), Framework(new Random(seed)));
        var annex = Read(AssignmentDecisionPaper.Of(paper, framework, "UBND tỉnh Mẫu"), format);
        Assert.Equal(
            paper.Rows.Select(row => $"{row.Code}|{row.Title.ToUpperInvariant()}|{row.MaxPoints:0.##}|{string.Join(';', row.Lead)}|{string.Join(';', row.Coordinating)}"),
            annex.Rows.Select(row => $"{row.Code}|{row.Title.ToUpperInvariant()}|{row.MaxPoints:0.##}|{string.Join(';', row.Lead)}|{string.Join(';', row.Coordinating)}"));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_rule_without_a_text_of_its_own_is_printed_and_read_back_as_the_same_text(PaperFormat format)
    {
        using var file = File.OpenRead(Path.Combine(PackFolder.Root()!, "vn", "par-index-province-1187", FrameworkFile.Name));
        var official = FrameworkFile.Read(file, FrameworkFile.Name).Value!;
        var bare = new Framework(official.Id, official.Title, official.Decision, official.Criteria.Select(c => c with { RuleText = null })) { TotalPoints = official.TotalPoints };
        var annex = Read(FrameworkAnnexPaper.Of(bare, new PaperTrace("Bản 1", new DateOnly(2026, 1, 5), null, false)), format);
        var ruled = bare.Leaves.Where(c => c.Rule is not null).ToList();
        Assert.Equal(102, ruled.Count);
        Assert.Equal(
            ruled.Select(c => $"{c.Code}: {AnnexText.Of(c.Rule!, c.MaxPoints)}"),
            annex.Rows.Where(row => ruled.Exists(c => c.Code == row.Code)).Select(row => $"{row.Code}: {row.RuleText}"));
    }

    [Fact]
    public void A_framework_reads_back_from_its_yaml() => Prop.ForAll(Seeds(), seed =>
    {
        var framework = Framework(new Random(seed));
        var reading = FrameworkFile.Read(new MemoryStream(FrameworkFile.Write(framework)), "bo.yaml");
        Assert.Equal(framework.Criteria.Select(Facts), reading.Value!.Criteria.Select(Facts));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static Arbitrary<int> Seeds() => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    private static Annex Read(Paper paper, PaperFormat format)
    {
        var file = WrittenFile.Bytes(stream => PaperWriter.Write(paper, format, stream));
        var annex = AnnexReader.ReadAsync(new MemoryStream(file), $"phu-luc.{format}", TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        Assert.True(annex.Usable, string.Join('\n', annex.Findings.Select(f => $"{f.Where}: {f.Message.Vi}")));
        return annex;
    }

    private static string Facts(Criterion c) => $"{c.Code}|{c.Title}|{c.MaxPoints:0.##}|{c.Method}|{c.RuleText}|{c.Requirement}|{string.Join(';', c.Evidence)}|{c.Note}";

    private static string Facts(AnnexRow r) => $"{r.Code}|{r.Title}|{r.MaxPoints:0.##}|{r.Method}|{r.RuleText}|{r.Requirement}|{string.Join(';', r.Evidence)}|{r.Note}";

    private static Framework Framework(Random random)
    {
        var codes = Codes(random).ToList();
        var criteria = codes.Select(code => codes.Exists(other => other.StartsWith($"{code}.", StringComparison.Ordinal)) ? Node(code, random) : Leaf(code, random));
        return new Framework(FrameworkId.Parse("mau/1-2025"), "Bộ tiêu chí đánh giá", new Decision("1/QĐ-UBND", "UBND tỉnh", new DateOnly(2025, 3, 1), "Phụ lục"), criteria);
    }

    private static IEnumerable<string> Codes(Random random)
    {
        var fields = random.Next(1, 5);
        for (var field = 1; field <= fields; field++)
        {
            yield return $"{field}";
            var criteria = random.Next(1, 6);
            for (var criterion = 1; criterion <= criteria; criterion++)
            {
                yield return $"{field}.{criterion}";
                var parts = random.Next(0, 4);
                for (var part = 1; part <= parts; part++) yield return $"{field}.{criterion}.{part}";
            }
        }
    }

    private static Criterion Node(string code, Random random) => new() { Code = CriterionCode.Parse(code), Title = Title(random), MaxPoints = Points(random) };

    private static Criterion Leaf(string code, Random random) => Node(code, random) with
    {
        Method = random.GetItems(Enum.GetValues<ScoringMethod>(), 1)[0],
        RuleText = random.Next(3) == 0 ? null : RuleTexts[random.Next(RuleTexts.Length)],
        Requirement = random.Next(3) == 0 ? Title(random) : null,
        Note = random.Next(4) == 0 ? Title(random) : null,
        Evidence = [.. Enumerable.Range(1, random.Next(3)).Select(i => $"Báo cáo số {i} của cơ quan")],
    };

    private static decimal? Points(Random random) => random.Next(5) == 0 ? null : random.Next(1, 400) / 100m;

    private static string Title(Random random)
    {
        var text = string.Join(' ', random.GetItems(Words[..12], random.Next(2, 6)).Append(Words[random.Next(Words.Length)]));
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static AssignmentPaper Assignment(Random random)
    {
        var framework = Framework(random);
        return new AssignmentPaper
        {
            Heading = new PaperHeading { IssuingAgency = "ỦY BAN NHÂN DÂN" },
            Title = "PHÂN CÔNG CƠ QUAN CHỦ TRÌ",
            Rows = [.. framework.Criteria.Select(c => new AssignmentPaperRow
            {
                Code = c.Code,
                Title = c.Title,
                MaxPoints = c.MaxPoints,
                Lead = framework.IsLeaf(c.Code) ? [.. random.GetItems(Agencies, random.Next(1, 3)).Distinct()] : [],
                Coordinating = framework.IsLeaf(c.Code) && random.Next(3) == 0 ? ["Thanh tra tỉnh"] : [],
            })],
            Trace = new PaperTrace("Bản 1", new DateOnly(2026, 1, 5), null, false),
        };
    }
}
