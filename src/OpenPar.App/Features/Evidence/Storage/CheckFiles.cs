using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using OpenPar.App.Data;
using OpenPar.App.Features.Evidence.Sweeping;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>What is wrong with a file that records use.</summary>
public enum FileFault
{
    /// <summary>The store does not hold it.</summary>
    Missing,

    /// <summary>The store holds it in another length than came.</summary>
    OtherLength,

    /// <summary>Its bytes have another SHA-256 than they are named by.</summary>
    OtherBytes,

    /// <summary>The disk does not give it.</summary>
    Unreadable,
}

/// <summary>A file that records use and the store does not give as it came.</summary>
/// <param name="Sha256">Its name.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Expected">Its length as it came; null where no record keeps it.</param>
/// <param name="Found">Its length in the store; null when it is missing.</param>
/// <param name="Detail">What the disk says of it; null otherwise.</param>
public sealed record FaultyFile(string Sha256, FileFault Fault, long? Expected, long? Found, string? Detail = null)
{
    /// <summary>Where it is used.</summary>
    public IReadOnlyList<FilePlace> Places { get; init; } = [];
}

/// <summary>Compares the store with every use of stored bytes the records know. Nothing is changed on either side.</summary>
public static class CheckFiles
{
    /// <summary>In how many turns the records are gone through.</summary>
    public const int Turns = 256;

    // A line that drops in the middle of a long check is no finding.
    private const int Attempts = 3;
    private const int AtOnce = 4;

    /// <param name="Read">Whether every file is read and its SHA-256 compared; else names and lengths are.</param>
    public sealed record Command(bool Read);

    /// <summary>How far a check has come; may be read while it goes on.</summary>
    public sealed class Tally
    {
        private long files, bytes, faults;

        /// <summary>Turns done, of <see cref="Turns"/>.</summary>
        public int Turn { get; internal set; }

        /// <summary>Files looked at.</summary>
        public long Files => Interlocked.Read(ref files);

        /// <summary>Bytes read.</summary>
        public long Bytes => Interlocked.Read(ref bytes);

        /// <summary>Files that are missing or not as they came.</summary>
        public long Faults => Interlocked.Read(ref faults);

        internal void Looked(FaultyFile? fault)
        {
            Interlocked.Increment(ref files);
            if (fault is not null) Interlocked.Increment(ref faults);
        }

        internal void Read(long length) => Interlocked.Add(ref bytes, length);
    }

    public sealed class Handler(OpenParDb db, IStorage storage)
    {
        /// <summary>What is wrong, as it is found. A turn is held in memory and no more, however many files there are.</summary>
        /// <exception cref="StorageAwayException">The storage does not answer.</exception>
        public async IAsyncEnumerable<FaultyFile> HandleAsync(Command command, Tally tally, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            ArgumentNullException.ThrowIfNull(tally);
            var inTexts = (await FileUses.OnlyInTextsAsync(db, cancellationToken)).ToLookup(name => name[..2]);
            for (var turn = 0; turn < Turns; turn++)
            {
                var firstTwo = turn.ToString("x2", CultureInfo.InvariantCulture);
                // The records first and the store afterwards: whatever comes in meanwhile is in the store before a record names it.
                var used = await FileUses.UsedAsync(db, firstTwo, cancellationToken);
                var faults = await FaultsAsync(firstTwo, [.. used, .. inTexts[firstTwo].Except(used.Select(u => u.Sha256)).Select(name => new FileUses.UsedFile(name, null))], command.Read, tally, cancellationToken);
                if (faults.Count > 0)
                {
                    var places = await FilePlaces.ListAsync(db, [.. faults.Select(f => f.Sha256)], cancellationToken);
                    foreach (var fault in faults) yield return fault with { Places = [.. places[fault.Sha256]] };
                }

                tally.Turn = turn + 1;
            }
        }

        private async Task<IReadOnlyList<FaultyFile>> FaultsAsync(string firstTwo, List<FileUses.UsedFile> used, bool read, Tally tally, CancellationToken cancellationToken)
        {
            if (used.Count == 0) return [];
            var wanted = used.Select(u => u.Sha256).ToHashSet();
            var held = new Dictionary<string, long>();
            await foreach (var file in storage.ListAsync(firstTwo, cancellationToken))
                if (wanted.Contains(file.Sha256)) held[file.Sha256] = file.Size;
            var faults = new ConcurrentBag<FaultyFile>();
            await Parallel.ForEachAsync(used, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (file, stop) =>
            {
                var fault = FaultOf(file, held);
                if (fault is null && read) fault = await ReadAsync(file, held[file.Sha256], tally, stop);
                if (fault is not null) faults.Add(fault);
                tally.Looked(fault);
            });
            return [.. faults.OrderBy(f => f.Sha256, StringComparer.Ordinal)];
        }

        private static FaultyFile? FaultOf(FileUses.UsedFile file, Dictionary<string, long> held)
        {
            if (!held.TryGetValue(file.Sha256, out var length)) return new(file.Sha256, FileFault.Missing, file.Size, null);
            return file.Size is { } size && size != length ? new(file.Sha256, FileFault.OtherLength, size, length) : null;
        }

        private async Task<FaultyFile?> ReadAsync(FileUses.UsedFile file, long length, Tally tally, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await using var content = await storage.OpenAsync(file.Sha256, cancellationToken);
                    var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
                    tally.Read(length);
                    return hash == file.Sha256 ? null : new(file.Sha256, FileFault.OtherBytes, file.Size, length);
                }
                catch (FileNotFoundException)
                {
                    return new(file.Sha256, FileFault.Missing, file.Size, null);
                }
                catch (StorageAwayException) when (attempt < Attempts)
                {
                    await Task.Delay(TimeSpan.FromSeconds(2 * attempt), cancellationToken);
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    return new(file.Sha256, FileFault.Unreadable, file.Size, length, error.Message);
                }
            }
        }
    }
}
