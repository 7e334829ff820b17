using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace OpenPar.SamplePages;

/// <summary>Adds the sample pages to the application under test.</summary>
public static class SamplePagesHosting
{
    public static IServiceCollection AddSamplePages(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.Conventions.AllowAnonymousToFolder("/Samples")).AddApplicationPart(typeof(SampleShell).Assembly);
        return services.Configure<MvcOptions>(options => options.Filters.Add<SampleShell>());
    }
}
