using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence.Tasks;

/// <summary>Names a document of the library, with item and page, as proof of the product of a task of a plan.</summary>
public static class CiteForTask
{
    public sealed record Command(PlanId Plan, PlanRowId Task, DocumentId Document, string? Item, string? Page);

    public static class Refusals
    {
        public static Refusal AlreadyCited => Refusal.Of("already-cited", "Tài liệu này đã được dẫn cho nhiệm vụ này với cùng mục và trang.", "This document is already cited for this task at the same place.", "document");
    }

    public sealed class Handler(OpenParDb db, TaskAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<long>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var place = CiteDocument.ReadPlace(command.Item, command.Page);
            if (!place.Done) return place.Refusals.ToList();
            var (item, page) = place.Value;
            var allowed = await access.LoadAsync(command.Plan, command.Task, cancellationToken);
            if (!allowed.Done) return allowed.Refusals.ToList();
            if (await CiteDocument.RefusalAsync(db, actor, time.Today(), command.Document, cancellationToken) is { } no) return no;
            if (await db.TaskCitations.AnyAsync(c => c.PlanRowId == command.Task && c.DocumentId == command.Document && c.Item == item && c.Page == page, cancellationToken))
                return Refusals.AlreadyCited;

            var citation = Make(command.Task, command.Document, item, page);
            await db.SaveChangesAsync(cancellationToken);
            return citation.Id;
        }

        /// <summary>The citation, ready to be saved.</summary>
        public TaskCitation Make(PlanRowId task, DocumentId document, string? item, int? page)
        {
            var citation = new TaskCitation { Id = default, PlanRowId = task, DocumentId = document, Item = item, Page = page, AddedAt = time.GetUtcNow(), AddedBy = actor.Name };
            db.TaskCitations.Add(citation);
            db.Record(actor, time, nameof(CiteForTask), $"plan-row/{task.Value}", after: new { Document = document.Value, item, page });
            return citation;
        }
    }
}
