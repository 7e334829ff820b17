using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Points and reasons of a row from its figures and what a decision rests on, the same way at every stage and years later.</summary>
public static class RowScoring
{
    /// <summary>
    /// The rule's answer. Where the rule leaves the points to a person, the proposed points stand, bounded by the maximum, and the
    /// explanation says that they were given by hand and why. Points that were set stand above all.
    /// </summary>
    public static ScoredRow Score(Criterion criterion, IReadOnlyDictionary<string, FactValue> facts, DecisionBasis basis)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(basis);
        var computed = WithOrigins(Computed(criterion, facts, basis), basis);
        if (basis.SetPoints is not { } points) return computed;
        var head = new LocalText(
            $"{NumberText.Write(points, 6)} điểm do {(basis.SetByCouncil == true ? "Hội đồng" : "thẩm định")} quyết định. Lý do: {basis.SetReason}",
            $"{NumberText.Write(points, 6)} points set by the {(basis.SetByCouncil == true ? "council" : "appraisal")}. Reason: {basis.SetReason}");
        return new ScoredRow(Core.Rules.Score.Of(points), new Explanation(StepKind.Result, head, points, [computed.Explanation]));
    }

    /// <summary>True when a person has to give the points because no rule decides.</summary>
    public static bool NeedsHand(Criterion criterion, RowFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return Computed(criterion, figures.Facts, figures.Basis(null, null)).Score.Outcome is Outcome.ByHand or Outcome.Undecided;
    }

    /// <summary>Whether a stored decision comes out again, points and every word; null for decisions made before their basis was kept.</summary>
    public static bool? Recounts(Criterion criterion, RowDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (decision.Basis is not { } basis) return null;
        var again = Score(criterion, decision.Facts, DecisionBasis.Read(basis));
        return again.Score.Points == decision.Points && again.Explanation.Equals(RuleJson.ReadExplanation(decision.Explanation));
    }

    private static ScoredRow Computed(Criterion criterion, IReadOnlyDictionary<string, FactValue> facts, DecisionBasis basis)
    {
        if (basis.Absence is { } absence) return AbsentRow.Score(absence, basis.Policy ?? NotApplicablePolicy.Unstated, criterion.MaxPoints, basis.Statement);
        if (criterion.Rule is not null && criterion.MaxPoints is { } max)
        {
            var scored = criterion.Rule.Explain(new FactSet(facts) { Calendar = WorkingCalendar.Of(basis.Calendar ?? []) }, max);
            if (scored.Score.Outcome is not (Outcome.ByHand or Outcome.Undecided)) return scored;
            return basis.ProposedPoints is { } given ? ByHand(given, criterion.MaxPoints, basis.Statement, scored.Explanation.Steps) : scored;
        }

        if (basis.ProposedPoints is { } points) return ByHand(points, criterion.MaxPoints, basis.Statement, []);
        var head = new LocalText(
            "Quy định của tiêu chí này chưa được lập thành công thức: chấm trực tiếp theo văn bản, có lý do.",
            "The text of this criterion is not executable yet: points are given by hand with a reason.");
        return new ScoredRow(Core.Rules.Score.None(Outcome.ByHand), new Explanation(StepKind.Result, head, null, []));
    }

    // In order of the names: the database does not keep the order of a JSON object.
    private static ScoredRow WithOrigins(ScoredRow scored, DecisionBasis basis)
    {
        if (basis.Origins.Count == 0) return scored;
        var origins = basis.Origins.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => new Explanation(StepKind.Source, o.Value.Text, null, []));
        return scored with { Explanation = scored.Explanation with { Steps = [.. scored.Explanation.Steps, .. origins] } };
    }

    private static ScoredRow ByHand(decimal points, decimal? max, string? reason, IReadOnlyList<Explanation> steps)
    {
        var of = max is { } m ? $"/{NumberText.Write(m, 6)}" : "";
        var why = string.IsNullOrWhiteSpace(reason) ? "" : $" Lý do: {reason}";
        var head = new LocalText($"{NumberText.Write(points, 6)}{of} điểm, chấm trực tiếp.{why}", $"{NumberText.Write(points, 6)}{of} points, given by hand.{why}");
        return new ScoredRow(Core.Rules.Score.Of(points), new Explanation(StepKind.Result, head, points, steps));
    }
}
