using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Scanning;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.App.Features.Evidence.Sweeping;
using OpenPar.Core;

namespace OpenPar.App.Tests.Evidence;

/// <summary>Bytes that nothing uses go after their time; nothing else does.</summary>
public sealed class SweepTests : IAsyncLifetime
{
    private static readonly TimeSpan JustOver = SweepFiles.Grace + TimeSpan.FromMinutes(1);
    private readonly AppHouse house = new();
    private readonly string folder = Directory.CreateTempSubdirectory("openpar-sweep-").FullName;
    private readonly Clock clock = new();
    private SlowStorage storage = null!;
    private FileStore store = null!;

    public async ValueTask InitializeAsync()
    {
        await house.InitializeAsync();
        storage = new SlowStorage(new DiskStorage(folder));
        store = new FileStore(storage, house.Source, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Bytes_that_nothing_uses_go_after_the_grace_and_not_before()
    {
        var name = await ReceivedAsync("không ai dùng");

        Assert.Equal(0, await SweepAsync(name));
        clock.Now += SweepFiles.Grace - TimeSpan.FromMinutes(1);
        Assert.Equal(0, await SweepAsync(name));
        Assert.True(await storage.HoldsAsync(name, Cancel));
        clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(1, await SweepAsync(name));

        Assert.False(await storage.HoldsAsync(name, Cancel));
        await using var db = house.Db();
        Assert.False(await db.Files.AnyAsync(f => f.Sha256 == name, Cancel));
        Assert.Equal(0, await db.UnusedFiles.CountAsync(Cancel));
        var entry = await db.AuditEntries.SingleAsync(e => e.Action == nameof(SweepFiles), Cancel);
        Assert.Equal(("file/" + name, "Hệ thống"), (entry.Subject, entry.ActorName));
    }

    [Fact]
    public async Task Bytes_of_which_no_record_was_ever_made_go_too()
    {
        var name = (await SaveAsync("thử một lần"u8.ToArray())).Sha256;
        await SweepAsync(name);
        clock.Now += JustOver;

        Assert.Equal(1, await SweepAsync(name));
        Assert.False(await storage.HoldsAsync(name, Cancel));
    }

    [Fact]
    public async Task Every_way_of_using_bytes_keeps_them()
    {
        var names = new Dictionary<string, string>();
        foreach (var place in FileUses.All.Select(u => u.Name)) names[place] = await ReceivedAsync("dùng ở " + place);
        var free = await ReceivedAsync("không dùng");
        foreach (var (place, name) in names) await UseAsync(place, name);
        foreach (var name in names.Values.Append(free)) await SweepAsync(name);
        clock.Now += JustOver;
        foreach (var name in names.Values.Append(free)) await SweepAsync(name);

        foreach (var (place, name) in names) Assert.True(await storage.HoldsAsync(name, Cancel), place);
        Assert.False(await storage.HoldsAsync(free, Cancel));
    }

    [Theory]
    [InlineData("frameworks.assignment_imports")]
    [InlineData("plans.imports")]
    public async Task The_file_of_a_review_that_was_thrown_away_goes(string table)
    {
        var name = await ReceivedAsync("bỏ lần xem lại " + table);
        await UseAsync(table + ".sha256", name);
        await using (var thrown = house.Source.CreateCommand($"update {table} set state = 'Discarded' where sha256 = '{name}'")) await thrown.ExecuteNonQueryAsync(Cancel);
        await SweepAsync(name);
        clock.Now += JustOver;

        Assert.Equal(1, await SweepAsync(name));
        Assert.False(await storage.HoldsAsync(name, Cancel));
    }

    [Fact]
    public async Task Infected_bytes_stay_shut_away()
    {
        var name = await ReceivedAsync("có mã độc");
        await using (var db = house.Db()) await db.Files.Where(f => f.Sha256 == name).ExecuteUpdateAsync(f => f.SetProperty(x => x.Scan, ScanState.Infected), Cancel);
        await SweepAsync(name);
        clock.Now += JustOver;

        Assert.Equal(0, await SweepAsync(name));
        Assert.True(await storage.HoldsAsync(name, Cancel));
        await using var after = house.Db();
        Assert.Equal(ScanState.Infected, (await after.Files.SingleAsync(f => f.Sha256 == name, Cancel)).Scan);
    }

    [Fact]
    public async Task Bytes_found_infected_after_they_were_marked_stay_too()
    {
        var name = await ReceivedAsync("có mã độc, thấy sau");
        await SweepAsync(name);
        await using (var db = house.Db()) await db.Files.Where(f => f.Sha256 == name).ExecuteUpdateAsync(f => f.SetProperty(x => x.Scan, ScanState.Infected), Cancel);
        clock.Now += JustOver;

        Assert.Equal(0, await SweepAsync(name));
        Assert.True(await storage.HoldsAsync(name, Cancel));
    }

    [Fact]
    public async Task Bytes_saved_again_wait_the_whole_time_again()
    {
        var name = await ReceivedAsync("bỏ rồi lại cần");
        await SweepAsync(name);
        clock.Now += JustOver;
        Assert.Equal(name, await ReceivedAsync("bỏ rồi lại cần"));

        Assert.Equal(0, await SweepAsync(name));
        clock.Now += SweepFiles.Grace / 2;
        Assert.Equal(0, await SweepAsync(name));
        Assert.True(await storage.HoldsAsync(name, Cancel));
    }

    [Fact]
    public async Task Bytes_used_again_between_the_mark_and_the_sweep_lose_their_mark()
    {
        var name = await ReceivedAsync("dùng lại");
        await SweepAsync(name);
        await UseAsync("evidence.uploads.sha256", name);
        clock.Now += JustOver;

        Assert.Equal(0, await SweepAsync(name));
        await using var db = house.Db();
        Assert.Equal(0, await db.UnusedFiles.CountAsync(Cancel));
    }

    [Fact]
    public async Task Known_clean_bytes_that_come_back_while_they_are_swept_are_there_afterwards()
    {
        var content = "gửi lại đúng lúc dọn"u8.ToArray();
        var name = await ReceivedAsync(content);
        await using (var db = house.Db()) await db.Files.Where(f => f.Sha256 == name).ExecuteUpdateAsync(f => f.SetProperty(x => x.Scan, ScanState.Clean), Cancel);
        await SweepAsync(name);
        clock.Now += JustOver;
        // The sweep stops right before it removes the bytes; meanwhile a person sends them once more, as a resumed upload does.
        var (reached, goOn) = storage.StopAtDelete();
        var sweep = SweepAsync(name);
        await reached;
        var path = Path.Combine(folder, "again");
        await File.WriteAllBytesAsync(path, content, Cancel);
        var adopting = Task.Run(async () =>
        {
            await using var db = house.Db();
            return await new ReceiveFile(db, store, new VirusScanner(null), clock).AdoptAsync(path, new StoredFile(name, content.Length), "lại.txt", Cancel);
        }, Cancel);
        await Task.Delay(300, Cancel);
        Assert.False(adopting.IsCompleted);
        goOn();

        Assert.Equal(1, await sweep);
        Assert.Null(await adopting);
        Assert.True(await storage.HoldsAsync(name, Cancel));
        await UseAsync("evidence.uploads.sha256", name);
        await using var after = house.Db();
        Assert.Equal(ScanState.Clean, (await after.Files.SingleAsync(f => f.Sha256 == name, Cancel)).Scan);
    }

    [Fact]
    public async Task Sweeping_and_saving_the_same_bytes_all_the_time_never_loses_what_was_saved()
    {
        var content = "tranh nhau"u8.ToArray();
        var name = await ReceivedAsync(content);
        // Sweeps run while bytes are saved and taken into use, but no week passes in between.
        using var time = new SemaphoreSlim(1, 1);
        var sweeping = Task.Run(async () =>
        {
            var removed = 0;
            for (var i = 0; i < 80; i++)
            {
                await time.WaitAsync(Cancel);
                clock.Now += JustOver;
                time.Release();
                removed += await SweepAsync(name);
            }

            return removed;
        }, Cancel);
        var lost = 0;
        while (!sweeping.IsCompleted)
        {
            await time.WaitAsync(Cancel);
            var saved = await ReceivedAsync(content);
            var upload = await UseAsync("evidence.uploads.sha256", saved);
            if (!await storage.HoldsAsync(saved, Cancel)) lost++;
            time.Release();
            // Given up again, as an upload that is cancelled, and left alone for a moment.
            await using var db = house.Db();
            await db.Uploads.Where(u => u.Id == new UploadId(upload)).ExecuteDeleteAsync(Cancel);
            await Task.Delay(Random.Shared.Next(40), Cancel);
        }

        Assert.True(await sweeping > 0, "The sweep never had its turn.");
        Assert.Equal(0, lost);
    }

    [Fact]
    public async Task A_storage_that_cannot_delete_leaves_everything_as_it_was()
    {
        var name = await ReceivedAsync("không xoá được");
        await SweepAsync(name);
        clock.Now += JustOver;
        storage.Broken = true;
        await Assert.ThrowsAsync<IOException>(() => SweepAsync(name));
        storage.Broken = false;

        await using var db = house.Db();
        Assert.True(await db.Files.AnyAsync(f => f.Sha256 == name, Cancel));
        Assert.Equal(0, await db.AuditEntries.CountAsync(e => e.Action == nameof(SweepFiles), Cancel));
        Assert.Equal(1, await SweepAsync(name));
    }

    [Fact]
    public async Task Every_column_that_holds_a_hash_is_listed_as_a_use_or_as_none()
    {
        await using var command = house.Source.CreateCommand("""
            select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
            where (column_name like '%sha256%' or column_name like '%hash%') and table_schema not in ('pg_catalog', 'information_schema', 'accounts')
            order by 1
            """);
        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        while (await reader.ReadAsync(Cancel)) found.Add(reader.GetString(0));

        Assert.Equal(FileUses.All.Where(u => !u.Text).Select(u => u.Name).Concat(FileUses.Others).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<int> SweepAsync(string sha256)
    {
        await using var db = house.Db();
        return await new SweepFiles.Handler(db, storage, clock, new Actor()).HandleAsync(sha256[..2], Cancel);
    }

    private Task<string> ReceivedAsync(string content) => ReceivedAsync(System.Text.Encoding.UTF8.GetBytes(content));

    private async Task<string> ReceivedAsync(byte[] content)
    {
        await using var db = house.Db();
        using var stream = new MemoryStream(content);
        var refusal = Refusal.Of("too-large", "quá lớn", "too large");
        return (await new ReceiveFile(db, store, new VirusScanner(null), clock).SaveAsync(stream, "tệp.txt", 1_000_000, refusal, Cancel)).Value.Sha256;
    }

    private async Task<StoredFile> SaveAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return (await store.SaveAsync(stream, 1_000_000, Cancel))!;
    }

    private Task<Guid> UseAsync(string place, string sha256) => RecordedUse.AddAsync(house, place, sha256);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>The disk, stopped or broken where the test wants it.</summary>
    private sealed class SlowStorage(IStorage disk) : IStorage
    {
        private TaskCompletionSource? reached, goOn;

        public bool Broken { get; set; }

        public string Where => disk.Where;

        public (Task Reached, Action GoOn) StopAtDelete()
        {
            (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return (reached.Task, goOn.SetResult);
        }

        public async Task DeleteAsync(string sha256, CancellationToken cancellationToken)
        {
            if (Broken) throw new IOException("The disk is read-only.");
            reached?.TrySetResult();
            if (goOn is not null) await goOn.Task;
            await disk.DeleteAsync(sha256, cancellationToken);
        }

        public Task PutAsync(string path, string sha256, CancellationToken cancellationToken) => disk.PutAsync(path, sha256, cancellationToken);

        public Task<bool> HoldsAsync(string sha256, CancellationToken cancellationToken) => disk.HoldsAsync(sha256, cancellationToken);

        public Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken) => disk.OpenAsync(sha256, cancellationToken);

        public Task<LocalCopy?> CopyAsync(string sha256, CancellationToken cancellationToken) => disk.CopyAsync(sha256, cancellationToken);

        public IAsyncEnumerable<StoredFile> ListAsync(string firstTwo, CancellationToken cancellationToken) => disk.ListAsync(firstTwo, cancellationToken);

        public Task TidyAsync(DateTimeOffset before, CancellationToken cancellationToken) => disk.TidyAsync(before, cancellationToken);

        public Task<Core.Text.LocalText?> RefusalAsync(CancellationToken cancellationToken) => disk.RefusalAsync(cancellationToken);
    }
}
