using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OpenPar.App.Data;

/// <summary>Brings a database to the schema of this version; safe when several servers start at once.</summary>
public static class Migrator
{
    // 7261946 is any fixed number; it names the lock of OpenPAR's migrations among the advisory locks of the database.
    private const string Lock = "select pg_try_advisory_lock(7261946)";
    private const string Unlock = "select pg_advisory_unlock(7261946)";

    /// <summary>Applies what is missing. The database itself must exist.</summary>
    public static async Task MigrateAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        // Polled, never blocking: a session that waits inside a statement holds back "create index concurrently".
        while (!await TryLockAsync(connection, cancellationToken)) await Task.Delay(200, cancellationToken);
        try
        {
            await using var db = new OpenParDb(DbOptions.For(source));
            await db.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await using var unlock = new NpgsqlCommand(Unlock, connection);
            await unlock.ExecuteNonQueryAsync(CancellationToken.None);
        }

        await source.ReloadTypesAsync(cancellationToken);
        // Sessions opened before know nothing of settings that a migration made for the database.
        source.Clear();
    }

    private static async Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Lock, connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
