using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Results;

/// <summary>Brings figures from the rows they are taken from.</summary>
internal static class FactOrigins
{
    /// <summary>The figures of a leaf with those of other leaves in their places; a figure that is not there yet stays unknown.</summary>
    public static FactSet Fill(Criterion leaf, FactSet own, Func<CriterionCode, FactSet> facts, Func<CriterionCode, Score?> scores)
    {
        var filled = own;
        foreach (var fact in leaf.Rule?.Needs ?? [])
        {
            if (fact.From is not { } origin || fact.Provenance is FactProvenance.PreviousYear or FactProvenance.BaseYear) continue;
            if (!CriterionCode.TryParse(origin.Row, out var code)) continue;
            var value = origin.Fact is { } name ? facts(code).Value(name) : scores(code)?.Points is { } points ? FactValue.Of(points) : null;
            if (value is { } found) filled = filled.With(fact.Name, found);
        }

        return filled;
    }
}
