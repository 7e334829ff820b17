using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Plans;

/// <summary>One row of a plan, or the form of a new one.</summary>
public static class ShowPlanRow
{
    /// <param name="Plan">The plan.</param>
    /// <param name="Row">The row; null for a new one.</param>
    public sealed record Query(PlanId Plan, PlanRowId? Row);

    /// <param name="Plan">The plan without its rows.</param>
    /// <param name="Line">The row; null for a new one.</param>
    /// <param name="Names">What its names of agencies stand for; null for what is not certain.</param>
    /// <param name="Register">All agencies.</param>
    public sealed record View(PlanRecord Plan, ShowPlan.Line? Line, IReadOnlyDictionary<string, Agency?> Names, IReadOnlyList<Agency> Register);

    public sealed class Handler(OpenParDb db, FrameworkCatalog catalog)
    {
        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Plan, cancellationToken);
            if (plan is null) return null;
            var register = await db.RegisterAsync(cancellationToken);
            if (query.Row is not { } id) return new View(plan, null, new Dictionary<string, Agency?>(), register);
            var row = await db.PlanRows.AsNoTracking().Include(r => r.Agencies).SingleOrDefaultAsync(r => r.Id == id && r.PlanId == query.Plan, cancellationToken);
            if (row is null) return null;
            var framework = plan.FrameworkId is { } set ? await catalog.FindAsync(db, set, cancellationToken) : null;
            var names = row.Agencies.GroupBy(a => a.Written).ToDictionary(g => g.Key, g => register.Find(a => a.Id == g.First().AgencyId));
            return new View(plan, ShowPlan.LineOf(row, framework), names, register);
        }
    }
}
