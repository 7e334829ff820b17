using System.Security.Cryptography;
using Npgsql;
using OpenPar.App.Features.Evidence.Storage;

namespace OpenPar.App.Features.Evidence;

/// <summary>A file in the store.</summary>
/// <param name="Sha256">Its name: 64 lower-case hexadecimal digits.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(string Sha256, long Size);

/// <summary>
/// Content-addressed store: a file lies under its SHA-256, the same bytes are kept once, nothing is overwritten. Where it lies is the
/// <see cref="IStorage"/>'s. Whoever saves bytes, also bytes that are known, saves them through here: that takes them off the list of the sweep.
/// </summary>
public sealed class FileStore(IStorage storage, NpgsqlDataSource source, string dataFolder)
{
    private const int Chunk = 128 * 1024;
    private readonly string incoming = Path.Combine(dataFolder, "files", "incoming");

    /// <summary>Streams the content into the store; null when it is longer than the limit (nothing is kept then).</summary>
    public async Task<StoredFile?> SaveAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        Directory.CreateDirectory(incoming);
        var temporary = Path.Combine(incoming, Path.GetRandomFileName());
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long size = 0;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, Chunk, useAsync: true))
            {
                var buffer = new byte[Chunk];
                int read;
                while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
                {
                    size += read;
                    if (size > limit) return null;
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }

                await file.FlushAsync(cancellationToken);
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }

            var name = Convert.ToHexStringLower(hash.GetHashAndReset());
            await AdoptAsync(temporary, name, cancellationToken);
            return new StoredFile(name, size);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>
    /// Takes a whole file of the data folder into the store; afterwards it is no longer where it was. When the store is away the file stays
    /// where it is.
    /// </summary>
    public async Task AdoptAsync(string path, string sha256, CancellationToken cancellationToken)
    {
        // First of all: a sweep that is removing these very bytes is waited for, and finds its mark gone afterwards.
        await using (var keep = source.CreateCommand("delete from evidence.unused_files where sha256 = $1"))
        {
            keep.Parameters.AddWithValue(sha256);
            await keep.ExecuteNonQueryAsync(cancellationToken);
        }

        await storage.PutAsync(path, sha256, cancellationToken);
    }

    /// <summary>Opens a stored file for reading from any place in it.</summary>
    /// <exception cref="FileNotFoundException">The store does not hold it.</exception>
    public Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken) => storage.OpenAsync(sha256, cancellationToken);

    /// <summary>A stored file on the local disk, for programs that read it by its path; null when the store does not hold it.</summary>
    public Task<LocalCopy?> CopyAsync(string sha256, CancellationToken cancellationToken) => storage.CopyAsync(sha256, cancellationToken);

    /// <summary>Removes what a server that was ended had begun to receive before that time.</summary>
    public async Task TidyAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (Directory.Exists(incoming))
            foreach (var file in new DirectoryInfo(incoming).EnumerateFiles().Where(f => f.LastWriteTimeUtc < before.UtcDateTime)) file.Delete();
        await storage.TidyAsync(before, cancellationToken);
    }
}
