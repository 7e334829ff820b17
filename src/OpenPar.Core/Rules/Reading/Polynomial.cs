namespace OpenPar.Core.Rules.Reading;

/// <summary>One summand of a formula: coefficient × top / bottom × maximum.</summary>
/// <param name="Top">Numerator, a figure; empty for a constant.</param>
/// <param name="Bottom">Denominator, a figure; empty without one.</param>
/// <param name="Max">True when "điểm tối đa" is a factor.</param>
internal readonly record struct Monomial(string Top, string Bottom, bool Max);

/// <summary>A formula multiplied out: a sum of figures over figures. Only what rules of annexes need; anything else gives null.</summary>
internal sealed class Polynomial
{
    // A formula of an annex has a handful of summands; more is not multiplied out.
    private const int MostTerms = 24;

    // No weight of a formula comes near it.
    private const decimal Largest = 1_000_000_000_000m;

    private Polynomial(IReadOnlyList<KeyValuePair<Monomial, decimal>> terms) => Terms = terms;

    /// <summary>The summands with their coefficients, in order of the text.</summary>
    public IReadOnlyList<KeyValuePair<Monomial, decimal>> Terms { get; }

    /// <summary>The figures named by letters.</summary>
    public IReadOnlySet<string> Letters => Terms.SelectMany(t => new[] { t.Key.Top, t.Key.Bottom }).Where(FormulaReader.IsLetter).ToHashSet(StringComparer.Ordinal);

    /// <summary>The formula without some of its summands.</summary>
    public Polynomial Without(IReadOnlyList<Monomial> left) => new([.. Terms.Where(t => !left.Contains(t.Key))]);

    public static Polynomial Constant(decimal value) => new([new(new Monomial("", "", false), value)]);

    public static Polynomial Figure(string name) => new([new(new Monomial(name, "", false), 1)]);

    public static Polynomial Maximum() => new([new(new Monomial("", "", true), 1)]);

    public static Polynomial? Add(Polynomial? left, Polynomial? right, int sign)
    {
        if (left is null || right is null) return null;
        var sum = new List<KeyValuePair<Monomial, decimal>>(left.Terms);
        foreach (var (monomial, value) in right.Terms)
        {
            var at = sum.FindIndex(t => t.Key == monomial);
            if (at < 0) sum.Add(new(monomial, sign * value));
            else sum[at] = new(monomial, sum[at].Value + (sign * value));
        }

        return Bounded(sum);
    }

    public static Polynomial? Multiply(Polynomial? left, Polynomial? right)
    {
        if (left is null || right is null) return null;
        var product = new List<KeyValuePair<Monomial, decimal>>();
        foreach (var (a, x) in left.Terms)
        {
            foreach (var (b, y) in right.Terms)
            {
                if (Product(a, b) is not { } monomial || Times(x, y) is not { } value) return null;
                product.Add(new(monomial, value));
            }
        }

        return Bounded(product);
    }

    public static Polynomial? Divide(Polynomial? left, Polynomial? right)
    {
        if (left is null || right is not { Terms: [var (divisor, value)] } || value == 0) return null;
        if (divisor.Bottom.Length > 0 || divisor.Max) return null;
        var result = new List<KeyValuePair<Monomial, decimal>>();
        foreach (var (monomial, coefficient) in left.Terms)
        {
            if (divisor.Top.Length > 0 && monomial.Bottom.Length > 0) return null;
            if (Math.Abs((double)coefficient / (double)value) > (double)Largest) return null;
            result.Add(new(divisor.Top.Length > 0 ? monomial with { Bottom = divisor.Top } : monomial, coefficient / value));
        }

        return Bounded(result);
    }

    private static Polynomial? Bounded(List<KeyValuePair<Monomial, decimal>> terms) => terms.Count > MostTerms || terms.Any(t => Math.Abs(t.Value) > Largest) ? null : new Polynomial(terms);

    private static Monomial? Product(Monomial a, Monomial b)
    {
        if ((a.Top.Length > 0 && b.Top.Length > 0) || (a.Bottom.Length > 0 && b.Bottom.Length > 0) || (a.Max && b.Max)) return null;
        return new Monomial(a.Top + b.Top, a.Bottom + b.Bottom, a.Max || b.Max);
    }

    private static decimal? Times(decimal x, decimal y) => Math.Abs((double)x * (double)y) < (double)Largest ? x * y : null;
}
