using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Inverse;

/// <summary>
/// Nearest value of a number. Points are monotonic between the turns of a rule, so a piece between two turns is decided by its ends
/// and a search by halves; nothing is sampled.
/// </summary>
internal static class NumberSteps
{
    /// <summary>Counts and money move by one unit; rates and other numbers by a hundredth.</summary>
    public static decimal Unit(FactType type) => type is FactType.Count or FactType.Money ? 1 : 0.01m;

    public static Candidate? Nearest(Rule rule, FactSet facts, decimal max, FactDefinition fact, Func<decimal, Candidate?> passes)
    {
        var now = facts.Number(fact.Name)!.Value;
        var unit = Unit(fact.Type);
        var (least, most) = Bounds(rule, fact, facts);
        var turns = Turns.Of(rule, fact.Name, facts, max);
        var up = Search(now, unit, most, turns, passes);
        var down = Search(now, -unit, least, turns, passes);
        if (up is null || down is null) return up ?? down;
        return up.Value.Value.Number - now <= now - down.Value.Value.Number ? up : down;
    }

    private static (decimal Least, decimal Most) Bounds(Rule rule, FactDefinition fact, FactSet facts)
    {
        var least = fact.Type == FactType.Number ? -NumberText.Largest : 0;
        var most = fact.Type == FactType.Percent ? 100 : NumberText.Largest;
        if (fact.AtMost is { } name && facts.Number(name) is { } limit) most = Math.Min(most, limit);
        foreach (var other in rule.Needs)
        {
            if (other.AtMost == fact.Name && facts.Number(other.Name) is { } value) least = Math.Max(least, value);
        }

        return (least, most);
    }

    // Steps are counted from the present value: k steps away is now + k × unit, whatever decimals the present value has.
    private static Candidate? Search(decimal now, decimal unit, decimal end, IEnumerable<decimal> turns, Func<decimal, Candidate?> passes)
    {
        var last = Math.Floor((end - now) / unit);
        if (last < 1) return null;
        var marks = new SortedSet<decimal> { 1, last };
        foreach (var turn in turns)
        {
            var at = (turn - now) / unit;
            if (at < -1 || at > last + 1) continue;
            foreach (var mark in (ReadOnlySpan<decimal>)[Math.Floor(at) - 1, Math.Floor(at), Math.Ceiling(at), Math.Ceiling(at) + 1])
            {
                if (mark >= 1 && mark <= last) marks.Add(mark);
            }
        }

        decimal before = 0;
        foreach (var mark in marks)
        {
            if (passes(now + (mark * unit)) is { } found) return Halve(before, mark, found, step => passes(now + (step * unit)));
            before = mark;
        }

        return null;
    }

    private static Candidate Halve(decimal fails, decimal holds, Candidate found, Func<decimal, Candidate?> passes)
    {
        while (holds - fails > 1)
        {
            var middle = Math.Floor((fails + holds) / 2);
            if (passes(middle) is { } better) (holds, found) = (middle, better);
            else fails = middle;
        }

        return found;
    }
}
