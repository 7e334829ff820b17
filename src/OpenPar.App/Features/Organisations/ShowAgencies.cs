using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations;

/// <summary>The register as a tree, searched without accents over names and aliases.</summary>
public static class ShowAgencies
{
    /// <summary>Which agencies are wanted, as of a day.</summary>
    public enum When
    {
        Today,
        Ended,
        All,
    }

    public sealed record Query(string? Words, When When);

    /// <summary>One agency of the list.</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Depth">How many of the agencies above it are in the list too.</param>
    /// <param name="Exists">True when it exists today.</param>
    /// <param name="Leads">How many criteria it leads, over all frameworks.</param>
    public sealed record Line(Agency Agency, int Depth, bool Exists, int Leads);

    public sealed record View(IReadOnlyList<Line> Lines, int Total);

    public sealed class Handler(OpenParDb db, TimeProvider time)
    {
        public async Task<View> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var records = await db.Agencies.AsNoTracking().ToListAsync(cancellationToken);
            var leads = await db.Assignments.Where(a => a.Role == AssignmentRole.Lead).GroupBy(a => a.AgencyId)
                .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            var today = time.Today();
            var wanted = records.Where(r => VietnameseText.Matches(r.SearchText, query.Words)).Select(r => r.ToAgency())
                .Where(a => query.When == When.All || a.ExistsOn(today) == (query.When == When.Today)).ToDictionary(a => a.Id);
            var below = wanted.Values.ToLookup(a => a.Parent is { } parent && wanted.ContainsKey(parent) ? parent : (AgencyId?)null);
            var lines = new List<Line>();
            Add(null, 0);
            return new View(lines, records.Count);

            void Add(AgencyId? parent, int depth)
            {
                foreach (var agency in below[parent].OrderBy(a => a.Kind).ThenBy(a => a.Name, VietnameseText.Comparer))
                {
                    lines.Add(new Line(agency, depth, agency.ExistsOn(today), leads.GetValueOrDefault(agency.Id)));
                    Add(agency.Id, depth + 1);
                }
            }
        }
    }
}
