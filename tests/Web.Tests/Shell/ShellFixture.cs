using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using OpenPar.SamplePages;

namespace OpenPar.Web.Tests.Shell;

/// <summary>The application with the sample pages, asked through its front door.</summary>
public sealed class ShellFixture : WebApplicationFactory<Program>
{
    /// <summary>A visitor with its own cookies who is shown redirects instead of being sent along.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseEnvironment("Production").UseSetting("Logging:LogLevel:Default", "None")
            // Files of a build (not of a publish) are served without caching unless this is set.
            .UseSetting("EnableStaticAssetsDevelopmentCaching", "true").UseSamplePages();
}

/// <summary>Reading and posting pages as a browser without scripts does.</summary>
public static class Front
{
    public static async Task<IHtmlDocument> ReadAsync(this HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string url) => await (await client.GetAsync(new Uri(url, UriKind.Relative))).ReadAsync();

    /// <summary>Posts to an address with the token of the form on the page that posts there.</summary>
    public static async Task<HttpResponseMessage> PostFromAsync(this HttpClient client, string page, string action, params (string Name, string Value)[] values)
    {
        var form = (await client.PageAsync(page)).Forms.First(f => f.GetAttribute("action") == action && f.Method == "post");
        var token = ((IHtmlInputElement)form.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        return await client.PostAsync(new Uri(action, UriKind.Relative),
            new FormUrlEncodedContent([.. values.Select(v => KeyValuePair.Create(v.Name, v.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));
    }
}
