using System.Collections.Concurrent;
using System.Security.Cryptography;
using OpenPar.App.Data.Model;

namespace OpenPar.App.Features.Evidence.Uploads;

/// <summary>
/// Files that are being received, one beside the other on the disk of the store. What has come is the length of the file: no book is kept
/// that a crash could falsify. The hash goes along while parts come; after a restart the part that is there is read once more.
/// </summary>
public sealed class UploadStore(string dataFolder) : IDisposable
{
    // Below the size from which .NET keeps arrays apart until a full collection: thousands of files come in an hour.
    private const int Chunk = 64 * 1024;
    private const int MostHashes = 4_000;
    private readonly string root = Path.Combine(dataFolder, "files", "uploads");
    private readonly ConcurrentDictionary<UploadId, byte> busy = new();
    private readonly ConcurrentDictionary<UploadId, Running> hashes = new();

    /// <summary>The right to change an upload until it is disposed; null while somebody else has it.</summary>
    public IDisposable? Take(UploadId id) => busy.TryAdd(id, 0) ? new Turn(this, id) : null;

    /// <summary>Bytes received so far.</summary>
    public long LengthOf(UploadId id) => new FileInfo(PathOf(id)) is { Exists: true } file ? file.Length : 0;

    /// <summary>The first bytes received.</summary>
    public async Task<byte[]> HeadAsync(UploadId id, int bytes, CancellationToken cancellationToken)
    {
        await using var file = Open(id, FileAccess.Read);
        var head = new byte[Math.Min(bytes, file.Length)];
        await file.ReadExactlyAsync(head, cancellationToken);
        return head;
    }

    /// <summary>
    /// Adds what the stream gives, up to the announced size. Whatever came before the line dropped stays; with a checksum only a whole and
    /// right part stays. The bytes are on the disk when this returns.
    /// </summary>
    public async Task<AppendOutcome> AppendAsync(UploadId id, Stream content, long size, PartChecksum? checksum, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        Directory.CreateDirectory(root);
        await using var file = Open(id, FileAccess.ReadWrite);
        var begin = file.Length;
        var hash = await HashAsync(id, file, cancellationToken);
        using var part = checksum is null ? null : IncrementalHash.CreateHash(checksum.Algorithm);
        file.Position = begin;
        var outcome = AppendOutcome.Broken;
        try
        {
            outcome = await CopyAsync(content, file, hash, part, size, cancellationToken);
            if (outcome == AppendOutcome.Done && checksum is not null && !part!.GetHashAndReset().AsSpan().SequenceEqual(checksum.Value.Span)) outcome = AppendOutcome.WrongChecksum;
        }
        finally
        {
            if (outcome is AppendOutcome.TooLong or AppendOutcome.WrongChecksum || (outcome == AppendOutcome.Broken && checksum is not null))
            {
                Forget(id);
                file.SetLength(begin);
            }

            await file.FlushAsync(CancellationToken.None);
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        }

        return outcome;
    }

    /// <summary>The hash of everything received.</summary>
    public async Task<string> HashAsync(UploadId id, CancellationToken cancellationToken)
    {
        await using var file = Open(id, FileAccess.Read);
        return Convert.ToHexStringLower((await HashAsync(id, file, cancellationToken)).Hash.GetCurrentHash());
    }

    /// <summary>Throws away what has come.</summary>
    public void Remove(UploadId id)
    {
        Forget(id);
        // Before the first part of the first file there is not even the folder.
        if (File.Exists(PathOf(id))) File.Delete(PathOf(id));
    }

    /// <summary>Everything that lies here, with the time of its last part.</summary>
    public IEnumerable<(UploadId Id, DateTimeOffset Touched)> All() => !Directory.Exists(root) ? [] :
        from file in new DirectoryInfo(root).EnumerateFiles()
        where Guid.TryParse(file.Name, out _)
        select (new UploadId(Guid.Parse(file.Name)), new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));

    /// <summary>Where the received bytes lie.</summary>
    public string PathOf(UploadId id) => Path.Combine(root, id.Value.ToString("N"));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var id in hashes.Keys) Forget(id);
    }

    private static async Task<AppendOutcome> CopyAsync(Stream content, FileStream file, Running hash, IncrementalHash? part, long size, CancellationToken cancellationToken)
    {
        var buffer = new byte[Chunk];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (file.Position + read > size) return AppendOutcome.TooLong;
            // Not cancelled half-way: file and hash must tell the same.
            await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            hash.Hash.AppendData(buffer, 0, read);
            hash.Length += read;
            part?.AppendData(buffer, 0, read);
        }

        return AppendOutcome.Done;
    }

    private async Task<Running> HashAsync(UploadId id, FileStream file, CancellationToken cancellationToken)
    {
        if (hashes.TryGetValue(id, out var running) && running.Length == file.Length) return running;
        Forget(id);
        running = new Running();
        var buffer = file.Length == 0 ? [] : new byte[Chunk];
        int read;
        file.Position = 0;
        while (buffer.Length > 0 && (read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            running.Hash.AppendData(buffer, 0, read);
            running.Length += read;
        }

        // Beyond so many at once the rest is read again when it goes on: slower, never wrong.
        if (hashes.Count < MostHashes) hashes[id] = running;
        return running;
    }

    private FileStream Open(UploadId id, FileAccess access) =>
        new(PathOf(id), access == FileAccess.Read ? FileMode.Open : FileMode.OpenOrCreate, access, FileShare.Read, Chunk, useAsync: true);

    private void Forget(UploadId id)
    {
        if (hashes.TryRemove(id, out var running)) running.Dispose();
    }

    private sealed class Running : IDisposable
    {
        public IncrementalHash Hash { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Length { get; set; }

        public void Dispose() => Hash.Dispose();
    }

    private sealed class Turn(UploadStore store, UploadId id) : IDisposable
    {
        public void Dispose() => store.busy.TryRemove(id, out _);
    }
}

/// <summary>What became of a part.</summary>
public enum AppendOutcome
{
    /// <summary>The line dropped.</summary>
    Broken,

    /// <summary>All of it is on the disk.</summary>
    Done,

    /// <summary>It goes beyond the announced size; nothing of it was kept.</summary>
    TooLong,

    /// <summary>It is not what its checksum says; nothing of it was kept.</summary>
    WrongChecksum,
}

/// <summary>The checksum a part must have.</summary>
public sealed record PartChecksum(HashAlgorithmName Algorithm, ReadOnlyMemory<byte> Value);
