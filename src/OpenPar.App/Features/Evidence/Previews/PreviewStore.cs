using System.Globalization;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.Documents.Office;
using OpenPar.Documents.Reading.Pdf;

namespace OpenPar.App.Features.Evidence.Previews;

/// <summary>Pictures of pages, made when somebody looks and kept beside the store for a while. Everything here can be made again.</summary>
public sealed class PreviewStore(string dataFolder, FileStore files) : IDisposable
{
    private const int AtOnce = 2;
    private const int LongestSide = 1_600;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private readonly string root = Path.Combine(dataFolder, "previews");
    private readonly SemaphoreSlim turns = new(AtOnce, AtOnce);

    /// <summary>The file as a PDF on the disk: itself, or what LibreOffice made of it; null when there is none.</summary>
    public async Task<LocalCopy?> PdfAsync(Revision revision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(revision);
        if (revision.ContentType == "application/pdf") return await files.CopyAsync(revision.Sha256, cancellationToken);
        var extension = PreviewDocument.OfficeExtension(revision);
        if (extension is null) return null;
        var path = Path.Combine(FolderOf(revision.Sha256), "whole.pdf");
        if (File.Exists(path)) return new LocalCopy(path);
        await turns.WaitAsync(cancellationToken);
        try
        {
            await using var copy = await files.CopyAsync(revision.Sha256, cancellationToken);
            if (copy is null) return null;
            using var pdf = await OfficePdf.ConvertAsync(copy.Path, extension, cancellationToken);
            if (pdf is null) return null;
            await WriteAsync(path, pdf.ToArray(), cancellationToken);
            return new LocalCopy(path);
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>The picture of a page; null when it cannot be drawn.</summary>
    public async Task<string?> PageAsync(Revision revision, int page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var path = Path.Combine(FolderOf(revision.Sha256), page.ToString(CultureInfo.InvariantCulture) + ".png");
        if (File.Exists(path)) return path;
        await using var pdf = await PdfAsync(revision, cancellationToken);
        if (pdf is null) return null;
        await turns.WaitAsync(cancellationToken);
        try
        {
            if (await PdfPicture.OfFileAsync(pdf.Path, page, LongestSide, cancellationToken) is not { } picture) return null;
            await WriteAsync(path, picture, cancellationToken);
            return path;
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Throws away what was made long ago.</summary>
    public int Sweep(DateTimeOffset now)
    {
        if (!Directory.Exists(root)) return 0;
        var old = new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.LastWriteTimeUtc < (now - Kept).UtcDateTime).ToList();
        foreach (var file in old) file.Delete();
        return old.Count;
    }

    /// <inheritdoc />
    public void Dispose() => turns.Dispose();

    private string FolderOf(string sha256) => Path.Combine(root, sha256[..2], sha256);

    private static async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = path + "." + Path.GetRandomFileName();
        await File.WriteAllBytesAsync(beside, content, cancellationToken);
        File.Move(beside, path, overwrite: true);
    }
}
