using System.Runtime.CompilerServices;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>Stored files in the folder <c>files</c> of the data folder.</summary>
public sealed class DiskStorage(string dataFolder) : IStorage
{
    private const int Chunk = 128 * 1024;
    private readonly string root = Path.Combine(dataFolder, "files");

    /// <inheritdoc />
    public string Where => root;

    /// <inheritdoc />
    public Task PutAsync(string path, string sha256, CancellationToken cancellationToken)
    {
        var place = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        // Two uploads of the same bytes may end at the same moment: whichever comes second replaces them by themselves. What lies there cut
        // short, as a broken disk or a copy that was ended leaves it, is mended by whoever brings the file again.
        if (new FileInfo(place) is { Exists: true } held && held.Length == new FileInfo(path).Length) File.Delete(path);
        else File.Move(path, place, overwrite: true);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<bool> HoldsAsync(string sha256, CancellationToken cancellationToken) => Task.FromResult(File.Exists(PathOf(sha256)));

    /// <inheritdoc />
    public Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        // Said as a missing file also where its folder is missing.
        if (!File.Exists(path)) throw new FileNotFoundException($"{root} does not hold {sha256}.", path);
        return Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Chunk, useAsync: true));
    }

    /// <inheritdoc />
    public Task<LocalCopy?> CopyAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        return Task.FromResult(File.Exists(path) ? new LocalCopy(path) : null);
    }

    /// <inheritdoc />
    public Task DeleteAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        if (File.Exists(path)) File.Delete(path);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredFile> ListAsync(string firstTwo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(Path.Combine(root, firstTwo));
        if (!folder.Exists) yield break;
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FileNames.Is(file.Name) && LengthOf(file) is { } length) yield return new StoredFile(file.Name, length);
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task TidyAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<LocalText?> RefusalAsync(CancellationToken cancellationToken) =>
        // Opening the data folder has shown that it can be written to.
        Task.FromResult<LocalText?>(null);

    // Null when it was removed since it was listed.
    private static long? LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private string PathOf(string sha256) => Path.Combine([root, .. FileNames.PartsOf(sha256)]);
}
