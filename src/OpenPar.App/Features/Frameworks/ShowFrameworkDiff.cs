using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Frameworks;

/// <summary>What a newer framework changes against an older one, along the mapping as it stands.</summary>
public static class ShowFrameworkDiff
{
    /// <summary>Which changes are shown.</summary>
    public enum Kind
    {
        All,
        Added,
        Removed,
        Regrouped,
        Moved,
        Renamed,
        Points,
        Method,
        Texts,
        Rule,
    }

    /// <param name="From">The older framework.</param>
    /// <param name="To">The newer framework.</param>
    /// <param name="Show">Which changes.</param>
    /// <param name="Words">Words to find in codes and titles, without regard to accents.</param>
    public sealed record Query(FrameworkId From, FrameworkId To, Kind Show = Kind.All, string? Words = null);

    /// <param name="From">The older framework.</param>
    /// <param name="To">The newer framework.</param>
    /// <param name="Rows">Rows with changes of the kind and words asked for.</param>
    /// <param name="Counts">Number of rows with changes of each kind, whatever is shown.</param>
    /// <param name="Unchanged">Number of rows that say the same at the same place.</param>
    /// <param name="Undecided">Number of continuations that are only proposed.</param>
    public sealed record View(Framework From, Framework To, IReadOnlyList<RowDifference> Rows, IReadOnlyDictionary<Kind, int> Counts, int Unchanged, int Undecided);

    public sealed class Handler(ShowMapping.Handler mapping)
    {
        public async Task<Answer<View>> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var answer = await mapping.HandleAsync(new(query.From, query.To), cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (from, to, rows) = answer.Value;
            var differences = FrameworkDiff.Between(from, to, [.. rows.Select(r => r.Continuation)]);
            return new View(from, to,
                [.. differences.Where(d => Is(d, query.Show) && (string.IsNullOrWhiteSpace(query.Words) || Found(d, from, to, query.Words)))],
                Enum.GetValues<Kind>().ToDictionary(kind => kind, kind => differences.Count(d => Is(d, kind))),
                differences.Count(d => d.Nothing), rows.Count(r => !r.Decided));
        }

        private static bool Is(RowDifference d, Kind kind) => kind switch
        {
            Kind.Added => d.Continuation.Relation == MappingRelation.New,
            Kind.Removed => d.Continuation.Relation == MappingRelation.Dropped,
            Kind.Regrouped => d.Continuation.Relation is MappingRelation.Split or MappingRelation.Merged,
            Kind.Moved => d.Has(DiffField.Place),
            Kind.Renamed => d.Has(DiffField.Title),
            Kind.Points => d.Has(DiffField.MaxPoints),
            Kind.Method => d.Has(DiffField.Method),
            Kind.Texts => d.Has(DiffField.RuleText) || d.Has(DiffField.Guidance) || d.Has(DiffField.Evidence),
            Kind.Rule => d.Has(DiffField.Rule),
            _ => !d.Nothing,
        };

        private static bool Found(RowDifference d, Framework from, Framework to, string words)
        {
            var said = d.Continuation.From.Select(code => from.Find(code)!).Concat(d.Continuation.To.Select(code => to.Find(code)!)).ToList();
            return CriterionCode.TryParse(words, out var asked)
                ? said.Exists(c => c.Code == asked || c.Code.IsBelow(asked))
                : said.Exists(c => VietnameseText.Matches(c.Title, words));
        }
    }
}
