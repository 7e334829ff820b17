using System.Security.Cryptography;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>
/// Files of S3 on the local disk, for programs that need a path. They stay for a while after their last use: somebody who looks at page 3 looks at
/// page 4 next. Bytes never change under their name, so a copy is never stale.
/// </summary>
internal sealed class S3Copies(string dataFolder)
{
    private const int Chunk = 128 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(20);
    private readonly string root = Path.Combine(dataFolder, "copies");
    private readonly NamedTurns turns = new();
    private readonly Dictionary<string, int> used = [];

    /// <summary>The copy, fetched unless it is there; null when there is no such file.</summary>
    public async Task<LocalCopy?> TakeAsync(string sha256, Func<Task<Stream?>> open, CancellationToken cancellationToken)
    {
        var path = Path.Combine(root, sha256);
        Use(sha256);
        try
        {
            using (await turns.TakeAsync(sha256, cancellationToken))
            {
                if (!File.Exists(path) && !await FetchAsync(path, sha256, open, cancellationToken))
                {
                    Release(sha256);
                    return null;
                }
            }

            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return new LocalCopy(path, () => Release(sha256));
        }
        catch
        {
            Release(sha256);
            throw;
        }
    }

    /// <summary>Removes copies that were not used for a while.</summary>
    public void Tidy()
    {
        if (!Directory.Exists(root)) return;
        var before = DateTime.UtcNow - Kept;
        lock (used)
        {
            foreach (var file in new DirectoryInfo(root).EnumerateFiles().Where(f => f.LastWriteTimeUtc < before && !used.ContainsKey(f.Name))) file.Delete();
        }
    }

    private async Task<bool> FetchAsync(string path, string sha256, Func<Task<Stream?>> open, CancellationToken cancellationToken)
    {
        await using var content = await open();
        if (content is null) return false;
        Directory.CreateDirectory(root);
        var beside = Path.Combine(root, Path.GetRandomFileName());
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, Chunk, useAsync: true))
            {
                var buffer = new byte[Chunk];
                int read;
                while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
                {
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }
            }

            if (Convert.ToHexStringLower(hash.GetHashAndReset()) != sha256) throw new InvalidDataException($"What the storage gave for {sha256} has another SHA-256.");
            File.Move(beside, path, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private void Use(string sha256)
    {
        lock (used) used[sha256] = used.GetValueOrDefault(sha256) + 1;
    }

    private void Release(string sha256)
    {
        lock (used)
        {
            if (--used[sha256] == 0) used.Remove(sha256);
        }
    }
}
