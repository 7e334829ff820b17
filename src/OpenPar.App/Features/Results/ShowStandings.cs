using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Results;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Results;

/// <summary>Totals, grades and places of the units of a group, provisional until the approval and frozen after it.</summary>
public static class ShowStandings
{
    /// <summary>What the units are put in order by.</summary>
    public enum Order
    {
        /// <summary>Place, then total.</summary>
        Rank,

        /// <summary>Name.</summary>
        Name,

        /// <summary>Points as appraised, before they are brought to the full maximum.</summary>
        Appraised,

        /// <summary>Number of rows out of the denominator.</summary>
        Dropped,
    }

    /// <param name="Round">The round.</param>
    /// <param name="Group">The group; null takes the first.</param>
    /// <param name="Search">Words of a unit's name; null shows all.</param>
    /// <param name="Sort">The order.</param>
    public sealed record Query(RoundId Round, GroupId? Group = null, string? Search = null, Order Sort = Order.Rank);

    /// <param name="Unit">The unit with its standing and place.</param>
    /// <param name="Agency">Its identity.</param>
    /// <param name="Sheet">Its sheet.</param>
    public sealed record Line(UnitStanding Unit, AgencyId Agency, SheetId Sheet)
    {
        /// <summary>The standing in one field; null when the unit has no rows there.</summary>
        public FieldStanding? Field(CriterionCode code) => Unit.Standing.Fields.FirstOrDefault(f => f.Code == code);
    }

    /// <param name="Id">The round.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Year">Its year.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="Demonstration">Whether its figures are invented.</param>
    /// <param name="Groups">Its groups in order.</param>
    /// <param name="Group">The group that is shown.</param>
    /// <param name="Framework">The framework of the group.</param>
    /// <param name="Settings">Grades and caps.</param>
    /// <param name="Lines">Units that match, in the order wanted.</param>
    /// <param name="Units">How many units the group has.</param>
    /// <param name="Approval">The approval; null before it, when everything is provisional.</param>
    public sealed record View(
        RoundId Id, string Title, int Year, RoundState State, bool Demonstration, IReadOnlyList<(GroupId Id, string Name)> Groups, GroupId Group, Framework Framework,
        RoundSettings Settings, IReadOnlyList<Line> Lines, int Units, ApprovalHead? Approval)
    {
        /// <summary>Name of the group that is shown.</summary>
        public string GroupName => Groups.First(g => g.Id == Group).Name;
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, RoundResults results)
    {
        /// <summary>The standings; null when there is no such round or group.</summary>
        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            if (await results.OfGroupAsync(query.Round, query.Group, cancellationToken) is not { Content.Groups: [var group] } found) return null;
            var framework = await frameworks.GetAsync(db, FrameworkId.Parse(group.Framework), cancellationToken);
            var lines = group.Units.Select(u => new Line(new UnitStanding(u.Name, u.Standing!, u.Rank), AgencyId.Parse(u.Agency), new SheetId(u.Sheet)));
            if (!string.IsNullOrWhiteSpace(query.Search)) lines = lines.Where(l => VietnameseText.Matches(l.Unit.Unit, query.Search));
            return new View(
                query.Round, found.Content.Title, found.Content.Year, found.Round.State, found.Content.Demonstration, [.. found.Groups.Select(g => (g.Id, g.Name))], new GroupId(group.Group), framework,
                found.Content.Settings, [.. Sorted(lines, query.Sort)], group.Units.Count, found.Approval);
        }

        private static IOrderedEnumerable<Line> Sorted(IEnumerable<Line> lines, Order order) => order switch
        {
            Order.Name => lines.OrderBy(l => l.Unit.Unit, VietnameseText.Comparer),
            Order.Appraised => lines.OrderByDescending(l => l.Unit.Standing.Appraised ?? -1),
            Order.Dropped => lines.OrderByDescending(l => l.Unit.Standing.Dropped).ThenBy(l => l.Unit.Rank ?? int.MaxValue),
            _ => lines.OrderBy(l => l.Unit.Rank ?? int.MaxValue).ThenByDescending(l => l.Unit.Standing.Total ?? -1),
        };
    }
}
