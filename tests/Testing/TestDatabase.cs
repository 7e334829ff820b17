using System.Text;
using Npgsql;
using OpenPar.App.Data;

namespace OpenPar.Testing;

/// <summary>A migrated database of one test class, copied from a template that is migrated once, dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<string> MigrationFiles = new(ReadMigrations);

    private static int made;

    private readonly string name;

    private TestDatabase(string name, string connectionString) => (this.name, ConnectionString) = (name, connectionString);

    /// <summary>How to connect to it.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes a database with the schema of this version.</summary>
    public static Task<TestDatabase> CreateAsync(CancellationToken cancellationToken) =>
        CreateAsync(MigrationFiles.Value, MigrateAsync, cancellationToken);

    /// <summary>
    /// Makes a database. <paramref name="schema"/> names the state of the schema (a hash of the migrations): the template is made again
    /// by <paramref name="migrate"/>, which gets an empty database's connection string, only when no template of that name is there.
    /// </summary>
    public static async Task<TestDatabase> CreateAsync(
        string schema, Func<string, CancellationToken, Task> migrate, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(schema);
        var server = await TestCluster.GetAsync();
        await using var connection = new NpgsqlConnection(To(server.ConnectionString, "postgres", pooled: false));
        await connection.OpenAsync(cancellationToken);
        var template = await TestTemplate.EnsureAsync(connection, server.ConnectionString, schema, migrate, cancellationToken);

        var name = $"{TestTemplate.CopyPrefix}{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        await ExecuteAsync(connection, $"create database {name} template {template}", cancellationToken);
        return new TestDatabase(name, To(server.ConnectionString, name, pooled: true));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await using (var own = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(own);
        await using var connection = new NpgsqlConnection(To(ConnectionString, "postgres", pooled: false));
        await connection.OpenAsync();
        await ExecuteAsync(connection, $"drop database if exists {name} with (force)", CancellationToken.None);
    }

    private static async Task MigrateAsync(string connectionString, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await Migrator.MigrateAsync(source, cancel);
    }

    // The schema is the text of its migrations: whatever changes them makes a new template.
    private static string ReadMigrations()
    {
        var assembly = typeof(Migrator).Assembly;
        var text = new StringBuilder();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            text.Append(name).Append('\n').Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    internal static string To(string connectionString, string database, bool pooled) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database, Pooling = pooled }.ConnectionString;

    internal static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
