using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Data.Postgres;
using OpenPar.Core.Text;

namespace OpenPar.Cli;

/// <summary>
/// The records of an installation, for commands that read them: of the PostgreSQL the operator names, or of the private one in the data folder, which is
/// shared with a running server, or started and stopped again.
/// </summary>
internal sealed class OpenedRecords(string connection, RunningPostgres? own) : IAsyncDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connection);

    /// <summary>A context over them; whoever asks disposes it.</summary>
    public OpenParDb Db() => new(DbOptions.For(source));

    /// <summary>Opens them; the reason when it cannot be done.</summary>
    public static async Task<(OpenedRecords? Records, LocalText? Refusal)> OpenAsync(string data, string? connection, CancellationToken cancel)
    {
        var own = (RunningPostgres?)null;
        if (connection is null)
        {
            (own, var refusal) = await PrivateAsync(data, cancel);
            if (own is null) return (null, refusal);
        }

        var kept = false;
        try
        {
            // A query over all records may take its time.
            var text = new NpgsqlConnectionStringBuilder(own?.ConnectionString ?? connection) { MaxPoolSize = 2, CommandTimeout = 600 };
            kept = await IsOfThisVersionAsync(text.ConnectionString, cancel);
            if (kept) return (new OpenedRecords(text.ConnectionString, own), null);
            return (null, new LocalText(
                "Cơ sở dữ liệu chưa ở phiên bản này: hãy khởi động máy chủ của phiên bản này một lần rồi chạy lại.",
                "The database is not of this version yet: start the server of this version once, then run again."));
        }
        catch (Exception error) when (error is NpgsqlException or ArgumentException)
        {
            return (null, new LocalText(
                $"Không kết nối được cơ sở dữ liệu ({error.Message}): hãy kiểm tra --db hoặc OPENPAR_DB.", $"The database cannot be reached ({error.Message}): check --db or OPENPAR_DB."));
        }
        finally
        {
            if (!kept && own is not null) await own.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        if (own is not null) await own.DisposeAsync();
    }

    private static async Task<bool> IsOfThisVersionAsync(string connection, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var db = new OpenParDb(DbOptions.For(source));
        return !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
    }

    private static async Task<(RunningPostgres? Server, LocalText? Refusal)> PrivateAsync(string data, CancellationToken cancel)
    {
        // A wrong name must not make an empty installation there.
        if (!PrivatePostgres.IsIn(data))
        {
            return (null, new LocalText(
                $"Thư mục {Path.GetFullPath(data)} không có cơ sở dữ liệu của OpenPAR: hãy nêu --data như khi chạy máy chủ, hoặc --db.",
                $"The folder {Path.GetFullPath(data)} holds no database of OpenPAR: name --data as for the server, or --db."));
        }

        if (!DataFolder.TryOpen(data, out var folder, out var closed)) return (null, closed);
        return await PrivatePostgres.StartAsync(folder, cancel) switch
        {
            PostgresStart.Running running => (running.Server, null),
            PostgresStart.Unavailable unavailable => (null, unavailable.Reason),
            var other => throw new InvalidOperationException($"{other} is no way to start."),
        };
    }
}
