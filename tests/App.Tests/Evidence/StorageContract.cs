using System.Security.Cryptography;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Storage;

namespace OpenPar.App.Tests.Evidence;

/// <summary>What every storage does, asked through the store that features use and of the storage itself.</summary>
public abstract class StorageContract(AppHouse house) : IClassFixture<AppHouse>, IAsyncLifetime
{
    /// <summary>The data folder of the test.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("openpar-storage-").FullName;

    /// <summary>The storage under test.</summary>
    protected IStorage Storage { get; private set; } = null!;

    /// <summary>The store over it.</summary>
    protected FileStore Store { get; private set; } = null!;

    /// <summary>Makes the storage, or skips the test with the reason.</summary>
    protected abstract Task<IStorage> OpenStorageAsync();

    public virtual async ValueTask InitializeAsync()
    {
        Storage = await OpenStorageAsync();
        Store = new FileStore(Storage, house.Source, Folder);
    }

    public virtual ValueTask DisposeAsync()
    {
        (Storage as IDisposable)?.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_saved_comes_back_byte_for_byte_under_its_sha256()
    {
        var content = Random(300_000);
        var saved = (await SaveAsync(content))!;

        Assert.Equal(new StoredFile(Name(content), 300_000), saved);
        Assert.True(await Storage.HoldsAsync(saved.Sha256, Cancel));
        Assert.Equal(content, await ReadAsync(saved.Sha256));
        await using var copy = await Store.CopyAsync(saved.Sha256, Cancel);
        Assert.Equal(content, await File.ReadAllBytesAsync(copy!.Path, Cancel));
        AssertNothingBegun();
    }

    [Fact]
    public async Task A_file_longer_than_a_part_comes_back_byte_for_byte()
    {
        var content = Random((2 * S3Storage.PartSize) + 1_234_567);
        var path = Path.Combine(Folder, "whole");
        await File.WriteAllBytesAsync(path, content, Cancel);

        await Store.AdoptAsync(path, Name(content), Cancel);

        Assert.False(File.Exists(path));
        await using var copy = await Store.CopyAsync(Name(content), Cancel);
        Assert.Equal(Name(content), Convert.ToHexStringLower(await SHA256.HashDataAsync(copy!.Open(), Cancel)));
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once()
    {
        var content = Random(5_000);
        var first = await SaveAsync(content);
        Assert.Equal(first, await SaveAsync(content));

        Assert.Equal([Name(content)], await ListAsync(Name(content)[..2]));
    }

    [Fact]
    public async Task Saves_of_the_same_bytes_at_once_all_succeed()
    {
        var content = Random(2_000_000);
        var saved = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SaveAsync(content)));

        Assert.All(saved, file => Assert.Equal(Name(content), file!.Sha256));
        Assert.Equal(content, await ReadAsync(Name(content)));
        AssertNothingBegun();
    }

    [Fact]
    public async Task Content_beyond_the_limit_leaves_nothing()
    {
        var content = Random(10_001);
        using var stream = new MemoryStream(content);

        Assert.Null(await Store.SaveAsync(stream, 10_000, Cancel));
        Assert.False(await Storage.HoldsAsync(Name(content), Cancel));
        AssertNothingBegun();
    }

    [Fact]
    public async Task A_save_that_is_cut_off_leaves_nothing()
    {
        using var cut = new CutStream(Random(400_000));

        await Assert.ThrowsAsync<IOException>(() => Store.SaveAsync(cut, 1_000_000, Cancel));
        Assert.False(await Storage.HoldsAsync(Name(cut.Given), Cancel));
        AssertNothingBegun();
    }

    [Fact]
    public async Task A_long_file_that_is_given_up_half_way_is_not_there_and_stays_where_it_was()
    {
        var content = Random(3 * S3Storage.PartSize);
        var path = Path.Combine(Folder, "given-up");
        await File.WriteAllBytesAsync(path, content, Cancel);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.AdoptAsync(path, Name(content), stop.Token));

        Assert.True(File.Exists(path));
        Assert.False(await Storage.HoldsAsync(Name(content), Cancel));
        await Store.AdoptAsync(path, Name(content), Cancel);
        Assert.True(await Storage.HoldsAsync(Name(content), Cancel));
    }

    [Fact]
    public async Task A_missing_file_is_said_to_be_missing()
    {
        var name = Name(Random(10));

        Assert.False(await Storage.HoldsAsync(name, Cancel));
        Assert.Null(await Store.CopyAsync(name, Cancel));
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.OpenAsync(name, Cancel));
        await Storage.DeleteAsync(name, Cancel);
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync("../../etc/passwd", Cancel));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(99_990, 10)]
    [InlineData(50_000, 20_000)]
    [InlineData(100_000, 0)]
    public async Task A_part_of_a_file_is_read_from_its_place(int from, int length)
    {
        var content = Random(100_000);
        var saved = (await SaveAsync(content))!;
        await using var file = await Store.OpenAsync(saved.Sha256, Cancel);

        Assert.Equal((true, 100_000L), (file.CanSeek, file.Length));
        file.Seek(from, SeekOrigin.Begin);
        var part = new byte[length];
        await file.ReadExactlyAsync(part, Cancel);

        Assert.Equal(content[from..(from + length)], part);
        file.Seek(-5, SeekOrigin.End);
        var end = new byte[100];
        Assert.Equal(5, await file.ReadAtLeastAsync(end, end.Length, throwOnEndOfStream: false, Cancel));
        Assert.Equal(content[^5..], end[..5]);
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        var saved = (await SaveAsync([]))!;

        Assert.Equal(0, saved.Size);
        Assert.Empty(await ReadAsync(saved.Sha256));
    }

    [Fact]
    public async Task What_is_removed_is_gone_and_can_be_saved_again()
    {
        var content = Random(1_000);
        var name = (await SaveAsync(content))!.Sha256;
        await Storage.DeleteAsync(name, Cancel);

        Assert.False(await Storage.HoldsAsync(name, Cancel));
        Assert.Empty(await ListAsync(name[..2]));
        await SaveAsync(content);
        Assert.Equal(content, await ReadAsync(name));
    }

    [Fact]
    public async Task A_list_names_the_files_of_its_two_digits_and_no_others()
    {
        var names = new List<string>();
        for (var i = 0; i < 20; i++) names.Add((await SaveAsync(Random(100 + i)))!.Sha256);

        foreach (var group in names.GroupBy(n => n[..2])) Assert.Equal(group.Order(), (await ListAsync(group.Key)).Order());
        Assert.Null(await Storage.RefusalAsync(Cancel));
    }

    [Fact]
    public async Task Tidying_leaves_what_is_whole()
    {
        var content = Random(1_000);
        var saved = (await SaveAsync(content))!;
        var left = Path.Combine(Folder, "files", "incoming", "left");
        await File.WriteAllTextAsync(left, "half", Cancel);
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddDays(-3));

        await Store.TidyAsync(DateTimeOffset.UtcNow.AddDays(-2), Cancel);

        Assert.False(File.Exists(left));
        Assert.Equal(content, await ReadAsync(saved.Sha256));
    }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected static string Name(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    protected static byte[] Random(int length) => RandomNumberGenerator.GetBytes(length);

    protected async Task<StoredFile?> SaveAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await Store.SaveAsync(stream, long.MaxValue, Cancel);
    }

    protected async Task<byte[]> ReadAsync(string sha256)
    {
        await using var file = await Store.OpenAsync(sha256, Cancel);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, Cancel);
        return content.ToArray();
    }

    private async Task<List<string>> ListAsync(string firstTwo)
    {
        var names = new List<string>();
        await foreach (var file in Storage.ListAsync(firstTwo, Cancel)) names.Add(file.Sha256);
        return names;
    }

    private void AssertNothingBegun() => Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(Folder, "files", "incoming")));

    /// <summary>Gives its bytes and then breaks, as a line does.</summary>
    private sealed class CutStream(byte[] given) : MemoryStream(given, 0, given.Length, writable: false, publiclyVisible: true)
    {
        public byte[] Given => GetBuffer();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("the line dropped");
    }
}
