using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;
using OpenPar.Core.Results;

namespace OpenPar.App.Features.Results;

/// <summary>
/// Every unit of a group with every row a person may see: points, figures, evidence, explanations, reasons. What the papers of a round are
/// made from; of an approved round the frozen result.
/// </summary>
public static class ReadRoundScores
{
    /// <param name="Scores">The round.</param>
    /// <param name="Units">Identities of its units, in the order of the scores.</param>
    /// <param name="OnlyFor">The agency whose rows alone were read; null for the whole round.</param>
    public sealed record View(RoundScores Scores, IReadOnlyList<AgencyId> Units, AgencyId? OnlyFor);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, RoundResults results, Actor actor, TimeProvider time)
    {
        /// <summary>Reads one group of the round, the first when none is named; null when there is none, or nothing in it is the person's to see.</summary>
        public async Task<View?> HandleAsync(RoundId id, Permission permission, GroupId? wanted, CancellationToken cancellationToken)
        {
            var scope = actor.ScopeOf(permission);
            if (scope == Scope.None || await results.OfGroupAsync(id, wanted, cancellationToken) is not { Content.Groups: [var group] } found) return null;
            var only = scope == Scope.Province ? (AgencyId?)null : actor.Agency ?? default;
            var framework = await frameworks.GetAsync(db, FrameworkId.Parse(group.Framework), cancellationToken);
            var units = group.Units.Select(u => (Unit: u, Scores: FrozenScores.Of(u, framework, Visible(u, only)))).Where(u => u.Scores.Rows.Count > 0).ToList();
            var scores = new RoundScores
            {
                Round = found.Content.Title,
                Year = found.Content.Year,
                Framework = framework,
                Issuer = only is null ? found.Content.Province : await NameAsync(only.Value, cancellationToken),
                Units = [.. units.Select(u => u.Scores)],
                Group = found.Groups.Count > 1 ? group.Name : "",
                Settings = found.Content.Settings,
                ApprovedBy = found.Approval?.Cited,
                Approved = found.Approval is null || only is not null ? null : Standings(group),
                Trace = Trace(found),
            };
            return new View(scores, [.. units.Select(u => AgencyId.Parse(u.Unit.Agency))], only);
        }

        // Figures of an approved round stand as on the day of the approval, whenever a paper is taken out.
        private PaperTrace Trace(RoundResults.Found found) => found.Approval is { } approval
            ? new PaperTrace($"Kỳ đánh giá: {found.Content.Title}, phê duyệt tại {approval.Cited}", DateOnly.FromDateTime(approval.ApprovedAt.ToVietnam()), null, found.Content.Demonstration)
            : new PaperTrace($"Kỳ đánh giá: {found.Content.Title}", time.Today(), null, found.Content.Demonstration);

        /// <summary>Standings as they were frozen, best first.</summary>
        public static IReadOnlyList<UnitStanding> Standings(FrozenGroup group) =>
            [.. group.Units.Select(u => new UnitStanding(u.Name, u.Standing!, u.Rank)).OrderBy(u => u.Rank ?? int.MaxValue).ThenByDescending(u => u.Standing.Total ?? -1)];

        private static Func<FrozenRow, bool>? Visible(FrozenUnit unit, AgencyId? only) =>
            only is not { } own || unit.Agency == own.ToString() ? null : row => row.Owners.Any(o => o.Agency == own.ToString());

        private async Task<string> NameAsync(AgencyId agency, CancellationToken cancellationToken) =>
            await db.Agencies.Where(a => a.Id == agency).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken) ?? "…";
    }
}
