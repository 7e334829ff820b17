using OpenPar.Testing;

namespace OpenPar.App.Tests.Evidence;

/// <summary>One S3-compatible server for a test class; where it cannot be had, tests that need it are skipped with the reason.</summary>
public sealed class S3 : IAsyncLifetime
{
    private S3Server? server;
    private string? missing;

    public S3Server Server
    {
        get
        {
            if (server is null) Assert.Skip(missing ?? "There is no S3-compatible server here.");
            return server;
        }
    }

    public async ValueTask InitializeAsync() => (server, missing) = await S3Server.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}
