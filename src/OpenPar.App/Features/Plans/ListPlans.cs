using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;

namespace OpenPar.App.Features.Plans;

/// <summary>The plans, and the uploads people are looking at.</summary>
public static class ListPlans
{
    /// <summary>A plan: its rows without those left out, how many carry a guess nobody has confirmed, and the nearest last day that is not past.</summary>
    public sealed record PlanLine(PlanId Id, string Title, int? Year, string? Issuer, bool Demonstration, int Rows, int Marked, DateOnly? Next);

    /// <summary>An upload.</summary>
    public sealed record ImportLine(ImportId Id, string FileName, ImportState State, DateTimeOffset UploadedAt, string UploadedBy, int Rows, PlanId? Plan);

    public sealed record View(IReadOnlyList<PlanLine> Plans, IReadOnlyList<ImportLine> Imports);

    public sealed class Handler(OpenParDb db, TimeProvider time)
    {
        private const int MostImports = 30;

        public async Task<View> HandleAsync(CancellationToken cancellationToken)
        {
            var today = time.Today();
            var plans = await db.Plans.AsNoTracking().OrderByDescending(p => p.Year).ThenByDescending(p => p.AcceptedAt)
                .Select(p => new PlanLine(p.Id, p.Title, p.Year, p.Issuer, p.Demonstration, p.Rows.Count(r => !r.LeftOut), p.Rows.Count(r => !r.LeftOut && r.Flags != "[]"),
                    p.Rows.Where(r => !r.LeftOut && r.To >= today).Min(r => r.To)))
                .ToListAsync(cancellationToken);
            var imports = await db.PlanImports.AsNoTracking().OrderByDescending(i => i.UploadedAt).Take(MostImports)
                .Select(i => new ImportLine(i.Id, i.FileName, i.State, i.UploadedAt, i.UploadedBy, i.Rows.Count, i.PlanId)).ToListAsync(cancellationToken);
            return new View(plans, imports);
        }
    }
}
