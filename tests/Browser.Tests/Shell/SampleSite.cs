using Microsoft.AspNetCore.Builder;
using OpenPar.Browser.Tests.Support;
using OpenPar.SamplePages;
using OpenPar.Web.Hosting;

namespace OpenPar.Browser.Tests.Shell;

/// <summary>The frame alone with the sample pages; it needs no database.</summary>
public sealed class SampleSite : Site
{
    protected override Task<WebApplication> ComposeAsync(WebApplicationBuilder builder)
    {
        builder.Services.AddShell();
        builder.Services.AddSamplePages();
        var app = builder.Build();
        app.UseShell();
        app.MapShell();
        return Task.FromResult(app);
    }
}
