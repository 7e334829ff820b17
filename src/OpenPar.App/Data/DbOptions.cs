using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OpenPar.App.Data;

/// <summary>The one way the context is set up, in the host, the tests and the command line.</summary>
public static class DbOptions
{
    // More at work than the cores can carry only stand in each other's way.
    private static readonly int MostConnections = Math.Clamp(8 * Environment.ProcessorCount, 16, 50);

    /// <summary>
    /// The connections of a server. A statement asked a second time stays prepared on its connection: planning the queries of a page
    /// costs PostgreSQL more than running them. Nothing here leaves state on a session (locks are of a transaction, or let go by hand), so
    /// none is reset between two queries.
    /// </summary>
    public static string Prepared(string connectionString)
    {
        var named = new NpgsqlConnectionStringBuilder(connectionString);
        return new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            // PostgreSQL takes 100 unless told otherwise, and others come as well: a rush waits its turn instead of being turned away.
            MaxPoolSize = Math.Min(named.MaxPoolSize, MostConnections),
        }.ConnectionString;
    }

    /// <summary>Options over an open data source.</summary>
    public static DbContextOptions<OpenParDb> For(NpgsqlDataSource source)
    {
        var builder = new DbContextOptionsBuilder<OpenParDb>();
        Configure(builder, source);
        return builder.Options;
    }

    /// <summary>The same for a builder that dependency injection hands out.</summary>
    public static void Configure(DbContextOptionsBuilder builder, NpgsqlDataSource source)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable("migrations", "public"));
    }
}
