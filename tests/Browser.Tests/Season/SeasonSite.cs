using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.Browser.Tests.Support;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Packs;
using OpenPar.Testing;
using OpenPar.Web.Hosting;

namespace OpenPar.Browser.Tests.Season;

/// <summary>
/// The whole application over a database of its own, filled from the repository's packs as every start of the server does. Packs are loaded
/// once for all sites: each begins with a copy of that database.
/// </summary>
public class SeasonSite : WholeSite
{
    private static readonly Lazy<string> Packs = new(() => PackFolder.Root() ?? throw new DirectoryNotFoundException("The repository has no packs folder."));
    private static readonly Lazy<string> Content = new(ReadContent);

    /// <summary>Whether the demonstration province is loaded.</summary>
    protected virtual bool Demonstration => false;

    protected override Task<TestDatabase> BeginAsync(CancellationToken cancellationToken) => TestDatabase.CreateAsync(Content.Value, FillAsync, cancellationToken);

    protected override async Task<WebApplication> ComposeAsync(WebApplicationBuilder builder)
    {
        var app = await base.ComposeAsync(builder);
        if (Demonstration) await Composition.FillAsync(app.Services, Packs.Value, demonstration: true, TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task FillAsync(string connectionString, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("openpar-packs-");
        await using var source = NpgsqlDataSource.Create(connectionString);
        await Migrator.MigrateAsync(source, cancellationToken);
        await using (var app = Builder().BuildOpenPar(source, folder.FullName)) await Composition.FillAsync(app.Services, Packs.Value, demonstration: false, cancellationToken);
        folder.Delete(recursive: true);
    }

    // What the filled database follows from: the code that reads and stores packs (migrations are part of it), and the packs.
    private static string ReadContent()
    {
        var text = new StringBuilder("packs\n");
        foreach (var code in new[] { typeof(Framework), typeof(PackFolder), typeof(Migrator) }) text.Append(code.Module.ModuleVersionId).Append('\n');
        foreach (var file in Directory.EnumerateFiles(Packs.Value, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            text.Append(file).Append(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))).Append('\n');
        return text.ToString();
    }
}
