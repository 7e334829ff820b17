using System.IO.Compression;
using System.Xml;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Package;

/// <summary>
/// The parts of a Word or Excel package, unpacked only up to a bound and never anything but XML: pictures, macros and embedded
/// objects stay packed, and nothing outside the package is fetched.
/// </summary>
internal sealed class OpenPackage : IDisposable
{
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries;
    private long unpacked;

    private OpenPackage(ZipArchive archive)
    {
        this.archive = archive;
        entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries) entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    /// <summary>The part that was being read last, to name it when it turns out broken.</summary>
    public string Current { get; private set; } = string.Empty;

    /// <summary>True when a part was cut because it, or all together, unpack to more than is read.</summary>
    public bool Exceeded { get; private set; }

    public IEnumerable<string> Names => entries.Keys;

    /// <summary>Opens the bytes; null, and a finding, when they are no package that can be read.</summary>
    public static OpenPackage? Open(MemoryStream bytes, DocumentDraft draft)
    {
        if (Directories(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) > ReadingLimits.PackageEntries)
        {
            draft.Findings.Add(DocumentFindings.PackageTooLarge(draft.File));
            return null;
        }

        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
            var package = new OpenPackage(archive);
            archive = null;
            if (package.entries.Values.Any(entry => entry.IsEncrypted))
            {
                package.Dispose();
                draft.Findings.Add(DocumentFindings.Protected(draft.File));
                return null;
            }

            return package;
        }
        catch (InvalidDataException)
        {
            draft.Findings.Add(DocumentFindings.BrokenPackage(draft.File));
            return null;
        }
        finally
        {
            archive?.Dispose();
        }
    }

    public bool Has(string part) => entries.ContainsKey(part);

    /// <summary>A part as XML without entities or outside references; null when the package has none of that name.</summary>
    public XmlReader? Xml(string? part)
    {
        if (part is null || !entries.TryGetValue(part, out var entry)) return null;
        Current = part;
        if (entry.Length > ReadingLimits.PartBytes) Exceeded = true;
        if (Exceeded) return null;
        return XmlReader.Create(new CountedStream(entry.Open(), this), PackageXml.Settings);
    }

    public void Dispose() => archive.Dispose();

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
            package.Exceeded = taken > ReadingLimits.PartBytes || package.unpacked > ReadingLimits.PackageBytes;
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
