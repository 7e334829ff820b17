using System.Diagnostics;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Data.Postgres;
using OpenPar.Core.Text;

namespace OpenPar.App.Tests.Data.Postgres;

public sealed class PrivatePostgresTests : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("openpar-pg-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(path, recursive: true);

    [Fact]
    public async Task A_first_start_makes_a_Vietnamese_database()
    {
        await using var server = await StartAsync();

        Assert.True(server.StartedByUs);
        Assert.Equal("vi-VN", await ScalarAsync(server, "select daticulocale from pg_database where datname = current_database()"));
        Assert.Equal("UTC", await ScalarAsync(server, "show timezone"));
        Assert.Equal("on", await ScalarAsync(server, "show data_checksums"));
        Assert.Equal("127.0.0.1", await ScalarAsync(server, "show listen_addresses"));
        Assert.Equal("a ă â b d đ e", await ScalarAsync(server, "select string_agg(x, ' ' order by x) from unnest(array['đ','b','â','a','e','d','ă']) x"));
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var server = await StartAsync();
        var text = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "wrong" };
        await using var connection = new NpgsqlConnection(text.ConnectionString);

        var error = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Cancel));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, error.SqlState);
    }

    [Fact]
    public async Task Data_stay_after_stop_and_start()
    {
        await using (var first = await StartAsync())
        {
            await ScalarAsync(first, "create table kept (word text); insert into kept values ('còn'); select 1");
        }

        Assert.False(File.Exists(Path.Combine(path, "postgres", "data", "postmaster.pid")));
        await using var second = await StartAsync();
        Assert.Equal("còn", await ScalarAsync(second, "select word from kept"));
    }

    [Fact]
    public async Task A_second_start_adopts_and_the_last_one_out_stops()
    {
        var first = await StartAsync();
        var second = await StartAsync();

        Assert.False(second.StartedByUs);
        await first.StopAsync();
        Assert.Equal("1", await ScalarAsync(second, "select 1"));
        await second.StopAsync();
        Assert.False(File.Exists(Path.Combine(path, "postgres", "data", "postmaster.pid")));
    }

    [Fact]
    public async Task Many_starts_at_once_share_one_server()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(StartAsync, Cancel)));

        Assert.Single(servers, server => server.StartedByUs);
        Assert.Single(servers.Select(server => server.ConnectionString).Distinct());
        foreach (var server in servers) await server.StopAsync();
    }

    [Fact]
    public async Task A_killed_server_recovers_with_its_data()
    {
        var first = await StartAsync();
        await ScalarAsync(first, "create table kept (word text); insert into kept values ('còn'); select 1");
        using (var postmaster = Process.GetProcessById(Postmaster())) postmaster.Kill();

        await using var second = await StartAsync();

        Assert.True(second.StartedByUs);
        Assert.Equal("còn", await ScalarAsync(second, "select word from kept"));
        await first.StopAsync();
    }

    [Fact]
    public async Task A_server_killed_in_service_comes_back_at_the_same_address()
    {
        await using var server = await StartAsync();
        await ScalarAsync(server, "create table kept (word text); insert into kept values ('còn'); select 1");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var back = new TaskCompletionSource<LocalText?>();
        var keeping = server.KeepAsync(refusal => back.TrySetResult(refusal), stop.Token);
        using (var postmaster = Process.GetProcessById(Postmaster())) postmaster.Kill();

        Assert.Null(await back.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancel));
        Assert.Equal("còn", await ScalarAsync(server, "select word from kept"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);
    }

    [Fact]
    public async Task A_process_file_left_by_another_boot_does_not_matter()
    {
        await using (await StartAsync())
        {
        }

        // The number now belongs to this test process, which runs and is no server.
        var lines = $"{Environment.ProcessId}\n{path}/postgres/data\n1700000000\n5432\n\n127.0.0.1\n  1 2\nready   \n";
        await File.WriteAllTextAsync(Path.Combine(path, "postgres", "data", "postmaster.pid"), lines, Cancel);

        await using var server = await StartAsync();

        Assert.True(server.StartedByUs);
        Assert.Equal("1", await ScalarAsync(server, "select 1"));
    }

    [Fact]
    public async Task Half_a_cluster_from_a_killed_first_start_is_thrown_away()
    {
        Directory.CreateDirectory(Path.Combine(path, "postgres", "data.new-00000000", "base"));

        await using var server = await StartAsync();

        Assert.Equal("1", await ScalarAsync(server, "select 1"));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(path, "postgres"), "data.new-*"));
    }

    [Fact]
    public async Task A_missing_password_file_is_said_in_one_sentence()
    {
        await using (await StartAsync())
        {
        }

        File.Delete(Path.Combine(path, "postgres", "password"));

        AssertSentence(await RefusalAsync(), "password");
    }

    [Fact]
    public async Task Data_of_a_version_that_is_not_here_are_said_in_one_sentence()
    {
        await using (await StartAsync())
        {
        }

        await File.WriteAllTextAsync(Path.Combine(path, "postgres", "data", "PG_VERSION"), "9\n", Cancel);

        AssertSentence(await RefusalAsync(), "PostgreSQL 9");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_in_one_sentence()
    {
        var file = Path.Combine(path, "file");
        File.WriteAllText(file, "x");

        Assert.False(DataFolder.TryOpen(Path.Combine(file, "data"), out _, out var refusal));

        AssertSentence(refusal, "--data");
    }

    [Fact]
    public void A_disk_without_room_is_said_in_one_sentence()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full is Linux's");
        var error = Assert.ThrowsAny<IOException>(() => File.WriteAllBytes("/dev/full", new byte[1]));

        Assert.True(DataFolder.IsDiskFull(error));
        AssertSentence(DataFolder.Full(path), "--data");
    }

    private static void AssertSentence(LocalText text, string part)
    {
        foreach (var sentence in new[] { text.Vi, text.En })
        {
            Assert.Contains(part, sentence, StringComparison.Ordinal);
            Assert.EndsWith(".", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("\n", sentence, StringComparison.Ordinal);
        }
    }

    private DataFolder Folder()
    {
        Assert.True(DataFolder.TryOpen(path, out var folder, out _));
        return folder;
    }

    private async Task<RunningPostgres> StartAsync() =>
        Assert.IsType<PostgresStart.Running>(await PrivatePostgres.StartAsync(Folder(), Cancel)).Server;

    private async Task<LocalText> RefusalAsync() =>
        Assert.IsType<PostgresStart.Unavailable>(await PrivatePostgres.StartAsync(Folder(), Cancel)).Reason;

    private int Postmaster() => int.Parse(File.ReadLines(Path.Combine(path, "postgres", "data", "postmaster.pid")).First());

    private static async Task<string?> ScalarAsync(RunningPostgres server, string sql)
    {
        var text = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(text.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync(Cancel))?.ToString();
    }
}
