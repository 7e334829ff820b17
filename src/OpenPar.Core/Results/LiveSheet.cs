using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Results;

/// <summary>
/// The points of one sheet while its figures are being typed: a changed figure computes again only the leaf it belongs to and the
/// leaves that hang on that leaf. Not safe for use by several threads at once.
/// </summary>
public sealed class LiveSheet
{
    private readonly Framework framework;
    private readonly RuleGraph graph;
    private readonly Dictionary<CriterionCode, FactSet> facts;
    private readonly Dictionary<CriterionCode, FactSet> filled = [];
    private readonly Dictionary<CriterionCode, Score> scores = [];

    /// <summary>Computes every leaf once.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="graph">Its graph, built once for many sheets.</param>
    /// <param name="facts">Declared figures by leaf.</param>
    public LiveSheet(Framework framework, RuleGraph graph, IReadOnlyDictionary<CriterionCode, FactSet> facts)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (this.framework, this.graph, this.facts) = (framework, graph, new(facts));
        foreach (var code in graph.Order) scores[code] = Compute(code);
    }

    /// <summary>Points of every leaf, or why there are none.</summary>
    public IReadOnlyDictionary<CriterionCode, Score> Scores => scores;

    /// <summary>Totals of nodes, fields and sheet.</summary>
    public SheetTotals Totals => SheetTotals.Of(framework, scores.ToDictionary(s => s.Key, s => s.Value.Points));

    /// <summary>Changes one figure and returns the leaves whose points changed.</summary>
    /// <exception cref="ArgumentException">The framework has no such leaf.</exception>
    public IReadOnlyList<CriterionCode> Change(CriterionCode leaf, string fact, FactValue value)
    {
        if (!framework.IsLeaf(leaf)) throw new ArgumentException($"{leaf} is no leaf of {framework.Id}.", nameof(leaf));
        facts[leaf] = FactsOf(leaf).With(fact, value);
        var changed = new List<CriterionCode>();
        foreach (var code in graph.After(leaf))
        {
            var score = Compute(code);
            if (score == scores[code]) continue;
            scores[code] = score;
            changed.Add(code);
        }

        return changed;
    }

    private Score Compute(CriterionCode code)
    {
        var leaf = framework.Find(code)!;
        if (leaf.Rule is null) return Score.None(Outcome.ByHand);
        if (leaf.MaxPoints is not { } max) return Score.None(Outcome.Undecided);
        filled[code] = FactOrigins.Fill(leaf, FactsOf(code), c => filled.GetValueOrDefault(c) ?? FactsOf(c), c => scores.TryGetValue(c, out var known) ? known : null);
        return leaf.Rule.Evaluate(filled[code], max);
    }

    private FactSet FactsOf(CriterionCode code) => facts.GetValueOrDefault(code) ?? FactSet.Empty;
}
