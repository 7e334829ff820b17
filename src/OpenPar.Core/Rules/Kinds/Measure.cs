using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>How a measure is formed from its figures.</summary>
public enum MeasureKind
{
    /// <summary>The figure itself.</summary>
    Value,

    /// <summary>First over second figure, in percent.</summary>
    Ratio,

    /// <summary>First minus second figure (this year minus last year, used minus assigned).</summary>
    Change,

    /// <summary>(First − second) over second figure, in percent (growth against last year or plan).</summary>
    Growth,

    /// <summary>The sum of all figures (several years, several sources).</summary>
    Sum,

    /// <summary>(Second − first) over second figure, in percent ("giảm từ 10% so với năm 2021").</summary>
    Decline,
}

/// <summary>
/// The number a band rule looks at. Compared exactly: a ratio is held as a fraction and never divided, so that
/// 2/3 of 90 meets a bound of 60 % neither by luck nor by rounding. Base year, previous year and plan are provenances of the
/// second figure; sums over several years are provenances or the measure <see cref="MeasureKind.Sum"/>.
/// </summary>
/// <param name="Kind">How it is formed.</param>
/// <param name="Facts">One figure for a value, two for the others, one or more for a sum, by name.</param>
public sealed record Measure(MeasureKind Kind, IReadOnlyList<string> Facts)
{
    /// <summary>Unit of the bounds of the bands: "%" for ratio, growth and decline, else empty.</summary>
    [JsonIgnore]
    public string Unit => Kind is MeasureKind.Ratio or MeasureKind.Growth or MeasureKind.Decline ? "%" : "";

    /// <summary>The measure as numerator and positive denominator; null when the denominator is zero.</summary>
    internal (decimal Numerator, decimal Denominator)? Of(FactSet facts)
    {
        var first = Figure(facts, 0);
        if (Kind == MeasureKind.Value) return (first, 1);
        var second = Figure(facts, 1);
        return Kind switch
        {
            MeasureKind.Change => (first - second, 1),
            MeasureKind.Sum => (Total(facts), 1),
            _ when second == 0 => null,
            MeasureKind.Ratio => (first * 100 * Math.Sign(second), Math.Abs(second)),
            MeasureKind.Decline => ((second - first) * 100 * Math.Sign(second), Math.Abs(second)),
            _ => ((first - second) * 100 * Math.Sign(second), Math.Abs(second)),
        };
    }

    /// <summary>The measure written out: "98/112 = 87,5%".</summary>
    internal Phrase Written(FactSet facts)
    {
        var first = RuleText.N(Figure(facts, 0));
        var second = RuleText.N(Figure(facts, 1));
        if (Of(facts) is not { } m) return $"{first}, {second}";
        var value = RuleText.N(m.Numerator / m.Denominator);
        switch (Kind)
        {
            case MeasureKind.Value: return $"{value}";
            case MeasureKind.Change: return $"{first} − {second} = {value}";
            case MeasureKind.Ratio: return $"{first}/{second} = {value}%";
            case MeasureKind.Sum: return $"{string.Join(" + ", Facts.Select(f => RuleText.N(facts.Number(f) ?? 0)))} = {value}";
            case MeasureKind.Decline: return $"({second} − {first})/{second} = {value}%";
            default: return $"({first} − {second})/{second} = {value}%";
        }
    }

    private decimal Figure(FactSet facts, int index) => index < Facts.Count ? facts.Number(Facts[index]) ?? 0 : 0;

    private decimal Total(FactSet facts)
    {
        decimal sum = 0;
        for (var i = 0; i < Facts.Count; i++) sum += facts.Number(Facts[i]) ?? 0;
        return sum;
    }
}
