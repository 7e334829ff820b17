namespace OpenPar.Core.Rules.Inverse;

/// <summary>
/// Turns a rule round: finds for each figure the nearest value that gives more points, and the nearest that gives all. Figures that
/// nobody can change in the assessed year (last year's, a plan's, the whole of a ratio) are left alone.
/// </summary>
internal static class RaiseSearch
{
    public static IReadOnlyList<Raise> Of(Rule rule, FactSet facts, decimal max)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (rule.Evaluate(facts, max).Points is not { } now) return [];
        var most = Math.Min(max, rule.Reach(max));
        if (now >= most) return [];
        var raises = new List<Raise>();
        foreach (var fact in Levers.Of(rule).Where(f => facts.Has(f.Name)))
        {
            var more = Nearest(rule, facts, max, fact, now, false);
            if (more is null) continue;
            var all = more.Value.Points >= most ? more : Nearest(rule, facts, max, fact, most, true);
            raises.Add(Told(fact, rule, facts, more.Value, most));
            if (all is { } full && full.Value != more.Value.Value) raises.Add(Told(fact, rule, facts, full, most));
        }

        return raises;
    }

    // The nearest value of one figure that passes a limit: strictly above it, or (inclusive) at least it.
    private static Candidate? Nearest(Rule rule, FactSet facts, decimal max, FactDefinition fact, decimal limit, bool inclusive)
    {
        Candidate? Try(FactValue value)
        {
            var points = rule.Evaluate(facts.With(fact.Name, value), max).Points;
            return points > limit || (inclusive && points == limit) ? new Candidate(value, points!.Value) : null;
        }

        return fact.Type switch
        {
            FactType.Choice => rule.OptionsOf(fact.Name).Select(o => Try(FactValue.Of(o.Key))).Where(c => c is not null).MinBy(c => c!.Value.Points),
            FactType.YesNo => Try(FactValue.Of(facts.Yes(fact.Name) != true)),
            FactType.Date => DateSteps(facts.Date(fact.Name)!.Value).Select(day => Try(FactValue.Of(day))).FirstOrDefault(c => c is not null),
            FactType.List => ListSteps.Nearest(rule, facts, fact, value => Try(value)),
            _ => NumberSteps.Nearest(rule, facts, max, fact, value => Try(FactValue.Of(value))),
        };
    }

    // A year earlier at most: advice to have done it longer ago helps nobody.
    private static IEnumerable<DateOnly> DateSteps(DateOnly day) =>
        Enumerable.Range(1, 366).Where(back => day.DayNumber - back >= 0).Select(back => day.AddDays(-back));

    private static Raise Told(FactDefinition fact, Rule rule, FactSet facts, Candidate to, decimal most)
    {
        var from = facts.Value(fact.Name)!.Value;
        return new Raise(fact.Name, from, to.Value, to.Points, to.Points >= most, RaiseText.Of(fact, rule, from, to));
    }
}

/// <summary>A value that was tried and the points it gives.</summary>
internal readonly record struct Candidate(FactValue Value, decimal Points);
