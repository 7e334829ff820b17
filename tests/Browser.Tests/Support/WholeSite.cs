using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Features.Accounts;
using OpenPar.Testing;
using OpenPar.Web.Hosting;

namespace OpenPar.Browser.Tests.Support;

/// <summary>The whole application over an empty database of its own.</summary>
public class WholeSite : Site
{
    private const string Password = "một câu thật là dài";
    private readonly string folder = Directory.CreateTempSubdirectory("openpar-browser-").FullName;
    private TestDatabase? database;
    private string? session;

    /// <summary>The database.</summary>
    public NpgsqlDataSource Source { get; private set; } = null!;

    /// <summary>The services of the running application.</summary>
    public IServiceProvider Services => App.Services;

    /// <summary>A context of the database.</summary>
    public OpenParDb Db() => new(DbOptions.For(Source));

    /// <summary>The one-time link of the first start, as the server prints it.</summary>
    public async Task<string> FirstLinkAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<CreateFirstAdministratorLink.Handler>().HandleAsync(TestContext.Current.CancellationToken);
        return $"/setup/{answer.Value.Token}";
    }

    /// <summary>
    /// A window of the administrator. The first one comes in through the one-time link; later ones take over that session, as another
    /// window of the same browser does.
    /// </summary>
    public async Task<Visit> AdministratorAsync(Chromium chromium, View view)
    {
        if (session is not null) return await Visit.StartAsync(chromium, this, view, session);
        var visit = await Visit.StartAsync(chromium, this, view);
        await visit.OpenAsync(await FirstLinkAsync());
        await visit.TypeAsync("Họ và tên", "Người quản trị");
        await visit.TypeAsync("Tên đăng nhập", "quan-tri");
        await visit.TypeAsync("Mật khẩu", Password);
        await visit.TypeAsync("Nhập lại mật khẩu", Password);
        await visit.PressAsync("Tạo tài khoản và vào hệ thống");
        await visit.ArriveAsync("Tài khoản của tôi");
        session = await visit.Page.Context.StorageStateAsync();
        return visit;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Source is not null) await Source.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The database the application begins with.</summary>
    protected virtual Task<TestDatabase> BeginAsync(CancellationToken cancellationToken) => TestDatabase.CreateAsync(cancellationToken);

    protected override async Task<WebApplication> ComposeAsync(WebApplicationBuilder builder)
    {
        database = await BeginAsync(TestContext.Current.CancellationToken);
        Source = NpgsqlDataSource.Create(database.ConnectionString);
        return builder.BuildOpenPar(Source, folder);
    }
}
