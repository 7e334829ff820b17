using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Results;

namespace OpenPar.App.Features.Results;

/// <summary>
/// The standings inside approved results, without their rows, kept in memory by approval: an approval never changes, so an entry is never
/// stale, and years of results are searched without reading them again.
/// </summary>
public sealed class PublishedStandings
{
    private readonly ConcurrentDictionary<long, Content> known = new();

    /// <summary>What an approval says of units.</summary>
    public sealed record Content(string Title, int Year, bool Demonstration, IReadOnlyList<Group> Groups);

    /// <summary>A group in order of places.</summary>
    public sealed record Group(Guid Id, string Name, FrameworkId Framework, IReadOnlyList<Unit> Units);

    /// <summary>A unit under the name of its year.</summary>
    public sealed record Unit(AgencyId Agency, string Name, Standing Standing, int? Rank);

    /// <summary>The content of an approval.</summary>
    public async Task<Content> OfAsync(OpenParDb db, long approval, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (known.TryGetValue(approval, out var content)) return content;
        var frozen = FrozenRound.Read(await db.Approvals.Where(a => a.Id == approval).Select(a => a.Content).SingleAsync(cancellationToken));
        return known[approval] = new Content(frozen.Title, frozen.Year, frozen.Demonstration, [.. frozen.Groups.Select(g => new Group(
            g.Group, g.Name, FrameworkId.Parse(g.Framework), [.. g.Units.Select(u => new Unit(AgencyId.Parse(u.Agency), u.Name, u.Standing!, u.Rank)).OrderBy(u => u.Rank ?? int.MaxValue)]))]);
    }
}
