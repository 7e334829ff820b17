using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence.Tasks;

/// <summary>Takes a document away from a task of a plan. The document itself stays in the library.</summary>
public static class RemoveTaskCitation
{
    public sealed record Command(PlanId Plan, PlanRowId Task, long Citation);

    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-cited", "Nhiệm vụ này không còn dẫn tài liệu đó.", "The task no longer cites this document.");
    }

    public sealed class Handler(OpenParDb db, TaskAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<DocumentId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var allowed = await access.LoadAsync(command.Plan, command.Task, cancellationToken);
            if (!allowed.Done) return allowed.Refusals.ToList();
            var citation = await db.TaskCitations.SingleOrDefaultAsync(c => c.Id == command.Citation && c.PlanRowId == command.Task, cancellationToken);
            if (citation is null) return Refusals.NotFound;
            db.TaskCitations.Remove(citation);
            db.Record(actor, time, nameof(RemoveTaskCitation), $"plan-row/{command.Task.Value}", new { Document = citation.DocumentId.Value, citation.Item, citation.Page });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Taken away twice at once.
                return Refusals.NotFound;
            }

            return citation.DocumentId;
        }
    }
}
