using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Testing;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Tests.Support;

/// <summary>The whole application over a database of its own, asked through its front door.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>Names the address a request seems to come from.</summary>
    public const string AddressHeader = "Test-Remote-Address";

    private readonly string folder = Directory.CreateTempSubdirectory("openpar-site-").FullName;
    private TestDatabase database = null!;

    public TestClock Clock { get; } = new();

    /// <summary>Where files of evidence lie, made for a data folder; null for the folder itself.</summary>
    public Func<string, IStorage>? Storage { get; init; }

    /// <summary>The data folder.</summary>
    public string Folder => folder;

    public WebApplication App { get; private set; } = null!;

    public NpgsqlDataSource Source { get; private set; } = null!;

    /// <summary>Where the server says it listens; the demonstration depends on it.</summary>
    public ICollection<string> Addresses => App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(TestContext.Current.CancellationToken);
        Source = NpgsqlDataSource.Create(database.ConnectionString);
        App = Build(new AccountsOptions { AttemptsPerAddress = 10_000, AttemptsPerAccount = 10_000 });
        await App.StartAsync();
    }

    /// <summary>Another server of the same installation, with its own thresholds; the caller starts and disposes it.</summary>
    public WebApplication Build(AccountsOptions accounts)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "OpenPar.Web", EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.UseBuiltAssets();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddTransient<IStartupFilter, SeemingAddress>();
        // The same passwords with few rounds: hundreds of people sign in here, and hashing was a quarter of all the tests did.
        builder.Services.AddSingleton<IPasswordHasher<User>>(new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 })));
        // An application disposes its data source with itself.
        var app = builder.BuildOpenPar(NpgsqlDataSource.Create(database.ConnectionString), folder, accounts, Storage?.Invoke(folder));
        app.Services.GetRequiredService<IServer>().Features.Set<IServerAddressesFeature>(new ServerAddressesFeature());
        return app;
    }

    /// <summary>A browser with its own cookies that is shown redirects instead of being sent along.</summary>
    public HttpClient Visitor(string from = "192.0.2.1") => Visitor(App, from);

    public static HttpClient Visitor(WebApplication app, string from = "192.0.2.1")
    {
        var client = new HttpClient(new CookieContainerHandler { InnerHandler = app.GetTestServer().CreateHandler() })
        {
            BaseAddress = new Uri("http://localhost"),
        };
        client.DefaultRequestHeaders.Add(AddressHeader, from);
        return client;
    }

    public OpenParDb Db() => new(DbOptions.For(Source));

    /// <summary>A person with a password, or without one.</summary>
    public async Task<User> PersonAsync(string userName, string? password = null, bool demonstration = false, AgencyId? agency = null, params Role[] roles)
    {
        await using var db = Db();
        var user = demonstration
            ? NewUser.Demonstration(userName, "Người dùng thử " + userName, agency, roles, Clock.GetUtcNow())
            : NewUser.Person(userName, "Người " + userName, agency, roles, Clock.GetUtcNow());
        if (password is not null) user.PasswordHash = Hash(user, password);
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return user;
    }

    /// <summary>A password as it is stored.</summary>
    public string Hash(User user, string password) => App.Services.GetRequiredService<IPasswordHasher<User>>().HashPassword(user, password);

    /// <summary>Stores a passkey of a person; answers with its credential.</summary>
    public async Task<byte[]> PasskeyAsync(Guid userId)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var credential = Guid.NewGuid().ToByteArray();
        var passkey = new UserPasskeyInfo(credential, [9, 9], Clock.GetUtcNow(), 1, ["internal"], true, false, false, [5], [6]);
        await users.AddOrUpdatePasskeyAsync((await users.FindByIdAsync(userId.ToString()))!, passkey);
        return credential;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Source.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class SeemingAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (context.Request.Headers[AddressHeader] is [{ } address]) context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                context.Request.Headers.Remove(AddressHeader);
                return rest(context);
            });
            next(app);
        };
    }
}
