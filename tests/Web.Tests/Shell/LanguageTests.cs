using System.Net;

namespace OpenPar.Web.Tests.Shell;

public sealed class LanguageTests(ShellFixture site) : IClassFixture<ShellFixture>
{
    [Fact]
    public async Task The_switch_changes_the_words_and_leaves_numbers_and_dates_alone()
    {
        var client = site.Visitor();
        var response = await client.PostFromAsync("/samples?q=k%E1%BA%BF", "/language", ("language", "en"), ("returnUrl", "/samples?q=x"));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/samples?q=x", response.Headers.Location!.OriginalString);
        var page = await client.PageAsync("/samples");
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Skip to main content", page.QuerySelector(".skip-link")!.TextContent);
        Assert.Contains("1.234,5", page.QuerySelector("#rows")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("31/12/2025", page.QuerySelector("#rows")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("unknown", page.QuerySelector("#rows")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_choice_the_language_is_Vietnamese_whatever_the_browser_prefers()
    {
        var client = site.Visitor();
        client.DefaultRequestHeaders.Add("Accept-Language", "en-US,en;q=0.9");

        Assert.Equal("Đến nội dung chính", (await client.PageAsync("/samples")).QuerySelector(".skip-link")!.TextContent);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/\t/elsewhere.example/")]
    [InlineData("")]
    public async Task The_switch_never_leads_out_of_the_site(string returnUrl)
    {
        var response = await site.Visitor().PostFromAsync("/samples", "/language", ("language", "en"), ("returnUrl", returnUrl));

        Assert.Equal("/", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_switch_needs_the_form()
    {
        var response = await site.Visitor().PostAsync(new Uri("/language", UriKind.Relative), new FormUrlEncodedContent([new("language", "en")]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.Contains("openpar.language", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_theme_is_remembered_without_scripts()
    {
        var client = site.Visitor();
        await client.PostFromAsync("/samples", "/theme", ("theme", "dark"));

        Assert.Equal("dark", (await client.PageAsync("/samples")).DocumentElement.GetAttribute("data-bs-theme"));
    }

    [Fact]
    public async Task Vietnamese_letters_stay_letters_in_the_source()
    {
        var html = await site.Visitor().GetStringAsync(new Uri("/samples", UriKind.Relative));

        Assert.Contains("Công tác chỉ đạo, điều hành cải cách hành chính", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x1", html, StringComparison.Ordinal);
    }
}
