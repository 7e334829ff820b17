using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Who leads what in a framework, by criterion and by agency, and which leaves nobody leads.</summary>
public static class ShowAssignments
{
    /// <param name="Framework">The framework.</param>
    /// <param name="Year">The year whose targets are shown; null for the newest.</param>
    public sealed record Query(FrameworkId Framework, int? Year = null);

    /// <summary>One node with its leads; a node above leaves has none of its own.</summary>
    public sealed record Line(Criterion Criterion, bool Leaf, IReadOnlyList<Lead> Leads);

    /// <summary>What one agency leads.</summary>
    /// <param name="Id">The agency.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Leaves">The leaves it leads, in order.</param>
    /// <param name="Points">Sum of the known maxima of those leaves.</param>
    /// <param name="UnknownMaxima">How many of them have an unknown maximum.</param>
    public sealed record Share(AgencyId Id, string Name, IReadOnlyList<Criterion> Leaves, decimal Points, int UnknownMaxima);

    public sealed record View(Framework Framework, IReadOnlyList<Line> Lines, IReadOnlyList<Share> Shares, IReadOnlyList<Criterion> Unassigned,
        int Year, IReadOnlyDictionary<CriterionCode, Target> Targets);

    public sealed class Handler(OpenParDb db, FrameworkCatalog catalog)
    {
        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            if (await catalog.FindAsync(db, query.Framework, cancellationToken) is not { } framework) return null;
            var leads = await Leads.OfAsync(db, query.Framework, cancellationToken);
            var shares = framework.Leaves.SelectMany(leaf => leads[leaf.Code].Select(lead => (leaf, lead.Id, lead.Name)))
                .GroupBy(pair => (pair.Id, pair.Name))
                .Select(g => new Share(g.Key.Id, g.Key.Name, [.. g.Select(p => p.leaf)], g.Sum(p => p.leaf.MaxPoints ?? 0), g.Count(p => p.leaf.MaxPoints is null)))
                .OrderByDescending(s => s.Leaves.Count).ThenBy(s => s.Name, VietnameseText.Comparer);
            var year = query.Year ?? await Targets.YearAsync(db, framework, cancellationToken);
            return new View(
                framework,
                [.. framework.Criteria.Select(c => new Line(c, framework.IsLeaf(c.Code), [.. leads[c.Code]]))],
                [.. shares],
                [.. framework.Leaves.Where(c => !leads.Contains(c.Code))],
                year,
                await Targets.OfAsync(db, query.Framework, year, cancellationToken));
        }
    }
}
