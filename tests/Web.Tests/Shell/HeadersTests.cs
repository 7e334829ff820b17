namespace OpenPar.Web.Tests.Shell;

public sealed class HeadersTests(ShellFixture site) : IClassFixture<ShellFixture>
{
    [Theory]
    [InlineData("/samples")]
    [InlineData("/no-such-page")]
    [InlineData("/samples/broken")]
    [InlineData("/health/live")]
    [InlineData("/icon.svg")]
    public async Task Every_answer_carries_the_security_headers(string url)
    {
        var response = await site.Visitor().GetAsync(new Uri(url, UriKind.Relative));

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Contains("camera=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public async Task Over_https_the_browser_is_told_to_stay_there()
    {
        var client = site.Visitor("https://cchc.example.vn");

        var response = await client.GetAsync(new Uri("/samples", UriKind.Relative));

        Assert.Equal("max-age=31536000", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task Nothing_on_a_page_is_inline()
    {
        var page = await site.Visitor().PageAsync("/samples");

        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scripts_and_styles_have_fingerprints_and_stay_in_the_cache()
    {
        var client = site.Visitor();
        var page = await client.PageAsync("/samples");

        var sheet = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.Matches(@"^/dist/site\.[a-z0-9]+\.css$", sheet);
        foreach (var url in page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")!).Append(sheet))
        {
            var file = await client.GetAsync(new Uri(url, UriKind.Relative));
            Assert.True(file.IsSuccessStatusCode, url);
            Assert.Contains("immutable", file.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Scripts_and_styles_travel_compressed()
    {
        var client = site.Visitor();
        var sheet = (await client.PageAsync("/samples")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, sheet);
        request.Headers.AcceptEncoding.Add(new("gzip"));

        var response = await client.SendAsync(request);

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1_000, 25_000);
    }

    [Fact]
    public async Task The_chart_script_comes_only_with_a_chart()
    {
        var client = site.Visitor();

        Assert.Single((await client.PageAsync("/samples")).QuerySelectorAll("script[src*='/chart.']"));
        Assert.Empty((await client.PageAsync("/no-such-page")).QuerySelectorAll("script[src*='/chart.']"));
    }
}
