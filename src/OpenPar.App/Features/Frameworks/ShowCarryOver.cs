using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;
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
    /// <param name="Mapping">The older rows it continues, as decided or as proposed.</param>
    /// <param name="Sources">Those rows.</param>
    /// <param name="Brings">Their leads with what has become of them by the day.</param>
    /// <param name="Present">The leads the leaf has now.</param>
    public sealed record Line(Criterion Leaf, MappedRows Mapping, IReadOnlyList<Criterion> Sources, IReadOnlyList<SuccessionPath> Brings, IReadOnlyList<Lead> Present)
    {
        public bool Decided => Mapping.Decided;

        public Continuation Continuation => Mapping.Continuation;

        /// <summary>
        /// True when a person must say which of the agencies lead: several answered for the older rows, and the newer one asks for another
        /// part of their work than the older ones did.
        /// </summary>
        public bool NeedsChoice => Decided && !Held && Continuation.Relation != MappingRelation.Same && Heirs.Count > 1;

        /// <summary>True when carrying over gives this leaf its leads.</summary>
        public bool Carried => Decided && !Held && !NeedsChoice && Brings.Any(b => !b.Lost);

        /// <summary>True when the leaf has leads that carrying over does not touch.</summary>
        public bool Held => Present.Any(p => p.Origin != AssignmentOrigin.CarriedOver);

        /// <summary>The agencies that will lead, each once.</summary>
        public IReadOnlyList<Agency> Heirs => [.. Brings.SelectMany(b => b.Heirs).DistinctBy(a => a.Id)];
    }

    public sealed record View(Framework From, Framework To, DateOnly Day, IReadOnlyList<Line> Lines)
    {
        public IEnumerable<Line> Identical => Lines.Where(l => !l.Decided && l.Continuation.Unchanged);

        public IEnumerable<Line> Changed => Lines.Where(l => !l.Decided && !l.Continuation.Unchanged && l.Sources.Count > 0);

        public IEnumerable<Line> Unmatched => Lines.Where(l => !l.Decided && l.Sources.Count == 0);

        public IEnumerable<Line> Decided => Lines.Where(l => l.Decided);
    }

    public sealed class Handler(OpenParDb db, ShowMapping.Handler mapping)
    {
        public async Task<Answer<View>> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var answer = await mapping.HandleAsync(new(query.From, query.To), cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (older, newer, rows) = answer.Value;
            var mapped = rows.SelectMany(row => row.Continuation.To.Select(code => (code, row))).ToDictionary(pair => pair.code, pair => pair.row);
            var records = await db.Agencies.AsNoTracking().ToListAsync(cancellationToken);
            var register = records.ToDictionary(a => a.Id, a => a.ToAgency());
            var links = await db.Successions.AsNoTracking().Select(s => new Succession(s.PredecessorId, s.SuccessorId, s.EffectiveOn, s.Kind, s.Source)).ToListAsync(cancellationToken);
            var sources = await Leads.OfAsync(db, query.From, cancellationToken);
            var present = await Leads.OfAsync(db, query.To, cancellationToken);
            var lines =
                from leaf in newer.Leaves
                let row = mapped[leaf.Code]
                let leads = row.Continuation.From.SelectMany(code => LeadsOf(older, code, sources)).Distinct()
                select new Line(
                    leaf, row, [.. row.Continuation.From.Select(code => older.Find(code)!)],
                    [.. leads.Select(id => SuccessionPath.On(register[id], query.Day, register, links))], [.. present[leaf.Code]]);
            return new View(older, newer, query.Day, [.. lines]);
        }

        // A node of the older tree has no leads of its own; those of its leaves stand for it.
        private static IEnumerable<AgencyId> LeadsOf(Framework from, CriterionCode code, ILookup<CriterionCode, Lead> leads) =>
            from.Leaves.Where(leaf => leaf.Code == code || leaf.Code.IsBelow(code)).SelectMany(leaf => leads[leaf.Code]).Select(lead => lead.Id).Distinct();
    }
}
