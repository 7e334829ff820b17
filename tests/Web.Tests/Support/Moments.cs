using Npgsql;

namespace OpenPar.Web.Tests.Support;

/// <summary>Makes requests meet in one moment: they read, and wait where they write.</summary>
internal static class Moments
{
    /// <summary>Holds a row of a sheet until the transaction ends.</summary>
    public static async Task<NpgsqlTransaction> HoldRowAsync(this Site site, Guid row)
    {
        var connection = await site.Source.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("select from rounds.rows where id = $1 for update", connection, transaction) { Parameters = { new() { Value = row } } };
        await hold.ExecuteNonQueryAsync();
        return transaction;
    }

    /// <summary>Returns when so many requests wait for a lock.</summary>
    public static async Task WaitingAsync(this Site site, int requests)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var ask = site.Source.CreateCommand("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        while ((long)(await ask.ExecuteScalarAsync(patience.Token))! < requests) await Task.Delay(20, patience.Token);
    }

    /// <summary>Sends an act twice in one moment; the answers.</summary>
    public static async Task<IReadOnlyList<HttpResponseMessage>> TwiceAsync(this Site site, Guid row, Func<Task<HttpResponseMessage>> act)
    {
        await using var line = await site.HoldRowAsync(row);
        var both = new[] { act(), act() };
        await site.WaitingAsync(2);
        await line.CommitAsync();
        return await Task.WhenAll(both);
    }
}
