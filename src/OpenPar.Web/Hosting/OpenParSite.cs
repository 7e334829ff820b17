using Npgsql;
using OpenPar.App;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.Web.Api;

namespace OpenPar.Web.Hosting;

/// <summary>Puts the web application together, for the server and for its tests alike.</summary>
public static class OpenParSite
{
    /// <summary>The application over a migrated database. Files of evidence lie in <paramref name="storage"/>, or else below <paramref name="dataFolder"/>.</summary>
    public static WebApplication BuildOpenPar(
        this WebApplicationBuilder builder, NpgsqlDataSource source, string dataFolder, AccountsOptions? accounts = null, IStorage? storage = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOpenPar(source, dataFolder, storage);
        builder.Services.AddShell();
        builder.Services.AddAccounts(accounts);
        builder.Services.AddHostedService<LibraryUpkeep>();
        builder.Services.AddSingleton<StoreWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<StoreWatch>());
        var app = builder.Build();
        app.UseShell();
        app.UseAccounts();
        app.MapShell();
        app.MapUploads();
        return app;
    }
}
