using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Programs;

/// <summary>
/// A rule made ready to score many units: names are looked up and figures checked once, when a row is read, and points are computed
/// from integers where the figures allow it. Gives exactly the score of <see cref="Rule.Evaluate"/>; it never explains. For recomputing
/// whole provinces; a single row asks its rule.
/// </summary>
public abstract class RuleProgram
{
    private protected RuleProgram(Rule rule, decimal max) => (Rule, Max) = (rule, max);

    /// <summary>The rule this program computes.</summary>
    public Rule Rule { get; }

    /// <summary>Maximum of the leaf or part, in points.</summary>
    public decimal Max { get; }

    /// <summary>How many figures a row of this program holds.</summary>
    internal abstract int Width { get; }

    /// <summary>The program of a rule for a leaf with this maximum (0 or more).</summary>
    public static RuleProgram Of(Rule rule, decimal max)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule switch
        {
            Choice choice => new ChoiceProgram(choice, max),
            Bands bands => new BandsProgram(bands, max),
            Linear linear => new LinearProgram(linear, max),
            Count count => new CountProgram(count, max),
            NoneElse none => new NoneElseProgram(none, max),
            Deduct deduct => new DeductProgram(deduct, max),
            IndexResult index => new ResultProgram(index, max),
            SurveyResult { Result: { } result } survey => new ResultProgram(survey, result, max),
            SumOfParts sum => new SumProgram(sum, max),
            _ => new PlainProgram(rule, max),
        };
    }

    /// <summary>Checks the figures of a row and lays them out; to be done again when one of them changes.</summary>
    public ReadRow Read(FactSet facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (Rule.Obstacle(facts) is { } obstacle) return new ReadRow(facts, [], obstacle);
        var figures = new Figure[Width];
        Take(facts, figures);
        return new ReadRow(facts, figures, null);
    }

    /// <summary>The score of a row that this program has read.</summary>
    public Score Run(ReadRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Obstacle is { } obstacle ? Score.None(obstacle) : Compute(row.Figures, row.Facts);
    }

    /// <summary>Lays the checked figures out.</summary>
    internal abstract void Take(FactSet facts, Span<Figure> into);

    /// <summary>The points, from figures as <see cref="Take"/> laid them out.</summary>
    internal abstract Score Compute(ReadOnlySpan<Figure> figures, FactSet facts);
}

/// <summary>The figures of one row, checked and laid out for its program.</summary>
public sealed class ReadRow
{
    internal ReadRow(FactSet facts, Figure[] figures, Outcome? obstacle) => (Facts, Figures, Obstacle) = (facts, figures, obstacle);

    /// <summary>The figures by name.</summary>
    public FactSet Facts { get; }

    /// <summary>Why the figures cannot be used; null when they can.</summary>
    public Outcome? Obstacle { get; }

    internal Figure[] Figures { get; }
}
