using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using OpenPar.SamplePages;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Tests.Shell;

/// <summary>The frame alone with the sample pages, asked through its front door; it needs no database.</summary>
public sealed class ShellFixture : IAsyncLifetime
{
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "OpenPar.Web", EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.UseBuiltAssets();
        builder.WebHost.UseTestServer();
        builder.Services.AddShell();
        builder.Services.AddSamplePages();
        app = builder.Build();
        app.UseShell();
        app.MapShell();
        await app.StartAsync();
    }

    /// <summary>A visitor with its own cookies who is shown redirects instead of being sent along.</summary>
    public HttpClient Visitor(string address = "http://localhost") =>
        new(new CookieContainerHandler { InnerHandler = app.GetTestServer().CreateHandler() }) { BaseAddress = new Uri(address) };

    public ValueTask DisposeAsync() => app.DisposeAsync();
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
