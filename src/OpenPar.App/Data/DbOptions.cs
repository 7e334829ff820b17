using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OpenPar.App.Data;

/// <summary>The one way the context is set up, in the host, the tests and the command line.</summary>
public static class DbOptions
{
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
