using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Tests.Reading;

/// <summary>The two extractions of one real annex: a tabbed table and bare lines.</summary>
public class SeedTests
{
    [Fact]
    public async Task Both_extractions_give_the_same_128_codes_with_an_agency_on_every_leaf()
    {
        var table = await Annexes.ReadFileAsync(Shared.Seed004);
        var bare = await Annexes.ReadFileAsync(Shared.Seed000);
        Assert.Equal(table.Rows.Select(row => row.Code), bare.Rows.Select(row => row.Code));
        foreach (var annex in new[] { table, bare })
        {
            Assert.True(annex.Usable);
            Assert.Equal([8, 37, 83], annex.Rows.CountBy(row => row.Code.Level).OrderBy(pair => pair.Key).Select(pair => pair.Value));
            Assert.Equal(128, annex.Rows.Select(row => row.Code).Distinct().Count());
            Assert.Equal(97, Annexes.Leaves(annex).Count);
            Assert.All(Annexes.Leaves(annex), leaf => Assert.NotEmpty(leaf.Lead));
        }
    }

    [Fact]
    public async Task The_agencies_differ_exactly_where_the_two_sources_do()
    {
        var differences = AnnexComparison.Compare(await Annexes.ReadFileAsync(Shared.Seed004), await Annexes.ReadFileAsync(Shared.Seed000));
        var leads = differences.Where(d => d.Field == AnnexField.Lead).ToDictionary(d => d.Code.ToString(), d => $"{d.Left} / {d.Right}");
        const string Information = "Sở Thông tin và Truyền thông";
        const string Office = "Văn phòng UBND tỉnh";
        const string Finance = "Sở Tài chính";
        const string Planning = "Sở Kế hoạch và Đầu tư";
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["3.2.3"] = $"{Information} / {Office}",
                ["7.2.1"] = $"{Office} / {Information}",
                ["7.2.2"] = $"{Office} / {Information}",
                ["7.3.1"] = $"{Office} / {Information}",
                ["7.3.2"] = $"{Office} / {Information}",
                ["7.3.3"] = $"{Office} / {Information}",
                ["8.3.2"] = $"{Finance} / {Planning}",
                ["8.3.3"] = $"{Finance} / {Planning}",
                ["8.4"] = $"{Planning} / {Finance}",
            },
            leads);
        Assert.Equal(["1", "2.1", "2.1.1"], differences.Where(d => d.Field == AnnexField.Title).Select(d => d.Code.ToString()));
        Assert.Equal(["7.1.1", "7.1.1"], differences.Where(d => d.Field is AnnexField.RuleText or AnnexField.MaxPoints).Select(d => d.Code.ToString()));
        Assert.Equal(14, differences.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_of_departments_becomes_one_name_each(bool table)
    {
        var annex = await Annexes.ReadFileAsync(table ? Shared.Seed004 : Shared.Seed000);
        var row = annex.Rows.Single(r => r.Code.ToString() == "4.3.1");
        Assert.Equal(
            ["Sở Kế hoạch và Đầu tư", "Sở Tài chính", "Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Phát triển nông thôn", "Sở Nội vụ"],
            row.Lead);
        Assert.Contains(row.Flags, flag => flag.Kind == AnnexFlagKind.SplitNames);
        Assert.Equal(["Sở Nội vụ", "Văn phòng UBND tỉnh"], annex.Rows.Single(r => r.Code.ToString() == "8.1").Lead);
    }

    [Fact]
    public async Task Scoring_text_under_a_title_is_taken_out_of_it_and_names_its_points()
    {
        var row = (await Annexes.ReadFileAsync(Shared.Seed000)).Rows.Single(r => r.Code.ToString() == "7.1.1");
        Assert.Equal("Triển khai, duy trì, cập nhật Kiến trúc Chính quyền điện tử theo quy định", row.Title);
        Assert.Equal(0.50m, row.MaxPoints);
        Assert.StartsWith("Tổ chức triển khai", row.RuleText, StringComparison.Ordinal);
        Assert.EndsWith("theo quy định: 0", row.RuleText, StringComparison.Ordinal);
        Assert.Equal(["Sở Thông tin và Truyền thông"], row.Lead);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_agency_that_is_not_written_on_its_row_is_flagged(bool table)
    {
        var path = table ? Shared.Seed004 : Shared.Seed000;
        var annex = await Annexes.ReadFileAsync(path);
        var unflagged = annex.Rows.Where(row => row.Lead.Count > 0
            && !row.Flags.Any(flag => flag.Kind is AnnexFlagKind.FilledDown or AnnexFlagKind.UncertainMerge)).ToList();
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        if (table) Assert.Equal(lines.Count(line => line.Split('\t') is [var n, _, { Length: > 0 }] && char.IsAsciiDigit(n[0])), unflagged.Count);
        Assert.DoesNotContain(annex.Rows, row => row.Lead.Count == 0 && row.Flags.Any(flag => flag.Kind == AnnexFlagKind.FilledDown));
        Assert.DoesNotContain(annex.Rows.SelectMany(row => row.Lead.Append(row.Title)), text => text.Contains('ƣ', StringComparison.Ordinal) || text.Contains('<', StringComparison.Ordinal));
    }
}
