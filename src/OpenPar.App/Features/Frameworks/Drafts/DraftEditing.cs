using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>
/// Opens a draft, lets one change happen, keeps what is needed to undo it, and saves all of it with its audit entry. Two people who
/// save in the same instant come one after the other: the second change is made anew on what the first one left.
/// </summary>
public sealed class DraftEditing(OpenParDb db, TimeProvider time, Actor actor)
{
    private const int KeptChanges = 100;

    private const int MostAttempts = 8;

    // Typing on in one row is one change to undo, not one for each pause.
    private static readonly TimeSpan OneGo = TimeSpan.FromSeconds(60);

    /// <summary>Makes a change. What <paramref name="change"/> refuses leaves the draft as it is.</summary>
    public async Task<Answer<T>> ChangeAsync<T>(DraftId id, string action, Func<OpenDraft, Answer<T>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var draft = await db.FrameworkDrafts.Include(d => d.Rows).SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
            if (draft is null) return DraftRefusals.Unknown;
            if (draft.State != DraftState.Open) return DraftRefusals.Closed(draft.State);
            var open = new OpenDraft(draft, actor.Name, time.GetUtcNow());
            var answer = change(open);
            if (!answer.Done || open.Settle() is not { } before) return answer;
            db.Record(actor, time, action, $"draft/{id.Value}", open.AuditBefore, open.AuditAfter ?? new { open.What });
            if (action != nameof(UndoDraftChange)) await KeepAsync(id, open.What, before, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return answer;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                // Somebody saved in between: look at the draft as it is now and change that.
            }
        }
    }

    /// <summary>The last change, or null.</summary>
    public Task<FrameworkDraftChange?> LastAsync(DraftId id, CancellationToken cancellationToken) =>
        db.FrameworkDraftChanges.Where(c => c.DraftId == id).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Forgets a change that has been undone, with the same save.</summary>
    public void Forget(FrameworkDraftChange change) => db.FrameworkDraftChanges.Remove(change);

    private async Task KeepAsync(DraftId id, string what, DraftBefore before, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var last = await LastAsync(id, cancellationToken);
        if (last is not null && last.What == what && last.By == actor.Name && now - last.At < OneGo && Typing(before) && Typing(DraftJson.Read<DraftBefore>(last.Before))) return;
        db.FrameworkDraftChanges.Add(new FrameworkDraftChange { DraftId = id, What = what, Before = DraftJson.Write(before), At = now, By = actor.Name });
        var old = await db.FrameworkDraftChanges.Where(c => c.DraftId == id).OrderByDescending(c => c.Id).Skip(KeptChanges - 1).ToListAsync(cancellationToken);
        db.FrameworkDraftChanges.RemoveRange(old);
    }

    // Texts changed and nothing moved, came or went.
    private static bool Typing(DraftBefore before) => before.Added.Count == 0 && before.Rows.All(r => r.Text is not null) && before.Rows.Count <= 1;
}
