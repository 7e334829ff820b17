using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Results;

/// <summary>One leaf with the points its rule gives.</summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Row">Points or why there are none, with the explanation.</param>
public sealed record ScoredLeaf(Criterion Leaf, ScoredRow Row);

/// <summary>All leaves of a framework scored by their rules from the declared figures of one unit, with totals.</summary>
/// <param name="Rows">The leaves in order.</param>
/// <param name="Totals">Totals of nodes, fields and sheet.</param>
public sealed record ScoredSheet(IReadOnlyList<ScoredLeaf> Rows, SheetTotals Totals)
{
    /// <summary>Scores a sheet. A leaf without figures is missing its points, never zero.</summary>
    /// <param name="framework">The framework; it should have passed <see cref="FrameworkLinter"/> without errors.</param>
    /// <param name="facts">Declared figures by leaf.</param>
    public static ScoredSheet Of(Framework framework, IReadOnlyDictionary<CriterionCode, FactSet> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return OfGroup(framework, [facts])[0];
    }

    /// <summary>
    /// Scores the sheets of a group, row by row in order of what takes from what: relative rules look at all of them. With a single sheet
    /// there is nothing to compare with, and the group's figures must be among the declared ones.
    /// </summary>
    /// <param name="framework">The framework; it should have passed <see cref="FrameworkLinter"/> without errors.</param>
    /// <param name="units">Declared figures of each unit by leaf.</param>
    public static IReadOnlyList<ScoredSheet> OfGroup(Framework framework, IReadOnlyList<IReadOnlyDictionary<CriterionCode, FactSet>> units)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(units);
        List<Sheet> sheets = [.. units.Select(facts => new Sheet(facts))];
        foreach (var code in RuleGraph.Of(framework).Order)
        {
            var leaf = framework.Find(code)!;
            IReadOnlyList<FactSet> filled = [.. sheets.Select(s => FactOrigins.Fill(leaf, s.Known(code), s.Known, from => s.Scored.GetValueOrDefault(from)?.Score))];
            if (sheets.Count > 1 && leaf.Rule is { } rule) filled = GroupPass.Fill(rule, filled);
            foreach (var (sheet, figures) in sheets.Zip(filled))
            {
                sheet.Filled[code] = figures;
                sheet.Scored[code] = Row(leaf, figures);
            }
        }

        return [.. sheets.Select(s => Whole(framework, s.Scored))];
    }

    private static ScoredSheet Whole(Framework framework, Dictionary<CriterionCode, ScoredRow> scored)
    {
        List<ScoredLeaf> rows = [.. framework.Leaves.Select(leaf => new ScoredLeaf(leaf, scored[leaf.Code]))];
        return new ScoredSheet(rows, SheetTotals.Of(framework, rows.ToDictionary(r => r.Leaf.Code, r => r.Row.Score.Points)));
    }

    private static ScoredRow Row(Criterion leaf, FactSet facts) => leaf switch
    {
        { Rule: not null, MaxPoints: { } max } => leaf.Rule.Explain(facts, max),
        { Rule: not null } => None(Outcome.Undecided, "Chưa biết điểm tối đa nên chưa tính được điểm.", "The maximum is unknown, so there are no points yet."),
        { Method: ScoringMethod.Survey } => None(Outcome.ByHand, "Điểm lấy từ điều tra xã hội học.", "The points come from a survey."),
        _ => None(Outcome.ByHand, "Chưa có quy tắc tính điểm: chấm trực tiếp, có lý do.", "There is no rule yet: points by hand with a reason."),
    };

    private static ScoredRow None(Outcome outcome, string vi, string en) =>
        new(Score.None(outcome), Explanation.Of(StepKind.Result, vi, en));

    private sealed record Sheet(IReadOnlyDictionary<CriterionCode, FactSet> Declared)
    {
        public Dictionary<CriterionCode, ScoredRow> Scored { get; } = [];

        public Dictionary<CriterionCode, FactSet> Filled { get; } = [];

        public FactSet Known(CriterionCode code) => Filled.GetValueOrDefault(code) ?? Declared.GetValueOrDefault(code) ?? FactSet.Empty;
    }
}
