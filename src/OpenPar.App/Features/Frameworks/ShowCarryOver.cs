using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Frameworks;

/// <summary>
/// Which leaf of the newer framework continues which criterion of the older one, as proposed or decided, with the leads it would
/// bring and what has become of them.
/// </summary>
public static class ShowCarryOver
{
    /// <param name="From">The older framework.</param>
    /// <param name="To">The newer framework.</param>
    /// <param name="Day">The day on which the lead agencies must exist.</param>
    public sealed record Query(FrameworkId From, FrameworkId To, DateOnly Day);

    /// <summary>One leaf of the newer framework.</summary>
    /// <param name="Leaf">The leaf.</param>
    /// <param name="Proposal">What was proposed for it.</param>
    /// <param name="State">What a person said; null while nobody has.</param>
    /// <param name="Source">The decided counterpart, or the proposed one.</param>
    /// <param name="Brings">The leads of the counterpart with what has become of them by the day.</param>
    /// <param name="Present">The leads the leaf has now.</param>
    public sealed record Line(
        Criterion Leaf, MappingProposal Proposal, MappingState? State, Criterion? Source, IReadOnlyList<SuccessionPath> Brings, IReadOnlyList<Lead> Present)
    {
        public bool Decided => State is not null;

        /// <summary>True when carrying over gives this leaf its leads.</summary>
        public bool Carried => State is MappingState.Confirmed or MappingState.Changed && Brings.Any(b => !b.Lost) && !Held;

        /// <summary>True when the leaf has leads that carrying over does not touch.</summary>
        public bool Held => Present.Any(p => p.Origin != AssignmentOrigin.CarriedOver);

        /// <summary>The agencies that will lead, each once.</summary>
        public IReadOnlyList<Agency> Heirs => [.. Brings.SelectMany(b => b.Heirs).DistinctBy(a => a.Id)];
    }

    public sealed record View(Framework From, Framework To, DateOnly Day, IReadOnlyList<Line> Lines)
    {
        public IEnumerable<Line> Identical => Lines.Where(l => !l.Decided && l.Proposal.Grade == MappingGrade.Identical);

        public IEnumerable<Line> Changed => Lines.Where(l => !l.Decided && l.Proposal.Grade == MappingGrade.Changed);

        public IEnumerable<Line> Unmatched => Lines.Where(l => !l.Decided && l.Proposal.Grade == MappingGrade.Unmatched);

        public IEnumerable<Line> Decided => Lines.Where(l => l.Decided);
    }

    public static class Refusals
    {
        public static Refusal FrameworkUnknown => Refusal.Of("framework-unknown", "Chọn hai bộ chỉ số đã nạp, khác nhau.", "Choose two different loaded frameworks.");
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog catalog)
    {
        public async Task<Answer<View>> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var older = await catalog.FindAsync(db, query.From, cancellationToken);
            var newer = await catalog.FindAsync(db, query.To, cancellationToken);
            if (older is null || newer is null || query.From == query.To) return Refusals.FrameworkUnknown;
            var decided = await db.Mappings.AsNoTracking().Where(m => m.FromFrameworkId == query.From && m.ToFrameworkId == query.To && m.State != MappingState.Proposed)
                .ToDictionaryAsync(m => m.ToCode, cancellationToken);
            var records = await db.Agencies.AsNoTracking().ToListAsync(cancellationToken);
            var register = records.ToDictionary(a => a.Id, a => a.ToAgency());
            var links = await db.Successions.AsNoTracking().Select(s => new Succession(s.PredecessorId, s.SuccessorId, s.EffectiveOn, s.Kind, s.Source)).ToListAsync(cancellationToken);
            var sources = await Leads.OfAsync(db, query.From, cancellationToken);
            var present = await Leads.OfAsync(db, query.To, cancellationToken);
            var lines =
                from proposal in MappingProposal.Between(older, newer)
                where newer.IsLeaf(proposal.To)
                let mapping = decided.GetValueOrDefault(proposal.To)
                let code = mapping is null ? proposal.From : mapping.FromCode
                let leads = code is { } source ? LeadsOf(older, source, sources) : []
                select new Line(
                    newer.Find(proposal.To)!, proposal, mapping?.State, code is { } at ? older.Find(at) : null,
                    [.. leads.Select(id => SuccessionPath.On(register[id], query.Day, register, links))], [.. present[proposal.To]]);
            return new View(older, newer, query.Day, [.. lines]);
        }

        // A node of the older tree has no leads of its own; those of its leaves stand for it.
        private static IEnumerable<AgencyId> LeadsOf(Framework from, CriterionCode code, ILookup<CriterionCode, Lead> leads) =>
            from.Leaves.Where(leaf => leaf.Code == code || leaf.Code.IsBelow(code)).SelectMany(leaf => leads[leaf.Code]).Select(lead => lead.Id).Distinct();
    }
}
