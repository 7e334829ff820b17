using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using OpenPar.Web.Hosting;

namespace OpenPar.Browser.Tests.Support;

/// <summary>An application on a real port. Derive from it to say what it is composed of.</summary>
public abstract class Site : IAsyncLifetime
{
    /// <summary>Where it answers; "localhost", because passkeys and secure cookies treat that name as safe.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The running application.</summary>
    protected WebApplication App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = Builder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        App = await ComposeAsync(builder);
        await App.StartAsync();
        Address = new UriBuilder("http", "localhost", new Uri(App.Urls.First()).Port).Uri;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (App is not null) await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The beginning of an application, as production has it, without a log.</summary>
    protected static WebApplicationBuilder Builder()
    {
        // The name finds the pages, the assets and their fingerprints of the product, not of the test program.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "OpenPar.Web",
            EnvironmentName = "Production",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.UseBuiltAssets();
        return builder;
    }

    /// <summary>Adds services, builds, and sets up the pipeline.</summary>
    protected abstract Task<WebApplication> ComposeAsync(WebApplicationBuilder builder);
}
