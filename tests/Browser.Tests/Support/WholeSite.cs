using Microsoft.AspNetCore.Builder;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.Testing;
using OpenPar.Web.Hosting;

namespace OpenPar.Browser.Tests.Support;

/// <summary>The whole application over an empty database of its own.</summary>
public class WholeSite : Site
{
    private readonly string folder = Directory.CreateTempSubdirectory("openpar-browser-").FullName;
    private TestDatabase? database;

    /// <summary>The database.</summary>
    public NpgsqlDataSource Source { get; private set; } = null!;

    /// <summary>The services of the running application.</summary>
    public IServiceProvider Services => App.Services;

    /// <summary>A context of the database.</summary>
    public OpenParDb Db() => new(DbOptions.For(Source));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Source is not null) await Source.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override async Task<WebApplication> ComposeAsync(WebApplicationBuilder builder)
    {
        database = await TestDatabase.CreateAsync(TestContext.Current.CancellationToken);
        Source = NpgsqlDataSource.Create(database.ConnectionString);
        return builder.BuildOpenPar(Source, folder);
    }
}
