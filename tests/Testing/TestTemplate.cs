using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace OpenPar.Testing;

/// <summary>The migrated database that test databases are copied from.</summary>
internal static class TestTemplate
{
    /// <summary>Databases of test classes: the prefix, the number of their process, their own number.</summary>
    public const string CopyPrefix = "t_";

    private const string Prefix = "base_";
    private const long Lock = 726194601;

    /// <summary>The template's name; made under a lock when it is not there yet.</summary>
    public static async Task<string> EnsureAsync(
        NpgsqlConnection connection, string server, string schema, Func<string, CancellationToken, Task> migrate, CancellationToken cancel)
    {
        var name = Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(schema)))[..16];
        if ((await DatabasesAsync(connection, cancel)).Contains(name)) return name;

        // Polled, not waited for: a waiting lock would make `create index concurrently` inside the migrations wait for us.
        while (!await TryLockAsync(connection, cancel)) await Task.Delay(100, cancel);
        try
        {
            var there = await DatabasesAsync(connection, cancel);
            if (there.Contains(name)) return name;
            foreach (var old in there.Where(IsLeftOver)) await DropAsync(connection, old, cancel);

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

    // Templates of other schemas, and copies whose process is gone.
    private static bool IsLeftOver(string name)
    {
        if (name.StartsWith(Prefix, StringComparison.Ordinal)) return true;
        if (!name.StartsWith(CopyPrefix, StringComparison.Ordinal)) return false;
        var process = int.Parse(name.Split('_')[1], CultureInfo.InvariantCulture);
        return Process.GetProcesses().All(running => running.Id != process);
    }

    private static Task DropAsync(NpgsqlConnection connection, string name, CancellationToken cancel) =>
        TestDatabase.ExecuteAsync(connection, $"drop database if exists {name} with (force)", cancel);

    private static async Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({Lock})", connection);
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task<HashSet<string>> DatabasesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var names = new HashSet<string>();
        await using var command = new NpgsqlCommand("select datname from pg_database", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) names.Add(reader.GetString(0));
        return names;
    }
}
