using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Testing;

namespace OpenPar.App.Tests;

/// <summary>The application without a host, over a database of its own.</summary>
public sealed class AppHouse : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("openpar-app-").FullName;
    private TestDatabase database = null!;
    private ServiceProvider services = null!;

    public NpgsqlDataSource Source { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(TestContext.Current.CancellationToken);
        Source = NpgsqlDataSource.Create(database.ConnectionString);
        services = new ServiceCollection().AddOpenPar(Source, folder).BuildServiceProvider();
    }

    /// <summary>A context as the use cases have them: compiled queries know one model alone.</summary>
    public OpenParDb Db() => new(services.GetRequiredService<DbContextOptions<OpenParDb>>());

    /// <summary>Runs one use case in a scope of its own, as one request does.</summary>
    public async Task<TResult> UseAsync<THandler, TResult>(Func<THandler, Task<TResult>> use)
        where THandler : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    /// <summary>Statements as they stand, for what no use case does.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The same for a person.</summary>
    public async Task<TResult> UseAsync<TResult>(Action<Actor> who, Func<IServiceProvider, Task<TResult>> use)
    {
        await using var scope = services.CreateAsyncScope();
        who(scope.ServiceProvider.GetRequiredService<Actor>());
        return await use(scope.ServiceProvider);
    }

    /// <summary>A round of a framework.</summary>
    public Round Round(FrameworkId framework)
    {
        var round = Round();
        round.Groups.Add(new UnitGroup { Id = GroupId.New(), RoundId = round.Id, Name = "Tỉnh", SortOrder = 0, FrameworkId = framework });
        return round;
    }

    private static Round Round() => new()
    {
        Id = RoundId.New(),
        Title = "Kỳ mẫu",
        Year = 2024,
        Way = ScoringWay.ByCriterion,
        State = RoundState.Draft,
        OpensOn = new DateOnly(2024, 11, 1),
        SelfScoreDueOn = new DateOnly(2024, 12, 1),
        AppraisalDueOn = new DateOnly(2025, 1, 1),
        ExplanationDueOn = new DateOnly(2025, 1, 5),
        SecondAppraisalDueOn = new DateOnly(2025, 1, 10),
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Source.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
