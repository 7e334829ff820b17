using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Reads the targets of a framework for a year.</summary>
public static class Targets
{
    public static Task<Dictionary<CriterionCode, Target>> OfAsync(OpenParDb db, FrameworkId framework, int year, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Targets.AsNoTracking().Where(t => t.FrameworkId == framework && t.Year == year).ToDictionaryAsync(t => t.Code, cancellationToken);
    }

    /// <summary>The year whose targets are shown when none is asked for: the newest with a target, else the first of the framework.</summary>
    public static async Task<int> YearAsync(OpenParDb db, Framework framework, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(framework);
        var newest = await db.Targets.Where(t => t.FrameworkId == framework.Id).MaxAsync(t => (int?)t.Year, cancellationToken);
        return newest ?? framework.FirstYear ?? 2025;
    }
}
