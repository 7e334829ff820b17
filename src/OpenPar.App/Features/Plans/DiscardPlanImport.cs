using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;

namespace OpenPar.App.Features.Plans;

/// <summary>Sets a review aside; no plan changes and the upload stays readable.</summary>
public static class DiscardPlanImport
{
    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<ImportId>> HandleAsync(ImportId id, CancellationToken cancellationToken)
        {
            var import = await db.PlanImports.FindAsync([id], cancellationToken);
            return import is null ? ReviewRefusals.Unknown : await ReviewEnd.DiscardAsync(db, time, actor, import, nameof(DiscardPlanImport), $"plan-import/{id.Value}", cancellationToken);
        }
    }
}
