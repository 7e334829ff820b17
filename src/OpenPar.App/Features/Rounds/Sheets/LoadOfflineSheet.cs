using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Documents.Reading.Offline;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>Loads a sheet that was filled without network: first as differences to what is stored, then what the person takes over.</summary>
public static class LoadOfflineSheet
{
    /// <param name="Now">The sheet as it is stored.</param>
    /// <param name="Diff">Differences by row; null when the file could not be read.</param>
    /// <param name="Findings">Everything noticed in the file.</param>
    public sealed record View(OfflineSheet Now, OfflineDiff? Diff, IReadOnlyList<Finding> Findings);

    /// <summary>A text of the file that the person takes over.</summary>
    public sealed record Taken(OfflineKey Key, string Text);

    public static class Refusals
    {
        public static Refusal FileMissing => Refusal.Of("file-missing", "Chọn tệp Excel đã tải về từ phiếu này.", "Choose the Excel file taken from this sheet.", "file");
    }

    public sealed class Handler(ExportOfflineSheet.Handler export, FillRows.Handler fill)
    {
        /// <summary>Compares a file with the stored sheet; null when there is no such sheet. Nothing is saved.</summary>
        public async Task<View?> CompareAsync(SheetId id, Stream file, string fileName, CancellationToken cancellationToken)
        {
            if (await export.HandleAsync(id, cancellationToken) is not { } now) return null;
            var reading = await OfflineSheetReader.ReadAsync(file, fileName, cancellationToken);
            var diff = reading.Value is { } answer ? OfflineDiff.Of(now, answer) : null;
            return new View(now, diff, [.. reading.Findings, .. diff?.Findings ?? []]);
        }

        /// <summary>Saves the chosen texts row by row. A row somebody saved since the comparison is refused and comes back.</summary>
        public async Task<IReadOnlyList<FillRows.Outcome>> HandleAsync(
            SheetId id, IReadOnlyDictionary<CriterionCode, uint> versions, IReadOnlyList<Taken> taken, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(versions);
            if (await export.HandleAsync(id, cancellationToken) is not { } now) return [];
            var rows = now.Rows.Where(r => r.Leaf is not null).ToDictionary(r => r.Code, r => r.Leaf!);
            var entries = taken.Where(t => rows.ContainsKey(t.Key.Row)).GroupBy(t => t.Key.Row).Select(row => new FillRows.Entry(
                new RowId(Guid.Parse(rows[row.Key].RowId)),
                versions.GetValueOrDefault(row.Key),
                row.Where(t => t.Key.Kind == OfflineFieldKind.Figure).ToDictionary(t => t.Key.Fact, t => (string?)t.Text),
                Text(row, OfflineFieldKind.Points),
                Text(row, OfflineFieldKind.Explanation),
                row.Where(t => t.Key.Kind == OfflineFieldKind.Source).ToDictionary(t => t.Key.Fact, t => (string?)t.Text)));
            return await fill.HandleAsync([.. entries], cancellationToken);
        }

        private static string? Text(IEnumerable<Taken> row, OfflineFieldKind kind) => row.FirstOrDefault(t => t.Key.Kind == kind)?.Text;
    }
}
