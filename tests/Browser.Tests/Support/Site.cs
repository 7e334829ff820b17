using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace OpenPar.Browser.Tests.Support;

/// <summary>The application on a real port. Derive from it to add settings and services of a test class.</summary>
public class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Where it answers; "localhost", because passkeys and secure cookies treat that name as safe.</summary>
    public Uri Address { get; private set; } = null!;

    public virtual ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        var bound = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Address = new UriBuilder("http", "localhost", bound.Port).Uri;
        return ValueTask.CompletedTask;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseEnvironment("Production").UseSetting("Logging:LogLevel:Default", "None").UseSetting("EnableStaticAssetsDevelopmentCaching", "true");
}
