using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Features.Accounts;
using OpenPar.App.Features.Demonstration;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Text;
using OpenPar.Documents.Packs;

namespace OpenPar.Web.Hosting;

/// <summary>From a database that answers to an application that serves: schema, packs, demonstration, the first link.</summary>
public static class Composition
{
    /// <summary>Migrates, loads what the installation ships, and builds the application.</summary>
    public static async Task<WebApplication> ComposeAsync(ServeGround ground, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ground);
        var source = new NpgsqlDataSourceBuilder(DbOptions.Prepared(ground.ConnectionString)).Build();
        try
        {
            await Migrator.MigrateAsync(source, cancellationToken);
            return await BuildAsync(source, ground, cancellationToken);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    private static async Task<WebApplication> BuildAsync(NpgsqlDataSource source, ServeGround ground, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.UseBuiltAssets();
        // The console belongs to the operator: what needs attention, not every request and query.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // With few cores a hand-over between threads costs more than the work it hands over: a request goes on where its bytes came in, which is on the
        // thread pool, and a buffer waits for them.
        builder.WebHost.UseSockets(sockets => (sockets.UnsafePreferInlineScheduling, sockets.WaitForDataBeforeAllocatingBuffer) = (true, false));
        var app = builder.BuildOpenPar(source, ground.Folder.Path, storage: ground.Storage);
        if (PackFolder.Root() is { } packs) await FillAsync(app.Services, packs, ground.Options.Demo, cancellationToken);
        return app;
    }

    /// <summary>Prints the one-time link while there is no administrator.</summary>
    public static async Task AnnounceAsync(WebApplication app, ServeGround ground, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(ground);
        if (!ground.Options.Demo) await BeginSecondFactorAsync(app.Services, cancellationToken);
        await app.SayFirstAdministratorAsync(ground.Address, cancellationToken);
        if (ground.Options.Demo) ServeText.Say(TryIt($"{ground.Address}/try"));
    }

    // The demonstration stays a place to try things in; real work begins with administrators who have a second factor.
    private static async Task BeginSecondFactorAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SetSecondFactorRoles.Handler>().BeginAsync(cancellationToken);
    }

    /// <summary>Packs, then the demonstration; what is wrong in a pack is said and nothing of that file is loaded.</summary>
    public static async Task FillAsync(IServiceProvider services, string packs, bool demonstration, CancellationToken cancellationToken)
    {
        await LoadAsync(services, packs, cancellationToken);
        if (!demonstration) return;
        var evidence = Path.Combine(packs, LoadPacks.Demonstrations, "dak-lak-2025", "minh-hoa.pdf");
        await DemonstrateAsync(services, Path.Combine(packs, LoadPacks.Demonstrations, "dak-lak-2025"), evidence, cancellationToken);
        await PlaySeasonAsync(services, Path.Combine(packs, LoadPacks.Demonstrations, "tinh-minh-hoa-2025"), evidence, cancellationToken);
    }

    /// <summary>Loads the packs below a folder; what is wrong in one is said and nothing of that file is loaded.</summary>
    public static async Task LoadAsync(IServiceProvider services, string packs, CancellationToken cancellationToken)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var reports = await scope.ServiceProvider.GetRequiredService<LoadPacks.Handler>().HandleAsync(new(packs), cancellationToken);
            foreach (var report in reports)
            {
                foreach (var finding in report.Findings) ServeText.Say(new LocalText($"{finding.Where}: {finding.Message.Vi} {finding.Remedy.Vi}", $"{finding.Where}: {finding.Message.En} {finding.Remedy.En}"));
                foreach (var refusal in report.Refusals) ServeText.Say(new LocalText($"{report.File}: {refusal.Message.Vi}", $"{report.File}: {refusal.Message.En}"));
            }
        }
    }

    private static async Task DemonstrateAsync(IServiceProvider services, string folder, string evidence, CancellationToken cancellationToken)
    {
        var reading = DemonstrationFile.ReadFolder(folder);
        if (reading.Value is null) throw new InvalidDataException(string.Join('\n', reading.Findings.Select(f => $"{f.Where}: {f.Message.En}")));
        var loader = ActivatorUtilities.CreateInstance<LoadDemonstration>(services);
        await loader.RunAsync(reading.Value, evidence, cancellationToken);
    }

    // The invented units and their sets are loaded only with the demonstration.
    private static async Task PlaySeasonAsync(IServiceProvider services, string folder, string evidence, CancellationToken cancellationToken)
    {
        await LoadAsync(services, folder, cancellationToken);
        // The people stand in the season that is running; the one before is played by them.
        foreach (var name in new[] { SeasonFile.Name, SeasonFile.EarlierName })
        {
            await using var file = File.OpenRead(Path.Combine(folder, name));
            var reading = SeasonFile.Read(file, name);
            if (reading.Value is null) throw new InvalidDataException(string.Join('\n', reading.Findings.Select(f => $"{f.Where}: {f.Message.En}")));
            await ActivatorUtilities.CreateInstance<LoadSeason>(services).RunAsync(reading.Value, evidence, cancellationToken);
        }
    }

    private static LocalText TryIt(string url) => new(
        $"Dùng thử các vai trò của tỉnh minh hoạ tại {url}", $"Try the roles of the demonstration province at {url}");
}
