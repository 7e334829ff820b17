using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenPar.App.Features.Accounts;
using OpenPar.Browser.Tests.Support;
using OpenPar.Documents.Packs;
using OpenPar.Testing;
using OpenPar.Web.Hosting;

namespace OpenPar.Browser.Tests.Season;

/// <summary>The whole application over a database of its own, filled from the repository's packs as every start of the server does.</summary>
public class SeasonSite : Site
{
    private readonly string folder = Directory.CreateTempSubdirectory("openpar-season-").FullName;
    private TestDatabase? database;
    private NpgsqlDataSource? source;

    /// <summary>Whether the demonstration province is loaded.</summary>
    protected virtual bool Demonstration => false;

    /// <summary>The one-time link of the first start, as the server prints it.</summary>
    public async Task<string> FirstLinkAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<CreateFirstAdministratorLink.Handler>().HandleAsync(TestContext.Current.CancellationToken);
        return $"/setup/{answer.Value.Token}";
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (source is not null) await source.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override async Task<WebApplication> ComposeAsync(WebApplicationBuilder builder)
    {
        database = await TestDatabase.CreateAsync(TestContext.Current.CancellationToken);
        source = NpgsqlDataSource.Create(database.ConnectionString);
        var app = builder.BuildOpenPar(source, folder);
        var packs = PackFolder.Root() ?? throw new DirectoryNotFoundException("The repository has no packs folder.");
        await Composition.FillAsync(app.Services, packs, Demonstration, TestContext.Current.CancellationToken);
        return app;
    }
}
