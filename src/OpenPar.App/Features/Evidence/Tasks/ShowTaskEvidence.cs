using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Plans;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Evidence.Tasks;

/// <summary>What proves the product of one task of a plan.</summary>
public static class ShowTaskEvidence
{
    /// <param name="Plan">The plan.</param>
    /// <param name="Task">The row of the plan.</param>
    public sealed record Query(PlanId Plan, PlanRowId Task);

    /// <param name="Citation">The citation.</param>
    /// <param name="Document">The document.</param>
    /// <param name="Name">Number, symbol and subject.</param>
    /// <param name="Issuer">Issuing body.</param>
    /// <param name="IssuedOn">Day of issue.</param>
    /// <param name="Item">Item that counts.</param>
    /// <param name="Page">Page that counts.</param>
    /// <param name="HasFile">Whether there is a file to open.</param>
    /// <param name="Demonstration">Invented, for the demonstration.</param>
    public sealed record Line(long Citation, DocumentId Document, string Name, string Issuer, DateOnly? IssuedOn, string? Item, int? Page, bool HasFile, bool Demonstration);

    /// <param name="Plan">The plan without its rows.</param>
    /// <param name="Task">The task.</param>
    /// <param name="Lines">Documents the person may see, in the order they were named.</param>
    /// <param name="Hidden">How many more prove it that belong to other agencies.</param>
    /// <param name="MayChange">Whether the person may add documents and take them away.</param>
    /// <param name="OwnAgency">Name of the person's agency, the usual issuer.</param>
    public sealed record View(PlanRecord Plan, ShowPlan.Line Task, IReadOnlyList<Line> Lines, int Hidden, bool MayChange, string? OwnAgency);

    public sealed class Handler(OpenParDb db, ShowPlanRow.Handler tasks, TaskAccess access, Actor actor)
    {
        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            if (await tasks.HandleAsync(new(query.Plan, query.Task), cancellationToken) is not { Line: { } task } shown) return null;
            var total = await db.TaskCitations.CountAsync(c => c.PlanRowId == query.Task, cancellationToken);
            var found = !actor.May(Permission.ViewEvidence) ? [] : await (
                from citation in db.TaskCitations.AsNoTracking()
                where citation.PlanRowId == query.Task
                join document in ListDocuments.Visible(db, actor) on citation.DocumentId equals document.Id
                orderby citation.Id
                select new { citation.Id, citation.DocumentId, document.Number, document.Symbol, document.Subject, document.Issuer, document.IssuedOn, citation.Item, citation.Page, HasFile = document.Revisions.Any(), document.Demonstration })
                .ToListAsync(cancellationToken);
            var lines = found.Select(c => new Line(c.Id, c.DocumentId, DocumentName.Of(c.Number, c.Symbol, c.Subject), c.Issuer, c.IssuedOn, c.Item, c.Page, c.HasFile, c.Demonstration)).ToList();
            return new View(shown.Plan, task, lines, total - lines.Count, access.May(task.Row), OwnName(shown.Register));
        }

        private string? OwnName(IReadOnlyList<Agency> register) => actor.Agency is { } own ? register.FirstOrDefault(a => a.Id == own)?.Name : null;
    }
}
