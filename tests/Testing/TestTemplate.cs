using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace OpenPar.Testing;

/// <summary>The migrated database that test databases are copied from.</summary>
public static class TestTemplate
{
    /// <summary>Databases of test classes: the prefix, the number of their process, their own number.</summary>
    internal const string CopyPrefix = "t_";

    private const string Prefix = "base_";
    // Of earlier schemas; the newest may be in use by another process. A schema has two: empty, and with the packs.
    private const int Kept = 6;
    private const long Lock = 726194601;

    /// <summary>The template's name; made under a lock when it is not there yet.</summary>
    internal static async Task<string> EnsureAsync(
        NpgsqlConnection connection, string server, string schema, Func<string, CancellationToken, Task> migrate, CancellationToken cancel)
    {
        var name = NameOf(schema);
        if ((await DatabasesAsync(connection, cancel)).Contains(name)) return name;

        // Polled, not waited for: a waiting lock would make `create index concurrently` inside the migrations wait for us.
        while (!await TryLockAsync(connection, cancel)) await Task.Delay(100, cancel);
        try
        {
            var there = await DatabasesAsync(connection, cancel);
            if (there.Contains(name)) return name;
            foreach (var old in there.Where(IsLeftOver).Concat(there.Where(IsTemplate).SkipLast(Kept))) await DropAsync(connection, old, cancel);

            // Migrated under another name: a template that is half made must never be copied.
            var raw = $"raw_{name}";
            await DropAsync(connection, raw, cancel);
            await TestDatabase.ExecuteAsync(connection, $"create database {raw}", cancel);
            await migrate(TestDatabase.To(server, raw, pooled: false), cancel);
            NpgsqlConnection.ClearAllPools();
            await TestDatabase.ExecuteAsync(connection, $"alter database {raw} rename to {name}", cancel);
            return name;
        }
        finally
        {
            await TestDatabase.ExecuteAsync(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    /// <summary>Drops the template of a schema that no other test uses.</summary>
    public static async Task ForgetAsync(string schema)
    {
        var server = await TestCluster.GetAsync();
        await using var connection = new NpgsqlConnection(TestDatabase.To(server.ConnectionString, "postgres", pooled: false));
        await connection.OpenAsync();
        await DropAsync(connection, NameOf(schema), CancellationToken.None);
    }

    private static string NameOf(string schema) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(schema)))[..16];

    private static bool IsTemplate(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    // Copies whose process is gone.
    private static bool IsLeftOver(string name) =>
        name.StartsWith(CopyPrefix, StringComparison.Ordinal)
        && int.Parse(name.Split('_')[1], CultureInfo.InvariantCulture) is var process
        && Process.GetProcesses().All(running => running.Id != process);

    private static Task DropAsync(NpgsqlConnection connection, string name, CancellationToken cancel) =>
        TestDatabase.ExecuteAsync(connection, $"drop database if exists {name} with (force)", cancel);

    private static async Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({Lock})", connection);
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    // In the order in which they were made.
    private static async Task<List<string>> DatabasesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var names = new List<string>();
        await using var command = new NpgsqlCommand("select datname from pg_database order by oid", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) names.Add(reader.GetString(0));
        return names;
    }
}
