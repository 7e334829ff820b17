using OpenPar.App.Data;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;

namespace OpenPar.App.Features.Frameworks;

/// <summary>How the rows of an older framework continue in a newer one, as proposed and as decided, what needs a look first.</summary>
public static class ShowMapping
{
    public sealed record Query(FrameworkId From, FrameworkId To);

    public sealed record View(Framework From, Framework To, IReadOnlyList<MappedRows> Rows)
    {
        /// <summary>Proposals below this confidence, and all that say more than "the same", need a look.</summary>
        public const double Sure = 0.75;

        /// <summary>Undecided, the least sure first.</summary>
        public IEnumerable<MappedRows> Flagged => Rows.Where(r => !r.Decided && !r.Continuation.Unchanged && !Clear(r.Continuation)).OrderBy(r => r.Continuation.Confidence);

        /// <summary>Undecided, reworded or moved but surely the same.</summary>
        public IEnumerable<MappedRows> Likely => Rows.Where(r => !r.Decided && !r.Continuation.Unchanged && Clear(r.Continuation));

        /// <summary>Undecided, same number, same words, same place.</summary>
        public IEnumerable<MappedRows> Unchanged => Rows.Where(r => !r.Decided && r.Continuation.Unchanged);

        public IEnumerable<MappedRows> Decided => Rows.Where(r => r.Decided);

        private static bool Clear(Continuation c) => c.Relation == MappingRelation.Same && c.Confidence >= Sure;
    }

    public static class Refusals
    {
        public static Refusal FrameworkUnknown => Refusal.Of("framework-unknown", "Chọn hai bộ chỉ số đã nạp, khác nhau.", "Choose two different loaded frameworks.");

        public static Refusal TooLarge => Refusal.Of("framework-too-large",
            $"Bộ chỉ số có hơn {FrameworkMapping.MostRows} dòng nên không so từng dòng được.", $"A framework has more than {FrameworkMapping.MostRows} rows, too many to compare row by row.");
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog catalog, FrameworkMappings mappings)
    {
        public async Task<Answer<View>> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var older = await catalog.FindAsync(db, query.From, cancellationToken);
            var newer = await catalog.FindAsync(db, query.To, cancellationToken);
            if (older is null || newer is null || query.From == query.To) return Refusals.FrameworkUnknown;
            if (older.Criteria.Count > FrameworkMapping.MostRows || newer.Criteria.Count > FrameworkMapping.MostRows) return Refusals.TooLarge;
            return new View(older, newer, await mappings.CurrentAsync(db, older, newer, cancellationToken));
        }
    }
}
