using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace OpenPar.SamplePages;

/// <summary>Adds the sample pages to the application under test.</summary>
public static class SamplePagesHosting
{
    public static IServiceCollection AddSamplePages(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.Conventions.AllowAnonymousToFolder("/Samples")).AddApplicationPart(typeof(SampleShell).Assembly);
        services.Configure<MvcOptions>(options => options.Filters.Add<SampleShell>());
        return services;
    }

    /// <summary>The same for a host that is built by the test server's factory.</summary>
    public static IWebHostBuilder UseSamplePages(this IWebHostBuilder builder) => builder.ConfigureTestServices(services => services.AddSamplePages());
}
