using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.App.Features.Plans;

/// <summary>A plan in words, to be passed on or written as a paper; rows left out are not part of it.</summary>
public static class ExportPlan
{
    /// <param name="Written">The plan.</param>
    /// <param name="Record">The plan as stored, without its rows.</param>
    public sealed record View(WrittenPlan Written, PlanRecord Record);

    public sealed class Handler(OpenParDb db)
    {
        public async Task<View?> HandleAsync(PlanId id, CancellationToken cancellationToken)
        {
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
            if (plan is null) return null;
            var rows = await db.PlanRows.AsNoTracking().Where(r => r.PlanId == id && !r.LeftOut).OrderBy(r => r.SortOrder).Select(r => new { r.Annex, r.Words }).ToListAsync(cancellationToken);
            var tables = PlanJson.Read<List<PlanTable>>(plan.Tables);
            return new View(new WrittenPlan(plan.Title, tables, [.. rows.Select(r => new WrittenRow(r.Annex, PlanJson.ReadWords(r.Words)))])
            {
                Year = plan.Year,
                Issuer = plan.Issuer,
                Source = plan.Source,
                Framework = plan.FrameworkId,
            }, plan);
        }
    }
}
