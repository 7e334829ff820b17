using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features.Evidence.Storage;

namespace OpenPar.App.Features.Evidence.Sweeping;

/// <summary>
/// Removes stored bytes that nothing has used for a while: refused uploads, deleted documents, files of reviews thrown away. Bytes found unused are
/// marked; saving them again takes the mark away, and only a mark that stood for the whole time lets them go. Infected files stay shut away.
/// </summary>
public static class SweepFiles
{
    /// <summary>How long bytes stay that nothing uses.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    // One file after the other in a transaction of its own; the rest has its turn the next time.
    private const int AtOnce = 200;

    public sealed class Handler(OpenParDb db, IStorage storage, TimeProvider time, Actor actor)
    {
        /// <summary>Looks at the files whose names begin with these two hexadecimal digits; how many were removed.</summary>
        public async Task<int> HandleAsync(string firstTwo, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(firstTwo);
            await MarkAsync(firstTwo, cancellationToken);
            var before = time.GetUtcNow() - Grace;
            var due = await db.UnusedFiles.AsNoTracking().Where(f => f.Sha256.StartsWith(firstTwo) && f.Since <= before)
                .OrderBy(f => f.Since).Select(f => f.Sha256).Take(AtOnce).ToListAsync(cancellationToken);
            var removed = 0;
            foreach (var sha256 in due)
                if (await RemoveAsync(sha256, before, cancellationToken)) removed++;
            return removed;
        }

        private async Task MarkAsync(string firstTwo, CancellationToken cancellationToken)
        {
            var known = await db.Files.AsNoTracking().Where(f => f.Sha256.StartsWith(firstTwo)).Select(f => new { f.Sha256, Infected = f.Scan == ScanState.Infected }).ToListAsync(cancellationToken);
            // What is known of bytes that are gone has no use either.
            var there = known.Select(f => f.Sha256).ToHashSet();
            await foreach (var file in storage.ListAsync(firstTwo, cancellationToken)) there.Add(file.Sha256);
            there.ExceptWith(known.Where(f => f.Infected).Select(f => f.Sha256));
            var unused = (await FileUses.UnusedAsync(db, there, cancellationToken)).ToArray();
            await db.UnusedFiles.Where(f => f.Sha256.StartsWith(firstTwo) && !unused.Contains(f.Sha256)).ExecuteDeleteAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync(
                $"insert into evidence.unused_files (sha256, since) select sha256, {time.GetUtcNow()} from unnest({unused}) as unused(sha256) on conflict do nothing", cancellationToken);
        }

        private async Task<bool> RemoveAsync(string sha256, DateTimeOffset before, CancellationToken cancellationToken)
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // Whoever saves these bytes now waits at the mark until they are gone, and then stores them anew.
            var mark = await db.UnusedFiles.FromSql($"select * from evidence.unused_files where sha256 = {sha256} and since <= {before} for update").SingleOrDefaultAsync(cancellationToken);
            if (mark is null) return false;
            var file = await db.Files.SingleOrDefaultAsync(f => f.Sha256 == sha256, cancellationToken);
            db.UnusedFiles.Remove(mark);
            // Found in use, or infected, since it was marked: it stays, without its mark.
            var goes = file is not { Scan: ScanState.Infected } && (await FileUses.UnusedAsync(db, [sha256], cancellationToken)).Count == 1;
            if (goes)
            {
                if (file is not null) db.Files.Remove(file);
                db.Record(actor, time, nameof(SweepFiles), $"file/{sha256}", new { UnusedSince = mark.Since, file?.Size });
            }

            await db.SaveChangesAsync(cancellationToken);
            if (goes) await storage.DeleteAsync(sha256, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return goes;
        }
    }
}
