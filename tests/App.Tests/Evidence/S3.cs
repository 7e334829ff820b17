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

    /// <summary>The same, for tests that end and start it.</summary>
    public S3Server OwnServer
    {
        get
        {
            Assert.SkipUnless(Server.Ends, "A server that the tests did not start is not ended by them, unless OPENPAR_TEST_S3_CONTROL says how.");
            return Server;
        }
    }

    public async ValueTask InitializeAsync() => (server, missing) = await S3Server.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}
