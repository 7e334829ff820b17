using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Frameworks;

/// <summary>The tree of a framework with its leads, searched and filtered, and what is unknown about it.</summary>
public static class ShowFramework
{
    /// <param name="Id">The framework.</param>
    /// <param name="Words">Words to find in code, title and rule text, without regard to accents.</param>
    /// <param name="Field">Only this field.</param>
    /// <param name="Method">Only leaves of this method.</param>
    /// <param name="UnknownOnly">Only nodes with an unknown maximum, and leaves with an unknown method or without a rule.</param>
    public sealed record Query(FrameworkId Id, string? Words = null, CriterionCode? Field = null, ScoringMethod? Method = null, bool UnknownOnly = false)
    {
        public bool Narrowed => !string.IsNullOrWhiteSpace(Words) || Field is not null || Method is not null || UnknownOnly;
    }

    /// <summary>One row of the tree.</summary>
    /// <param name="Criterion">The node.</param>
    /// <param name="Leaf">True when it is scored itself.</param>
    /// <param name="Hit">False for a node that is shown only because something below it was found.</param>
    /// <param name="Leads">Names of the lead agencies.</param>
    public sealed record Line(Criterion Criterion, bool Leaf, bool Hit, IReadOnlyList<string> Leads);

    public sealed record View(Framework Framework, FrameworkCounts Counts, IReadOnlyList<Line> Lines, int Hits, int Unassigned, IReadOnlyList<Finding> Findings);

    public sealed class Handler(OpenParDb db, FrameworkCatalog catalog)
    {
        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var framework = await catalog.FindAsync(db, query.Id, cancellationToken);
            if (framework is null) return null;
            var assigned = await (
                from assignment in db.Assignments.AsNoTracking()
                where assignment.FrameworkId == query.Id && assignment.Role == AssignmentRole.Lead
                join agency in db.Agencies on assignment.AgencyId equals agency.Id
                select new { assignment.Code, agency.Name }).ToListAsync(cancellationToken);
            var leads = assigned.ToLookup(a => a.Code, a => a.Name);
            var counts = FrameworkCounts.Of(framework);
            var hits = framework.Criteria.Where(c => Fits(framework, counts, c, query)).Select(c => c.Code).ToHashSet();
            var shown = hits.Concat(hits.SelectMany(Above)).ToHashSet();
            return new View(
                framework, counts,
                [.. framework.Criteria.Where(c => shown.Contains(c.Code)).Select(c => new Line(c, framework.IsLeaf(c.Code), hits.Contains(c.Code), [.. leads[c.Code].Order(VietnameseText.Comparer)]))],
                hits.Count,
                framework.Leaves.Count(c => !leads.Contains(c.Code)),
                [.. FrameworkLinter.Check(framework), .. FrameworkLinter.CheckVersions([.. await SetAsync(query.Id, cancellationToken), framework]).Where(f => f.Where == query.Id.ToString())]);
        }

        private async Task<List<Framework>> SetAsync(FrameworkId id, CancellationToken cancellationToken)
        {
            var all = new List<Framework>();
            foreach (var other in await db.Frameworks.Select(f => f.Id).ToListAsync(cancellationToken))
            {
                if (other.Set == id.Set && other != id) all.Add(await catalog.GetAsync(db, other, cancellationToken));
            }

            return all;
        }

        private static bool Fits(Framework framework, FrameworkCounts counts, Criterion criterion, Query query) =>
            (query.Field is null || criterion.Code.Field == query.Field)
            && (query.Method is null || (framework.IsLeaf(criterion.Code) && criterion.Method == query.Method))
            && (!query.UnknownOnly || criterion.MaxPoints is null || counts.UnknownMethods.Contains(criterion) || counts.WithoutRule.Contains(criterion))
            && (string.IsNullOrWhiteSpace(query.Words) || Found(criterion, query.Words));

        private static bool Found(Criterion criterion, string words) =>
            CriterionCode.TryParse(words, out var code)
                ? criterion.Code == code || criterion.Code.IsBelow(code)
                : VietnameseText.Matches($"{criterion.Title} {criterion.RuleText}", words);

        private static IEnumerable<CriterionCode> Above(CriterionCode code)
        {
            for (var parent = code.Parent; parent is { } at; parent = at.Parent) yield return at;
        }
    }
}
