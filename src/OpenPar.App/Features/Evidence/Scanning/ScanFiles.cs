using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Evidence;

namespace OpenPar.App.Features.Evidence.Scanning;

/// <summary>Scans stored files that no scanner has looked at. What is infected is shut away: it can no longer be opened, and its text is forgotten.</summary>
public static class ScanFiles
{
    public sealed class Handler(OpenParDb db, FileStore store, VirusScanner scanner, TimeProvider time, Actor actor)
    {
        /// <summary>Scans up to so many files; the number that now have a verdict.</summary>
        public async Task<int> HandleAsync(int most, CancellationToken cancellationToken)
        {
            if (!scanner.Present) return 0;
            var now = time.GetUtcNow();
            // One that could not be scanned is tried again tomorrow, after all that were never tried.
            var yesterday = now - TimeSpan.FromDays(1);
            var waiting = await db.Files.Where(f => f.Scan == ScanState.NotScanned && (f.ScannedAt == null || f.ScannedAt < yesterday))
                .OrderBy(f => f.ScannedAt != null).ThenBy(f => f.Sha256).Take(most).ToListAsync(cancellationToken);
            var judged = 0;
            foreach (var file in waiting)
            {
                var verdict = await ScanAsync(file.Sha256, cancellationToken);
                (file.Scan, file.ScanDetail, file.ScannedAt) = (verdict.State, verdict.Detail, now);
                if (verdict.State == ScanState.Infected)
                {
                    (file.Text, file.Folded, file.Reading) = (null, null, ReadingState.Unreadable);
                    db.Record(actor, time, nameof(ScanFiles), $"file/{file.Sha256}", after: new { verdict.State, verdict.Detail });
                }

                if (verdict.State != ScanState.NotScanned) judged++;
                await db.SaveChangesAsync(cancellationToken);
            }

            return judged;
        }

        private async Task<ScanVerdict> ScanAsync(string sha256, CancellationToken cancellationToken)
        {
            try
            {
                await using var content = await store.OpenAsync(sha256, cancellationToken);
                return await scanner.ScanAsync(content, cancellationToken);
            }
            catch (FileNotFoundException)
            {
                // A store that was restored without a file still has every other file scanned.
                return new ScanVerdict(ScanState.NotScanned, "không còn trong kho tệp");
            }
        }
    }
}
