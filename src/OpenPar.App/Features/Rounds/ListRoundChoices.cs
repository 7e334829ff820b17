using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>What a new round can be made of: frameworks with how far they are assigned, and units.</summary>
public static class ListRoundChoices
{
    public sealed record FrameworkChoice(FrameworkId Id, string Title, string DecisionNumber, int? FirstYear, int Leaves, int Assigned);

    public sealed record UnitChoice(AgencyId Id, string Name);

    public sealed record View(IReadOnlyList<FrameworkChoice> Frameworks, IReadOnlyList<UnitChoice> Units);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, TimeProvider time)
    {
        public async Task<View> HandleAsync(CancellationToken cancellationToken)
        {
            var ids = await db.Frameworks.AsNoTracking().OrderByDescending(f => f.FirstYear).Select(f => f.Id).ToListAsync(cancellationToken);
            var choices = new List<FrameworkChoice>();
            foreach (var id in ids)
            {
                var framework = await frameworks.GetAsync(db, id, cancellationToken);
                var assigned = await db.Assignments.Where(a => a.FrameworkId == id).Select(a => a.Code).Distinct().CountAsync(cancellationToken);
                choices.Add(new FrameworkChoice(id, framework.Title, framework.Decision.Number, framework.FirstYear, framework.Leaves.Count, assigned));
            }

            var today = time.Today();
            var units = await db.Agencies.AsNoTracking().Where(a => a.Kind != AgencyKind.Class && (a.ValidTo == null || a.ValidTo >= today))
                .Select(a => new { a.Id, a.Name, a.Kind }).ToListAsync(cancellationToken);
            return new View(choices, [.. units.OrderBy(u => u.Kind).ThenBy(u => u.Name, VietnameseText.Comparer).Select(u => new UnitChoice(u.Id, u.Name))]);
        }
    }
}
