using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>Makes an immutable framework of a draft, when nothing in it is wrong any more.</summary>
public static class PublishDraft
{
    /// <param name="Draft">The draft.</param>
    /// <param name="Version">The version of the draft the person has read the checks of.</param>
    public sealed record Command(DraftId Draft, int Version);

    public sealed class Handler(OpenParDb db, ShowDraft.Handler show, LoadFramework.Handler load, TimeProvider time, Actor actor)
    {
        public async Task<Answer<FrameworkId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (await show.HandleAsync(new(command.Draft, null), cancellationToken) is not { } view) return DraftRefusals.Unknown;
            if (view.Draft.State != DraftState.Open) return DraftRefusals.Closed(view.Draft.State);
            if (view.Draft.Version != command.Version) return DraftRefusals.Changed(view.Draft.ChangedBy, view.Draft.ChangedAt);
            var errors = view.Reading.Errors.Count();
            if (errors > 0 || view.Reading.Framework is not { } framework) return DraftRefusals.HasErrors(errors);

            // Published with the same save and transaction that takes the framework in; its version guards against a change in between.
            var draft = await db.FrameworkDrafts.SingleAsync(d => d.Id == command.Draft, cancellationToken);
            if (draft.Version != command.Version) return DraftRefusals.Changed(draft.ChangedBy, draft.ChangedAt);
            (draft.State, draft.PublishedAs, draft.Version) = (DraftState.Published, framework.Id, draft.Version + 1);
            (draft.ChangedAt, draft.ChangedBy) = (time.GetUtcNow(), actor.Name);
            db.Record(actor, time, nameof(PublishDraft), $"draft/{command.Draft.Value}", new { State = DraftState.Open }, new { State = DraftState.Published, PublishedAs = framework.Id.ToString() });
            try
            {
                var loaded = await load.HandleAsync(new(framework, OnlyNew: true), cancellationToken);
                if (loaded.Done) return framework.Id;
                return loaded.Refusals.Any(r => r.Code == "identity-taken") ? DraftRefusals.IdentityTaken(framework.Id) : loaded.Refusals.ToList();
            }
            catch (DbUpdateConcurrencyException)
            {
                return DraftRefusals.Changed(actor.Name, time.GetUtcNow());
            }
        }
    }
}
