using System.IO.Compression;

namespace OpenPar.Documents.Writing;

/// <summary>
/// Copies a finished package so that the same content gives the same bytes: entries in order of their names,
/// one fixed time.
/// </summary>
internal static class StablePackage
{
    // The earliest time a zip entry can carry.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies the package in <paramref name="finished"/> to <paramref name="target"/>, which need not be seekable.</summary>
    public static void Copy(Stream finished, Stream target)
    {
        finished.Position = 0;
        // Built in memory: on a stream without seeking the archive would carry other headers.
        using var result = new MemoryStream();
        using (var source = new ZipArchive(finished, ZipArchiveMode.Read, leaveOpen: true))
        using (var archive = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers that sniff the type look for this part first.
            var ordered = source.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal);
            foreach (var entry in ordered)
            {
                var copy = archive.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        result.Position = 0;
        result.CopyTo(target);
    }
}
