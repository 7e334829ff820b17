using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Testing;

namespace OpenPar.App.Tests.Data;

/// <summary>Decisions about rows that were stored one by one become decisions about groups of rows, and nothing else changes.</summary>
public sealed class MappingDecisionsMigrationTests
{
    // Two frameworks and what a person had said of their rows: confirmed, changed, split, without counterpart, only proposed, no counterpart proposed.
    private const string Before = """
        insert into frameworks.frameworks (id, title, decision_number, issuer, rounding_digits, rounding_mode, content_hash, loaded_at)
            select id, 'Bộ mẫu', '1/QĐ', 'Tỉnh mẫu', 2, 'HalfUp', id, now() from unnest(array['mau/1-2024', 'mau/2-2025', 'mau/3-2026']) id;
        insert into frameworks.criteria (framework_id, code, sort_order, title, method, evidence, not_applicable)
            select f.id, c, 0, 'Dòng ' || c, 'SelfAssessed', '{}', 'FullPoints' from frameworks.frameworks f, unnest(array['1', '2', '3', '4', '5', '6', '7']) c;
        insert into frameworks.criterion_mappings (from_framework_id, to_framework_id, to_code, from_code, likeness, state) values
            ('mau/1-2024', 'mau/2-2025', '1', '1', 1, 'Confirmed'),
            ('mau/1-2024', 'mau/2-2025', '2', '3', 0.4, 'Changed'),
            ('mau/1-2024', 'mau/2-2025', '3', '4', 0.7, 'Confirmed'),
            ('mau/1-2024', 'mau/2-2025', '4', '4', 0.6, 'Changed'),
            ('mau/1-2024', 'mau/2-2025', '5', null, 0, 'NoCounterpart'),
            ('mau/1-2024', 'mau/2-2025', '6', '6', 0.9, 'Proposed'),
            ('mau/1-2024', 'mau/2-2025', '7', null, 0, 'Proposed'),
            ('mau/2-2025', 'mau/3-2026', '1', '1', 1, 'Confirmed');
        insert into audit.entries (at, actor_name, action, subject) values
            ('2026-01-02T03:04:05Z', 'Người xác nhận trước', 'DecideMappings', 'mapping/mau/1-2024/mau/2-2025'),
            ('2026-02-03T04:05:06Z', 'Người xác nhận', 'DecideMappings', 'mapping/mau/1-2024/mau/2-2025');
        """;

    /// <summary>Identity and text of the migrations before 0008, in order.</summary>
    private static readonly List<(string Id, string Text)> Earlier = [.. typeof(OpenParDb).Assembly.GetManifestResourceNames()
        .Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).TakeWhile(n => !n.Contains(".0008_", StringComparison.Ordinal))
        .Select(n => (n.Split('.')[^2], TextOf(n)))];

    [Fact]
    public async Task What_people_had_decided_row_by_row_reads_back_as_groups()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync(string.Concat(Earlier.Select(m => m.Text)), AtSevenAsync, cancel);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await RunAsync(source, Before, cancel);

        await Migrator.MigrateAsync(source, cancel);

        await using var db = new OpenParDb(DbOptions.For(source));
        var decisions = await db.MappingDecisions.AsNoTracking().Include(d => d.Members).ToListAsync(cancel);
        var told = decisions.Select(d => (d, c: d.ToContinuation()))
            .Select(p => $"{p.d.FromFrameworkId} {string.Join('+', p.c.From)}={string.Join('+', p.c.To)} {p.d.Relation} {p.d.State} {p.d.DecidedBy}").Order(StringComparer.Ordinal);
        Assert.Equal(
        [
            "mau/1-2024 1=1 Same Confirmed Người xác nhận",
            "mau/1-2024 3=2 Same Changed Người xác nhận",
            "mau/1-2024 4=3+4 Split Changed Người xác nhận",
            "mau/1-2024 =5 New Confirmed Người xác nhận",
            "mau/2-2025 1=1 Same Confirmed OpenPAR",
        ], told);
        Assert.All(decisions, d => Assert.True(d.Relation.Fits(d.ToContinuation().From.Count, d.ToContinuation().To.Count)));
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero), decisions.First(d => d.Relation == MappingRelation.New).DecidedAt);
        Assert.DoesNotContain(decisions, d => d.State == MappingState.Refused);
        await using var left = source.CreateCommand("select count(*) from information_schema.tables where table_name = 'criterion_mappings'");
        Assert.Equal(0L, await left.ExecuteScalarAsync(cancel));
    }

    private static async Task AtSevenAsync(string connectionString, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var db = new OpenParDb(DbOptions.For(source));
        var history = db.GetService<IHistoryRepository>();
        await RunAsync(source, history.GetCreateIfNotExistsScript(), cancel);
        // EF finds a migration to stop at only by timestamps in its name, which ours do not carry.
        foreach (var (id, text) in Earlier)
        {
            await RunAsync(source, text, cancel);
            await RunAsync(source, history.GetInsertScript(new HistoryRow(id, "10.0.0")), cancel);
        }
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string TextOf(string resource)
    {
        using var reader = new StreamReader(typeof(OpenParDb).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
