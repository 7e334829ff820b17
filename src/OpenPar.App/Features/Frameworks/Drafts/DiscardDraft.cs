using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using Microsoft.EntityFrameworkCore;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>Sets a draft aside. A framework published from it stays.</summary>
public static class DiscardDraft
{
    public sealed record Command(DraftId Draft);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<DraftId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var draft = await db.FrameworkDrafts.SingleOrDefaultAsync(d => d.Id == command.Draft, cancellationToken);
            if (draft is null) return DraftRefusals.Unknown;
            if (draft.State != DraftState.Open) return DraftRefusals.Closed(draft.State);
            (draft.State, draft.Version, draft.ChangedAt, draft.ChangedBy) = (DraftState.Discarded, draft.Version + 1, time.GetUtcNow(), actor.Name);
            db.Record(actor, time, nameof(DiscardDraft), $"draft/{command.Draft.Value}", new { State = DraftState.Open }, new { draft.State });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return DraftRefusals.Changed(actor.Name, time.GetUtcNow());
            }

            return command.Draft;
        }
    }
}
