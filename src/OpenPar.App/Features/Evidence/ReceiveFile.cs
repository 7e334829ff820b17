using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features.Evidence.Scanning;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence;

/// <summary>Every file comes into the store through here: it is scanned before anybody can open it, and what is known of its bytes is written down once.</summary>
public sealed class ReceiveFile(OpenParDb db, FileStore store, VirusScanner scanner, TimeProvider time)
{
    private static readonly Func<OpenParDb, string, CancellationToken, Task<Known?>> KnownAs = EF.CompileAsyncQuery((OpenParDb db, string sha256, CancellationToken _) =>
        db.Files.Where(f => f.Sha256 == sha256).Select(f => new Known(f.Scan, f.ScanDetail)).SingleOrDefault());

    private sealed record Known(ScanState Scan, string? ScanDetail);

    /// <summary>Infected files are refused, whatever they are called.</summary>
    public static Refusal Infected(string fileName, string found) => Refusal.Of("infected",
        $"Tệp “{fileName}” có mã độc ({found}) nên không được nhận. Không gửi tệp này cho ai; báo bộ phận công nghệ thông tin và quét lại máy.",
        $"The file “{fileName}” carries malware ({found}) and was refused. Send it to nobody; tell your IT staff and scan the computer.", "file");

    /// <summary>Takes a whole file that lies on the disk of the store; null when it was taken.</summary>
    public async Task<Refusal?> AdoptAsync(string path, StoredFile file, string fileName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var known = await KnownAs(db, file.Sha256, cancellationToken);
        if (known is { Scan: ScanState.Infected }) return Infected(fileName, known.ScanDetail ?? "");
        var verdict = new ScanVerdict(ScanState.Clean, null);
        if (known is not { Scan: ScanState.Clean })
        {
            await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);
            verdict = await scanner.ScanAsync(content, cancellationToken);
        }

        if (verdict.State == ScanState.Infected) return Infected(fileName, verdict.Detail ?? "");
        await store.AdoptAsync(path, file.Sha256, cancellationToken);
        // Known bytes too: a sweep may have removed them, and what was known of them, just before they were stored again.
        await WriteDownAsync(file, verdict, cancellationToken);
        return null;
    }

    /// <summary>Takes a stream, for forms without scripts.</summary>
    public async Task<Answer<StoredFile>> SaveAsync(Stream content, string fileName, long limit, Refusal tooLarge, CancellationToken cancellationToken)
    {
        var file = await store.SaveAsync(content, limit, cancellationToken);
        if (file is null) return tooLarge;
        var known = await KnownAs(db, file.Sha256, cancellationToken);
        if (known is { Scan: ScanState.Infected }) return Infected(fileName, known.ScanDetail ?? "");
        if (known is { Scan: ScanState.Clean }) return file;
        ScanVerdict verdict;
        await using (var stored = await store.OpenAsync(file.Sha256, cancellationToken)) verdict = await scanner.ScanAsync(stored, cancellationToken);
        await WriteDownAsync(file, verdict, cancellationToken);
        // What is infected stays shut away under its hash: nothing leads to it, and the same bytes are known the next time.
        return verdict.State == ScanState.Infected ? Infected(fileName, verdict.Detail ?? "") : file;
    }

    private async Task WriteDownAsync(StoredFile file, ScanVerdict verdict, CancellationToken cancellationToken)
    {
        var (scan, scannedAt) = (verdict.State.ToString(), verdict.State == ScanState.NotScanned ? (DateTimeOffset?)null : time.GetUtcNow());
        // The same bytes may come twice at once.
        await db.Database.ExecuteSqlAsync($"""
            insert into evidence.files (sha256, size, scan, scan_detail, scanned_at, reading)
            values ({file.Sha256}, {file.Size}, {scan}, {verdict.Detail}, {scannedAt}, 'Waiting')
            on conflict (sha256) do update set scan = excluded.scan, scan_detail = excluded.scan_detail, scanned_at = excluded.scanned_at
            where files.scan = 'NotScanned'
            """, cancellationToken);
    }
}
