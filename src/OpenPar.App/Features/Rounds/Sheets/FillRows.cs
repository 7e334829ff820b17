using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>
/// Saves figures of many rows at once: from the quick table, the sheet that was filled offline, or a supplier's table over all units. Each row is
/// saved as <see cref="SaveRow"/> saves it, by itself: a row that is refused keeps nobody from the others, and what was typed for it comes back.
/// </summary>
public static class FillRows
{
    /// <param name="Row">The row.</param>
    /// <param name="Version">The version the person was looking at.</param>
    /// <param name="Facts">Typed texts of the figures that are in the table; others stay as they are.</param>
    /// <param name="Points">Typed points; null leaves them as they are.</param>
    /// <param name="Explanation">Explanation; null leaves it as it is.</param>
    /// <param name="Sources">Typed sources of figures of earlier years; others stay as they are.</param>
    public sealed record Entry(RowId Row, uint Version, IReadOnlyDictionary<string, string?> Facts, string? Points = null, string? Explanation = null,
        IReadOnlyDictionary<string, string?>? Sources = null);

    /// <summary>What became of one row.</summary>
    /// <param name="Entry">What was asked.</param>
    /// <param name="Saved">Whether it is saved; unread fields are kept as they were typed.</param>
    /// <param name="Version">The version now; of the stored row when it was refused.</param>
    /// <param name="Refused">What could not be taken over, by field.</param>
    public sealed record Outcome(Entry Entry, bool Saved, uint Version, IReadOnlyList<Refusal> Refused);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, SaveRow.Handler save)
    {
        /// <summary>Saves the rows in which something differs from what is stored; the others are not touched and not returned.</summary>
        public async Task<IReadOnlyList<Outcome>> HandleAsync(IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(entries);
            var outcomes = new List<Outcome>();
            foreach (var entry in entries)
            {
                var row = await db.Rows.AsNoTracking().SingleOrDefaultAsync(r => r.Id == entry.Row, cancellationToken);
                if (row is null)
                {
                    outcomes.Add(new Outcome(entry, false, 0, [RowAccess.Refusals.NotFound]));
                    continue;
                }

                var group = await db.Sheets.Where(s => s.Id == row.SheetId).Select(s => s.GroupId).SingleAsync(cancellationToken);
                var criterion = (await frameworks.OfGroupAsync(db, group, cancellationToken)).Find(row.Code)!;
                if (!Differs(entry, row, criterion)) continue;
                // What one row could not save must not be saved with the next.
                db.ChangeTracker.Clear();
                var answer = await save.HandleAsync(Whole(entry, row, criterion), cancellationToken);
                outcomes.Add(answer.Done
                    ? new Outcome(entry, true, answer.Value.Version, answer.Value.Refused)
                    : new Outcome(entry, false, row.Version, answer.Refusals));
            }

            return outcomes;
        }

        private static bool Differs(Entry entry, Row row, Criterion criterion) =>
            (entry.Explanation is { } explanation && Clean(explanation) != Clean(row.Explanation))
            || (entry.Sources ?? new Dictionary<string, string?>()).Any(s => Clean(s.Value) != Clean(row.Origins.GetValueOrDefault(s.Key)?.Source))
            || (entry.Points is { } points && !SameNumber(points, TypedPoints(row)))
            || (criterion.Rule?.Needs ?? []).Any(fact => entry.Facts.TryGetValue(fact.Name, out var typed) && !Same(fact, typed, row));

        private static bool Same(FactDefinition fact, string? typed, Row row)
        {
            if (Clean(typed) == Clean(TextOf(fact, row))) return true;
            return typed is not null && row.Facts.TryGetValue(fact.Name, out var stored) && FactText.Read(fact, typed.Trim()).Value is { } value && value == stored;
        }

        private static bool SameNumber(string typed, string? stored) =>
            Clean(typed) == Clean(stored) || (NumberText.Read(typed, NumberUse.Decimal) is { Ok: true } one && stored is not null
                && NumberText.Read(stored, NumberUse.Decimal) is { Ok: true } other && one.Value == other.Value);

        // The whole form of the row: what the table does not have stays as it is stored.
        private static SaveRow.Command Whole(Entry entry, Row row, Criterion criterion) => new(
            row.Id, entry.Version,
            (criterion.Rule?.Needs ?? []).ToDictionary(f => f.Name, f => entry.Facts.TryGetValue(f.Name, out var typed) ? typed : TextOf(f, row)),
            entry.Points ?? TypedPoints(row), entry.Explanation ?? row.Explanation,
            Sources(entry, row));

        private static Dictionary<string, string?> Sources(Entry entry, Row row)
        {
            var sources = row.Origins.Where(o => o.Value.Source is not null).ToDictionary(o => o.Key, o => o.Value.Source);
            foreach (var (fact, typed) in entry.Sources ?? new Dictionary<string, string?>()) sources[fact] = typed;
            return sources;
        }

        private static string? TextOf(FactDefinition fact, Row row) =>
            row.Unread.GetValueOrDefault(fact.Name) ?? (row.Facts.TryGetValue(fact.Name, out var value) ? FactText.Write(fact, value) : null);

        private static string? TypedPoints(Row row) =>
            row.Unread.GetValueOrDefault(TypedFacts.PointsField) ?? (row.ProposedPoints is { } points ? NumberText.Write(points) : null);

        private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
