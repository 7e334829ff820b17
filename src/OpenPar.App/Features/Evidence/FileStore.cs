using System.Security.Cryptography;

namespace OpenPar.App.Features.Evidence;

/// <summary>A file in the store.</summary>
/// <param name="Sha256">Its name: 64 lower-case hexadecimal digits.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(string Sha256, long Size);

/// <summary>
/// Content-addressed store on disk: a file lies under its SHA-256, the same bytes are kept once, nothing is overwritten.
/// A file is whole or not there: it is written beside, flushed, then renamed.
/// </summary>
public sealed class FileStore(string dataFolder)
{
    private const int Chunk = 128 * 1024;
    private readonly string root = Path.Combine(dataFolder, "files");

    /// <summary>Streams the content into the store; null when it is longer than the limit (nothing is kept then).</summary>
    public async Task<StoredFile?> SaveAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var incoming = Path.Combine(root, "incoming");
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
            Adopt(temporary, name);
            return new StoredFile(name, size);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Takes a whole file of the same disk into the store; afterwards it is no longer where it was.</summary>
    public void Adopt(string path, string sha256)
    {
        var place = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        // Two uploads of the same bytes may end at the same moment: whichever comes second replaces them by themselves.
        if (File.Exists(place)) File.Delete(path);
        else File.Move(path, place, overwrite: true);
    }

    /// <summary>Opens a stored file for reading.</summary>
    /// <exception cref="FileNotFoundException">The store does not hold it.</exception>
    public Stream Open(string sha256) =>
        new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, Chunk, useAsync: true);

    /// <summary>Where a stored file lies, for programs that read it by its name.</summary>
    public string PathOf(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException($"'{sha256}' is not a SHA-256.", nameof(sha256));
        return Path.Combine(root, sha256[..2], sha256[2..4], sha256);
    }
}
