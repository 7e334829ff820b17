using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Organisations.Reorganising.Revoking;

namespace OpenPar.App.Features.Evidence;

/// <summary>
/// The steps among citations of taking a reorganisation back: what was named since proves the rows that go back too, and copies on rows of
/// sheets that stood already go. The caller holds the transaction.
/// </summary>
public static class ReturnEvidence
{
    public sealed record Command(IReadOnlyList<ReorganisationStep> Steps);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            foreach (var step in command.Steps.OfType<CiteRow>()) await CiteAsync(step, cancellationToken);
            foreach (var step in command.Steps.OfType<RevertRow>().Where(s => s.Copied.Count > 0)) await RemoveAsync(step, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        private async Task CiteAsync(CiteRow step, CancellationToken cancellationToken)
        {
            var row = new RowId(step.Row);
            var named = await db.Citations.AsNoTracking().Where(c => step.Citations.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancellationToken);
            var there = (await db.Citations.AsNoTracking().Where(c => c.RowId == row).ToListAsync(cancellationToken)).Select(c => (c.DocumentId, c.Item, c.Page)).ToHashSet();
            foreach (var one in named.Where(c => there.Add((c.DocumentId, c.Item, c.Page))))
            {
                db.Citations.Add(new Citation { Id = default, RowId = row, DocumentId = one.DocumentId, Item = one.Item, Page = one.Page, AddedAt = one.AddedAt, AddedBy = one.AddedBy });
                db.Record(actor, time, nameof(ReturnEvidence), $"row/{step.Row}", null, new { Document = one.DocumentId.Value, one.Item, one.Page, From = one.RowId.Value });
            }
        }

        private async Task RemoveAsync(RevertRow step, CancellationToken cancellationToken)
        {
            foreach (var copy in await db.Citations.Where(c => step.Copied.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancellationToken))
            {
                db.Citations.Remove(copy);
                db.Record(actor, time, nameof(ReturnEvidence), $"row/{step.Row}", new { Document = copy.DocumentId.Value, copy.Item, copy.Page }, null);
            }
        }
    }
}
