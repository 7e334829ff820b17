using System.IO.Compression;
using System.Xml;

namespace OpenPar.Documents.Reading.Package;

/// <summary>
/// The parts of a Word or Excel package, unpacked only up to a bound: what an entry says of its own length need not be true.
/// Nothing outside the package is fetched.
/// </summary>
internal sealed class OpenPackage : IDisposable
{
    private readonly ZipArchive archive;
    private readonly PackageLimits limits;
    private readonly Dictionary<string, ZipArchiveEntry> entries;
    private long unpacked;

    private OpenPackage(ZipArchive archive, PackageLimits limits)
    {
        (this.archive, this.limits) = (archive, limits);
        entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries) entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    /// <summary>The part that was being read last, to name it when it turns out broken.</summary>
    public string Current { get; private set; } = string.Empty;

    /// <summary>True when a part was cut because it, or all together, unpack to more than is read.</summary>
    public bool Exceeded { get; private set; }

    public IEnumerable<string> Names => entries.Keys;

    /// <summary>True when two entries have one name, so that two readers may see two different packages.</summary>
    public bool Ambiguous => entries.Count < archive.Entries.Count;

    /// <summary>Opens the bytes; null, and why, when they are no package that can be opened.</summary>
    public static OpenPackage? Open(MemoryStream bytes, PackageLimits limits, out PackageFault fault)
    {
        fault = PackageFault.TooManyEntries;
        if (Directories(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) > limits.Entries) return null;
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
            fault = archive.Entries.Any(entry => entry.IsEncrypted) ? PackageFault.Protected : PackageFault.None;
            if (fault != PackageFault.None) return null;
            var package = new OpenPackage(archive, limits);
            archive = null;
            return package;
        }
        catch (InvalidDataException)
        {
            fault = PackageFault.Broken;
            return null;
        }
        finally
        {
            archive?.Dispose();
        }
    }

    public bool Has(string part) => entries.ContainsKey(part);

    /// <summary>A part as XML without entities or outside references; null when the package has none of that name.</summary>
    public XmlReader? Xml(string? part) => Find(part) is { } entry ? XmlReader.Create(new CountedStream(entry.Open(), this), PackageXml.Settings) : null;

    /// <summary>Unpacks a part to nowhere, so that what it comes to is known.</summary>
    public void Measure(string part)
    {
        if (Find(part) is not { } entry) return;
        using var content = new CountedStream(entry.Open(), this);
        content.CopyTo(Stream.Null);
    }

    public void Dispose() => archive.Dispose();

    private ZipArchiveEntry? Find(string? part)
    {
        if (part is null || !entries.TryGetValue(part, out var entry)) return null;
        Current = part;
        if (entry.Length > limits.PartBytes) Exceeded = true;
        return Exceeded ? null : entry;
    }

    // Every entry has one record in the directory; counting them costs nothing, listing millions would.
    private static int Directories(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (int at; (at = bytes.IndexOf("PK\u0001\u0002"u8)) >= 0; bytes = bytes[(at + 4)..]) count++;
        return count;
    }

    /// <summary>Ends early when more comes out than the bounds allow; the XML then ends in the middle.</summary>
    private sealed class CountedStream(Stream inner, OpenPackage package) : Stream
    {
        private long taken;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => taken;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (package.Exceeded) return 0;
            var read = inner.Read(buffer);
            taken += read;
            package.unpacked += read;
            package.Exceeded = taken > package.limits.PartBytes || package.unpacked > package.limits.Bytes;
            return package.Exceeded ? 0 : read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
