using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Plans;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.App.Features.Evidence.Tasks;

/// <summary>
/// Documents that prove tasks which a plan set for the criterion of a row, or for one above it. They are only shown: nothing is cited until a
/// person says so.
/// </summary>
public static class ShowTaskProofs
{
    // A plan serves the year it is for; what it made may be there the year after.
    private const int YearsBack = 1;

    /// <param name="Document">The document.</param>
    /// <param name="Name">Number, symbol and subject.</param>
    /// <param name="Issuer">Issuing body.</param>
    /// <param name="IssuedOn">Day of issue.</param>
    /// <param name="Item">Item cited for the task.</param>
    /// <param name="Page">Page cited for the task.</param>
    /// <param name="Plan">The plan.</param>
    /// <param name="PlanTitle">Its title.</param>
    /// <param name="TaskId">The task.</param>
    /// <param name="Task">What the task is.</param>
    public sealed record Line(DocumentId Document, string Name, string Issuer, DateOnly? IssuedOn, string? Item, int? Page, PlanId Plan, string PlanTitle, PlanRowId TaskId, string Task);

    public sealed class Handler(OpenParDb db, Actor actor)
    {
        /// <summary>What can be used for the row and is not cited there yet.</summary>
        public async Task<IReadOnlyList<Line>> HandleAsync(RowId id, CancellationToken cancellationToken)
        {
            var here = await (
                from row in db.Rows
                where row.Id == id
                join sheet in db.Sheets on row.SheetId equals sheet.Id
                join round in db.Rounds on sheet.RoundId equals round.Id
                join its in db.UnitGroups on sheet.GroupId equals its.Id
                select new { row.Code, Owners = row.Owners.Select(o => o.AgencyId).ToList(), sheet.UnitId, its.FrameworkId, round.Year, round.Demonstration })
                .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (here is null) return [];
            List<AgencyId> agencies = [.. here.Owners, .. await Predecessors.WithAsync(db, here.UnitId, cancellationToken)];
            var cited = await (
                from citation in db.TaskCitations
                join task in db.PlanRows on citation.PlanRowId equals task.Id
                where !task.LeftOut && task.Agencies.Any(a => a.AgencyId != null && agencies.Contains(a.AgencyId.Value))
                join plan in db.Plans on task.PlanId equals plan.Id
                where plan.FrameworkId != null && plan.Demonstration == here.Demonstration && (plan.Year == null || (plan.Year <= here.Year && plan.Year >= here.Year - YearsBack))
                join document in ListDocuments.Visible(db, actor) on citation.DocumentId equals document.Id
                where !db.Citations.Any(c => c.RowId == id && c.DocumentId == citation.DocumentId && c.Item == citation.Item && c.Page == citation.Page)
                orderby plan.Year descending, task.SortOrder, citation.Id
                select new
                {
                    citation.DocumentId,
                    document.Number,
                    document.Symbol,
                    document.Subject,
                    document.Issuer,
                    document.IssuedOn,
                    citation.Item,
                    citation.Page,
                    Plan = plan.Id,
                    plan.Title,
                    FrameworkId = plan.FrameworkId!.Value,
                    Task = task.Id,
                    task.Words,
                }).AsNoTracking().ToListAsync(cancellationToken);
            var wanted = new Dictionary<FrameworkId, List<CriterionCode>>();
            foreach (var set in cited.Select(c => c.FrameworkId).Distinct())
                wanted[set] = await FrameworkMappings.ContinuedAsync(db, set, here.FrameworkId, here.Code, cancellationToken);
            return [.. from line in cited
                       let words = PlanJson.ReadWords(line.Words)
                       where CodeOf(words) is { } code && wanted[line.FrameworkId].Exists(c => c == code || c.IsBelow(code))
                       select new Line(line.DocumentId, DocumentName.Of(line.Number, line.Symbol, line.Subject), line.Issuer, line.IssuedOn, line.Item, line.Page, line.Plan, line.Title, line.Task, words.Title)];
        }

        private static CriterionCode? CodeOf(PlanWords words) => CriterionCode.TryParse(words[PlanField.Number].TrimEnd('.'), out var code) ? code : null;
    }
}
