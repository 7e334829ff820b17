using Microsoft.AspNetCore.Hosting;
using OpenPar.Browser.Tests.Support;
using OpenPar.SamplePages;

namespace OpenPar.Browser.Tests.Shell;

/// <summary>The application with the sample pages.</summary>
public sealed class SampleSite : Site
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSamplePages();
    }
}
