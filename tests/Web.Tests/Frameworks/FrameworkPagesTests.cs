using System.Net;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Frameworks;

public sealed class FrameworkPagesTests(FrameworkPagesTests.Place place) : IClassFixture<FrameworkPagesTests.Place>
{
    private const string Official = "/frameworks/par-index-province/1187-2025";

    [Fact]
    public async Task The_list_shows_the_official_sets_with_what_is_unknown()
    {
        var rows = (await place.Reader.PageAsync("/frameworks")).QuerySelectorAll("main tbody tr").Select(r => r.TextContent).ToList();

        Assert.Equal(3, rows.Count);
        Assert.Contains("1187/QĐ-BNV", rows[0], StringComparison.Ordinal);
        Assert.Contains("8 / 38 / 88", rows[0], StringComparison.Ordinal);
        Assert.Contains("8 / 37 / 83", rows[1], StringComparison.Ordinal);
        Assert.Contains("8 / 35 / 68", rows[2], StringComparison.Ordinal);
        Assert.Contains("2019–2019", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_tree_stands_on_one_light_page()
    {
        var html = await place.Reader.GetStringAsync(new Uri(Official, UriKind.Relative));
        var page = await place.Reader.PageAsync(Official);

        Assert.Equal(134, page.QuerySelectorAll("#criteria tbody tr").Length);
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(html) < 100_000, $"{System.Text.Encoding.UTF8.GetByteCount(html)} bytes");
    }

    [Theory]
    [InlineData("?q=co cau to chuc", "4.1.1")]
    [InlineData("?q=3.4.1", "3.4.1")]
    [InlineData("?q=DOI THOAI", "1.6")]
    [InlineData("?method=Survey&field=8", "8.1.1")]
    public async Task Searching_without_accents_and_filtering_find_the_row_and_what_is_above_it(string query, string code)
    {
        var codes = (await place.Reader.PageAsync(Official + query)).QuerySelectorAll("#criteria td.op-code").Select(c => c.TextContent).ToList();

        Assert.Contains(code, codes);
        Assert.Contains(code[..1], codes);
        Assert.True(codes.Count < 60, $"{codes.Count} rows");
    }

    [Fact]
    public async Task A_search_without_a_hit_says_what_to_do()
    {
        var page = await place.Reader.PageAsync(Official + "?q=khong co tu nay");

        Assert.Empty(page.QuerySelectorAll("#criteria tbody tr"));
        Assert.Contains("Không có dòng nào khớp", page.QuerySelector("main .op-empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_maxima_stay_unknown_and_are_listed()
    {
        var page = await place.Reader.PageAsync("/frameworks/par-index-province/876-2022");
        var row = page.QuerySelectorAll("#criteria tbody tr").Single(r => r.QuerySelector(".op-code")!.TextContent == "1.1");

        Assert.Equal("chưa biết", row.QuerySelector("td.op-num")!.TextContent.Trim());
        var unknown = page.QuerySelectorAll("#unknown details")[0];
        Assert.Contains("Chưa biết điểm tối đa: 125 dòng", unknown.TextContent, StringComparison.Ordinal);
        Assert.NotNull(unknown.QuerySelector("a[href='/frameworks/par-index-province/876-2022/1.1']"));
    }

    [Fact]
    public async Task A_criterion_shows_the_official_text_the_rule_in_words_and_its_neighbours()
    {
        var page = await place.Reader.PageAsync(Official + "/1.1");
        var text = page.QuerySelector("main")!.TextContent;

        Assert.Contains("Tính điểm theo công thức: (b/a)*điểm tối đa.", text, StringComparison.Ordinal);
        Assert.Contains("Điểm = (b/a) × 1,5 điểm, không quá 1,5 điểm.", text, StringComparison.Ordinal);
        Assert.Contains("Nếu b/a dưới 80% thì 0 điểm.", text, StringComparison.Ordinal);
        Assert.Equal((Official + "/1", Official + "/1.2"), (page.QuerySelector("a[rel=prev]")!.GetAttribute("href"), page.QuerySelector("a[rel=next]")!.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/frameworks/par-index-province/1-1999")]
    [InlineData("/frameworks/LOUD/1")]
    [InlineData("/frameworks/par-index-province/1187-2025/9.9")]
    [InlineData("/frameworks/par-index-province/1187-2025/abc")]
    public async Task What_does_not_exist_is_not_found(string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await place.Reader.GetAsync(new Uri(url, UriKind.Relative))).StatusCode);

    public sealed class Place : IAsyncLifetime
    {
        public Site Site { get; } = new();

        public HttpClient Reader { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Site.InitializeAsync();
            await Site.LoadPacksAsync();
            Reader = await Site.SignedInAsync(Role.Reader);
        }

        public async ValueTask DisposeAsync()
        {
            Reader.Dispose();
            await Site.DisposeAsync();
        }
    }
}
