using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Frameworks;

/// <summary>All loaded frameworks, the newest decision first.</summary>
public static class ShowFrameworks
{
    /// <summary>One framework of the list.</summary>
    public sealed record Line(Framework Framework, FrameworkCounts Counts, int Rounds);

    public sealed class Handler(OpenParDb db, FrameworkCatalog catalog)
    {
        public async Task<IReadOnlyList<Line>> HandleAsync(CancellationToken cancellationToken)
        {
            var ids = await db.Frameworks.OrderByDescending(f => f.FirstYear).ThenBy(f => f.Id).Select(f => f.Id).ToListAsync(cancellationToken);
            var rounds = await db.UnitGroups.GroupBy(g => g.FrameworkId).Select(g => new { g.Key, Count = g.Select(x => x.RoundId).Distinct().Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            var lines = new List<Line>();
            foreach (var id in ids)
            {
                var framework = await catalog.GetAsync(db, id, cancellationToken);
                lines.Add(new Line(framework, FrameworkCounts.Of(framework), rounds.GetValueOrDefault(id)));
            }

            return lines;
        }
    }
}
