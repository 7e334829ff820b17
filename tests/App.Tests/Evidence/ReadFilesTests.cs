using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Reading;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.Core;
using OpenPar.Testing;

namespace OpenPar.App.Tests.Evidence;

/// <summary>Files are read by themselves; what cannot be read now is told from what never can.</summary>
public sealed class ReadFilesTests : IAsyncLifetime
{
    private readonly AppHouse house = new();

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_file_that_the_store_lacks_waits_keeps_nobody_from_a_turn_and_is_read_when_it_is_back()
    {
        var lost = new List<(string Name, byte[] Content)>();
        for (var i = 0; i < 12; i++)
        {
            var content = SmallPdf.Write($"mat tep {i}");
            lost.Add((await ReceivedAsync(content), content));
            await house.UseAsync<IStorage, int>(async s => { await s.DeleteAsync(lost[^1].Name, Cancel); return 0; });
        }

        var there = await ReceivedAsync(SmallPdf.Write("con day"));
        Assert.Equal(1, await ReadUntilAsync(there));
        await using (var db = house.Db()) Assert.Equal(12, await db.Files.CountAsync(f => f.Reading == ReadingState.Waiting, Cancel));

        foreach (var (_, content) in lost) await house.UseAsync<FileStore, StoredFile?>(s => s.SaveAsync(new MemoryStream(content), 1_000_000, Cancel));
        Assert.Equal(12, await house.UseAsync<ReadFiles.Handler, int>(h => h.HandleAsync(100, Cancel)));
        await using var after = house.Db();
        Assert.Contains("mat tep 7", (await after.Files.SingleAsync(f => f.Sha256 == lost[7].Name, Cancel)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_too_long_to_be_read_is_not_fetched_to_find_that_out()
    {
        var name = new string('a', 64);
        // The store does not even hold it: whoever asked it would find it missing and wait.
        await house.ExecuteAsync($"insert into evidence.files (sha256, size, scan, reading) values ('{name}', {2L * 1024 * 1024 * 1024}, 'Clean', 'Waiting')");

        Assert.Equal(1, await house.UseAsync<ReadFiles.Handler, int>(h => h.HandleAsync(10, Cancel)));

        await using var db = house.Db();
        Assert.Equal(ReadingState.Unreadable, (await db.Files.SingleAsync(f => f.Sha256 == name, Cancel)).Reading);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<string> ReceivedAsync(byte[] content) => house.UseAsync<ReceiveFile, string>(async r =>
        (await r.SaveAsync(new MemoryStream(content), "tệp.pdf", 1_000_000, Refusal.Of("too-large", "quá lớn", "too large"), Cancel)).Value.Sha256);

    // A few at a time, as the upkeep does; how many were read until this one was.
    private async Task<int> ReadUntilAsync(string name)
    {
        var read = 0;
        for (var turn = 0; turn < 200; turn++)
        {
            read += await house.UseAsync<ReadFiles.Handler, int>(h => h.HandleAsync(3, Cancel));
            await using var db = house.Db();
            if ((await db.Files.SingleAsync(f => f.Sha256 == name, Cancel)).Reading == ReadingState.Read) return read;
        }

        return -1;
    }
}
