using OpenPar.App.Features.Evidence.Storage;

namespace OpenPar.App.Tests.Evidence;

public sealed class DiskStorageTests(AppHouse house) : StorageContract(house)
{
    protected override Task<IStorage> OpenStorageAsync() => Task.FromResult<IStorage>(new DiskStorage(Folder));

    [Fact]
    public async Task A_local_copy_is_the_file_itself()
    {
        var saved = (await SaveAsync(Random(10)))!;
        await using (var copy = await Store.CopyAsync(saved.Sha256, Cancel)) Assert.StartsWith(Path.Combine(Folder, "files"), copy!.Path, StringComparison.Ordinal);

        Assert.True(await Storage.HoldsAsync(saved.Sha256, Cancel));
    }
}
