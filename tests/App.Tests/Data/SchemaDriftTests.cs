using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.Testing;

namespace OpenPar.App.Tests.Data;

public sealed class SchemaDriftTests
{
    [Fact]
    public async Task The_migrated_schema_is_the_schema_of_the_model()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var migrated = await TestDatabase.CreateAsync(cancel);
        // Named by its own content: a database that is kept between runs must not be that of an earlier model.
        await using var modelled = await TestDatabase.CreateAsync(CreateScript(), CreateFromModelAsync, cancel);

        var expected = await ColumnsAsync(modelled.ConnectionString, cancel);
        var actual = await ColumnsAsync(migrated.ConnectionString, cancel);

        Assert.NotEmpty(expected);
        Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));
    }

    private static string CreateScript()
    {
        using var source = NpgsqlDataSource.Create("Host=localhost");
        using var db = new OpenParDb(DbOptions.For(source));
        return db.Database.GenerateCreateScript();
    }

    private static async Task CreateFromModelAsync(string connectionString, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var db = new OpenParDb(DbOptions.For(source));
        await db.Database.ExecuteSqlRawAsync(CreateScript().Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), cancel);
    }

    private static async Task<List<string>> ColumnsAsync(string connectionString, CancellationToken cancel)
    {
        const string sql = """
            select table_schema || '.' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' '
                   || coalesce(character_maximum_length::text, '') || ' ' || is_identity
            from information_schema.columns
            where table_schema not in ('public', 'pg_catalog', 'information_schema')
            union all
            select n.nspname || '.' || t.relname || ' unique ' || pg_get_indexdef(i.indexrelid)
            from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
            where i.indisunique and n.nspname not in ('public', 'pg_catalog', 'pg_toast')
            union all
            select n.nspname || '.' || t.relname || ' ' || pg_get_constraintdef(c.oid)
            from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
            where c.contype in ('f', 'p') and n.nspname not in ('public', 'pg_catalog')
            order by 1
            """;
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var columns = new List<string>();
        while (await reader.ReadAsync(cancel)) columns.Add(reader.GetString(0));
        return columns;
    }
}
