using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features.Rounds.Moving;
using OpenPar.Core.Organisations.Reorganising;

namespace OpenPar.App.Features.Evidence;

/// <summary>
/// The steps of a reorganisation in the evidence library: documents go to the successor, and what proved a row before proves the row that
/// continues it too. Citations of rows that became history stay. The caller holds the transaction.
/// </summary>
public static class MoveEvidence
{
    public sealed record Command(IReadOnlyList<ReorganisationStep> Steps, IReadOnlyList<MoveUnits.Pair> Rows);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            foreach (var step in command.Steps.OfType<MoveDocument>())
            {
                var id = new DocumentId(step.Document);
                var document = await db.Documents.SingleAsync(d => d.Id == id, cancellationToken);
                document.AgencyId = step.To;
                db.Record(actor, time, nameof(MoveEvidence), $"document/{step.Document}", new { Agency = step.From.ToString() }, new { Agency = step.To.ToString() });
            }

            List<RowId> from = [.. command.Rows.Select(p => p.From).Distinct()];
            List<RowId> to = [.. command.Rows.Select(p => p.To).Distinct()];
            var cited = (await db.Citations.AsNoTracking().Where(c => from.Contains(c.RowId)).OrderBy(c => c.Id).ToListAsync(cancellationToken)).ToLookup(c => c.RowId);
            var there = (await db.Citations.AsNoTracking().Where(c => to.Contains(c.RowId)).ToListAsync(cancellationToken)).Select(c => (c.RowId, c.DocumentId, c.Item, c.Page)).ToHashSet();
            foreach (var pair in command.Rows)
            {
                foreach (var old in cited[pair.From].Where(c => there.Add((pair.To, c.DocumentId, c.Item, c.Page))))
                {
                    db.Citations.Add(new Citation { Id = default, RowId = pair.To, DocumentId = old.DocumentId, Item = old.Item, Page = old.Page, AddedAt = old.AddedAt, AddedBy = old.AddedBy });
                    db.Record(actor, time, nameof(MoveEvidence), $"row/{pair.To.Value}", null, new { Document = old.DocumentId.Value, old.Item, old.Page, From = pair.From.Value });
                }
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
