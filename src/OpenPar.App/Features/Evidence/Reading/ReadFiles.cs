using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading;

namespace OpenPar.App.Features.Evidence.Reading;

/// <summary>Reads the text of stored files, one after the other, so that they can be searched and described. A file that cannot be read says so once.</summary>
public static class ReadFiles
{
    // PostgreSQL takes a megabyte of different words into one index entry, at most 3.5 bytes for each character of them.
    private const int IndexedCharacters = 250_000;

    /// <param name="Text">The text; null when the file has none, or it was not read.</param>
    /// <param name="Read">False when others came first for as long as one would wait.</param>
    public sealed record FileText(string? Text, bool Read);

    public sealed class Handler(OpenParDb db, FileStore store, EvidenceTurns turns)
    {
        private static readonly Func<OpenParDb, string, CancellationToken, Task<FileRecord?>> Stored = EF.CompileAsyncQuery((OpenParDb db, string sha256, CancellationToken _) =>
            db.Files.SingleOrDefault(f => f.Sha256 == sha256));

        /// <summary>Reads up to so many waiting files and brings indexes of documents up to date; the number read or found unreadable.</summary>
        public async Task<int> HandleAsync(int most, CancellationToken cancellationToken)
        {
            foreach (var document in await db.Documents.Include(d => d.Revisions).Where(d => d.Folded == null).OrderBy(d => d.Id).Take(500).ToListAsync(cancellationToken))
                document.Folded = DocumentIndex.Of(document);
            await db.SaveChangesAsync(cancellationToken);
            var waiting = await WaitingAsync(most, cancellationToken);
            foreach (var file in waiting) await TextAsync(file.Sha256, Timeout.InfiniteTimeSpan, cancellationToken);
            return waiting.Count(f => f.Reading != ReadingState.Waiting);
        }

        // From anywhere and round to the beginning: files that the store lacks go on waiting and must not keep the others from their turn.
        private Task<List<FileRecord>> WaitingAsync(int most, CancellationToken cancellationToken)
        {
            var from = RandomNumberGenerator.GetHexString(8, lowercase: true);
            return db.Files.FromSql($"select * from evidence.files where reading = 'Waiting' and scan <> 'Infected' order by sha256 < {from}, sha256 limit {most}").ToListAsync(cancellationToken);
        }

        /// <summary>The text of one file, read now unless it was before, or later when no turn comes in time.</summary>
        public async Task<FileText> TextAsync(string sha256, TimeSpan patience, CancellationToken cancellationToken)
        {
            var file = await Stored(db, sha256, cancellationToken);
            if (file is null or { Scan: ScanState.Infected }) return new FileText(null, Read: true);
            if (file.Reading != ReadingState.Waiting) return new FileText(file.Text, Read: true);
            using var turn = await turns.Reading.TakeAsync(patience, cancellationToken);
            if (turn is null) return new FileText(null, Read: false);
            // Somebody else may have read it while this one waited.
            if (turn.Waited) await db.Entry(file).ReloadAsync(cancellationToken);
            if (file.Reading == ReadingState.Waiting) await ReadAsync(file, cancellationToken);
            return new FileText(file.Text, Read: true);
        }

        private async Task ReadAsync(FileRecord file, CancellationToken cancellationToken)
        {
            var text = new DocumentText([], []);
            // Two gigabytes are not fetched over the network to be found too long.
            if (file.Size <= DocumentReader.LargestFile)
            {
                await using var copy = await store.CopyAsync(file.Sha256, cancellationToken);
                // A store that was restored without a file, or is at a wrong address, may have it tomorrow: it goes on waiting.
                if (copy is null) return;
                text = await DocumentText.ReadAsync(copy.Path, file.Sha256, cancellationToken);
            }

            if (text.Pages.Count == 0) file.Reading = ReadingState.Unreadable;
            else
            {
                // The form feed begins the first line of a page, so that lines and folded lines stay together.
                var whole = Plain(string.Join("\n\f", text.Pages.Select(p => p.TrimEnd('\n'))));
                file.Reading = ReadingState.Read;
                file.Text = whole;
                file.Folded = Folded(whole);
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        // Line by line as the text: a word is shown where it was found.
        private static string Folded(string text)
        {
            var folded = new StringBuilder();
            foreach (var (at, line) in text.Split('\n').Index())
            {
                if (at > 0) folded.Append('\n');
                var words = (line.StartsWith('\f') ? "\f" : "") + VietnameseText.Fold(line).TrimStart();
                folded.Append(words.AsSpan(0, Math.Min(words.Length, IndexedCharacters - folded.Length)));
                if (folded.Length >= IndexedCharacters) break;
            }

            return folded.ToString();
        }

        // PostgreSQL stores no NUL; other control characters say nothing.
        private static string Plain(string text)
        {
            var clean = new StringBuilder(text.Length);
            foreach (var c in VietnameseText.WellFormed(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')))
            {
                if (c is '\n' or '\t' || (c == '\f' && (clean.Length == 0 || clean[^1] == '\n'))) clean.Append(c);
                else if (!char.IsControl(c)) clean.Append(c);
            }

            return clean.ToString();
        }
    }
}
