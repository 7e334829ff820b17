using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Frameworks;

/// <summary>One criterion: official texts, executable rule, who answers for it, its neighbours.</summary>
public static class ShowCriterion
{
    public sealed record Query(FrameworkId Framework, CriterionCode Code);

    /// <summary>An agency that answers for the criterion.</summary>
    public sealed record Responsible(AgencyId Id, string Name, AssignmentRole Role, AssignmentOrigin Origin, string? Note);

    public sealed record View(
        Framework Framework, Criterion Criterion, bool Leaf, IReadOnlyList<Criterion> Above, IReadOnlyList<Criterion> Below,
        Criterion? Previous, Criterion? Next, IReadOnlyList<Responsible> Responsible)
    {
        /// <summary>Laws that the texts of the criterion cite and that were replaced since.</summary>
        public IReadOnlyList<LawSubstitution> ReplacedLaws => LawNotes.Of(Framework, Criterion);
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog catalog)
    {
        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var framework = await catalog.FindAsync(db, query.Framework, cancellationToken);
            if (framework?.Find(query.Code) is not { } criterion) return null;
            var responsible = await (
                from assignment in db.Assignments.AsNoTracking()
                where assignment.FrameworkId == query.Framework && assignment.Code == query.Code
                join agency in db.Agencies on assignment.AgencyId equals agency.Id
                orderby agency.Name
                select new Responsible(agency.Id, agency.Name, assignment.Role, assignment.Origin, assignment.Note)).ToListAsync(cancellationToken);
            var all = framework.Criteria.ToList();
            var at = all.IndexOf(criterion);
            return new View(
                framework, criterion, framework.IsLeaf(criterion.Code), Above(framework, criterion), [.. framework.ChildrenOf(criterion.Code)],
                at > 0 ? all[at - 1] : null, at + 1 < all.Count ? all[at + 1] : null, responsible);
        }

        private static List<Criterion> Above(Framework framework, Criterion criterion)
        {
            var above = new List<Criterion>();
            for (var code = criterion.Code.Parent; code is { } parent; code = parent.Parent) above.Insert(0, framework.Find(parent)!);
            return above;
        }
    }
}
