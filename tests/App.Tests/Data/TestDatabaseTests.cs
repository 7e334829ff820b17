using Npgsql;
using OpenPar.Testing;

namespace OpenPar.App.Tests.Data;

public sealed class TestDatabaseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_test_database_has_the_migrated_schema_and_is_gone_afterwards()
    {
        string connection;
        await using (var database = await TestDatabase.CreateAsync(Cancel))
        {
            connection = database.ConnectionString;
            Assert.NotEqual(0L, await ScalarAsync(connection, "select count(*) from public.migrations"));
        }

        var error = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(connection, "select 1::bigint"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, error.SqlState);
    }

    [Fact]
    public async Task Test_databases_do_not_see_each_other_and_their_template_is_migrated_once()
    {
        var schema = Guid.NewGuid().ToString();
        var migrated = 0;
        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => TestDatabase.CreateAsync(schema, MigrateAsync, Cancel)));

        Assert.Equal(1, migrated);
        await ScalarAsync(made[0].ConnectionString, "insert into words values ('một'); select 1::bigint");
        Assert.Equal(1L, await ScalarAsync(made[0].ConnectionString, "select count(*) from words"));
        Assert.Equal(0L, await ScalarAsync(made[1].ConnectionString, "select count(*) from words"));
        foreach (var database in made) await database.DisposeAsync();
        await TestTemplate.ForgetAsync(schema);

        async Task MigrateAsync(string connection, CancellationToken cancel)
        {
            Interlocked.Increment(ref migrated);
            await ScalarAsync(connection, "create table words (word text); select 1::bigint");
        }
    }

    private static async Task<long> ScalarAsync(string connectionString, string sql)
    {
        var text = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(text.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
