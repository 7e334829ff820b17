using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Builds the rule of a formula with its thresholds and its rule for a zero denominator.</summary>
internal static class FormulaRules
{
    private static readonly string[] Shares = ["ty le", "ti le", "phan tram", "ket qua", "muc do", "chi so"];

    private static readonly string[] Satisfaction = ["hai long", "sipas"];

    /// <summary>The rule; null when the formula is of a shape no kind has.</summary>
    public static Rule? Build(RuleDraft draft, Formula formula, Section section, string? heading)
    {
        if (formula.Value.Terms.Any(t => t.Value < 0)) return Less(draft, formula, section, heading);
        var terms = formula.Value.Terms.Where(t => t.Key.Top.Length > 0).ToList();
        var constants = formula.Value.Terms.Where(t => t.Key.Top.Length == 0).ToList();
        if (terms.Count == 0 || terms.Any(t => t.Value < 0) || constants.Any(c => c.Key.Max || c.Key.Bottom.Length > 0)) return null;
        var bottoms = terms.Select(t => t.Key.Bottom).Distinct().ToList();
        if (bottoms.Count != 1) return Apart(draft, formula, section, bottoms);
        foreach (var (name, words) in formula.Figures) draft.Book(words, $"facts.{Shown(draft, formula, name)}");
        draft.Book(formula.At, "terms");
        var rule = bottoms[0].Length > 0 ? Ratio(draft, formula, terms, bottoms[0], section.Conditions) : Share(draft, formula, terms, section, heading);
        return rule is Linear linear && section.Range is { } range ? Conditions.Within(draft, linear, range) : rule;
    }

    /// <summary>"4 × (b/a) - 0,1 × số hồ sơ trễ hạn": what a formula takes for each of something is a deduction from the rest of it.</summary>
    private static Deduct? Less(RuleDraft draft, Formula formula, Section section, string? heading)
    {
        var taken = formula.Value.Terms.Where(t => t.Value < 0).ToList();
        if (taken.Exists(t => t.Key is not { Top.Length: > 0, Bottom.Length: 0, Max: false }) || formula.Hundredth || formula.Slope is not null) return null;
        var given = formula with { Value = formula.Value.Without(taken.ConvertAll(t => t.Key)), Figures = formula.Figures.Where(f => !taken.Exists(t => t.Key.Top == f.Key)).ToDictionary(StringComparer.Ordinal) };
        if (given.Value.Terms.Count == 0 || taken.Exists(t => given.Value.Terms.Any(g => g.Key.Top == t.Key.Top || g.Key.Bottom == t.Key.Top))) return null;
        // "3 - 0,5 × số vụ vi phạm": the number is what the deduction begins with.
        var start = given.Value.Terms is [{ Key: { Top.Length: 0, Bottom.Length: 0 } } lone] && (!lone.Key.Max || lone.Value == 1) ? lone : default;
        if (start.Value > 0) draft.Book(formula.At, "start");
        var on = start.Value > 0 ? null : Build(draft, given, section, heading);
        if (on is null && start.Value == 0) return null;
        var items = new List<DeductItem>();
        foreach (var (monomial, value) in taken)
        {
            var label = formula.Figures.TryGetValue(monomial.Top, out var words) ? draft.Ledger.Text(words) : Unnamed(draft, monomial.Top, false);
            if (words.Length > 0) draft.Book(words, $"items[{items.Count}]");
            items.Add(new DeductItem(FigureWords.Figure(draft.Name($"v{items.Count + 1}"), label), -value));
        }

        draft.Doubts.Add(0.9m, new LocalText("Không trừ quá 0 điểm là suy ra, công thức không ghi.", "That the points do not fall below 0 is inferred; the formula does not say so."), new LocalText("Xác nhận mức thấp nhất.", "Confirm the least points."));
        return new Deduct { On = on, Start = start.Value > 0 && !start.Key.Max ? start.Value : null, Items = items };
    }

    /// <summary>"(b/a)*0,5 + (d/c)*0,5": shares of different wholes are contents of their own.</summary>
    private static SumOfParts? Apart(RuleDraft draft, Formula formula, Section section, List<string> bottoms)
    {
        if (section.Conditions.Count > 0 || section.Range is not null || formula.Slope is not null || Constant(formula) is not null || bottoms.Exists(b => b.Length == 0)) return null;
        foreach (var (name, words) in formula.Figures) draft.Book(words, $"facts.{Shown(draft, formula, name)}");
        draft.Book(formula.At, "parts");
        var parts = new List<SumPart>();
        foreach (var bottom in bottoms)
        {
            var terms = formula.Value.Terms.Where(t => t.Key.Bottom == bottom).ToList();
            if (terms.Exists(t => t.Key.Max)) return null;
            var linear = Ratio(draft, formula, terms, bottom, []);
            parts.Add(new SumPart(linear.Facts.First(f => f.Name == linear.Terms[0].Fact).Label, terms.Max(t => t.Value), linear));
        }

        return new SumOfParts { Parts = parts };
    }

    private static Linear Ratio(RuleDraft draft, Formula formula, List<KeyValuePair<Monomial, decimal>> terms, string bottom, IReadOnlyList<Condition> conditions)
    {
        var denominator = Shown(draft, formula, bottom);
        var facts = new List<FactDefinition> { Figure(draft, formula, bottom, null) };
        facts.AddRange(terms.Select(t => Figure(draft, formula, t.Key.Top, denominator)));
        var linear = new Linear
        {
            Facts = FigureWords.SameUnit([.. facts.DistinctBy(f => f.Name).OrderBy(f => f.Name, StringComparer.Ordinal)]),
            Terms = [.. terms.Select(t => Term(Shown(draft, formula, t.Key.Top), t))],
            Denominator = denominator,
            Constant = Constant(formula),
            FullAt = formula.Slope,
        };
        return Conditions.Apply(draft, formula, linear, conditions);
    }

    /// <summary>"a × điểm tối đa" and "(a × điểm tối đa)/100" where a is a percentage.</summary>
    private static Rule? Share(RuleDraft draft, Formula formula, List<KeyValuePair<Monomial, decimal>> terms, Section section, string? heading)
    {
        var (conditions, index) = (section.Conditions, section.Index);
        if (section.Share is { } share) draft.Book(share.At, "measure");
        if (section.Share is { Whole.Length: > 0 } stated && terms is [var single] && formula.Value.Letters.Count == 0 && !formula.Hundredth)
        {
            var (counted, measure) = MeasureRules.Stated(draft, stated);
            var ratio = new Linear { Facts = counted, Terms = [Term(measure.Facts[0], single)], Denominator = measure.Facts[1], Constant = Constant(formula), FullAt = formula.Slope };
            return Conditions.Apply(draft, formula, ratio, conditions);
        }

        var figures = terms.Select(t => Figure(draft, formula, t.Key.Top, null) with { Type = FactType.Percent, Unit = null }).ToList();
        // Over 100 or not, a percentage of the maximum is meant: no unit can have a hundred times the maximum.
        var weights = terms.Select(t => formula.Hundredth ? new(t.Key, t.Value * 100) : t).ToList();
        var words = VietnameseText.Fold(figures[0].Label + " " + heading + " " + draft.Title);
        if (section.Survey is { } survey && terms is [{ Key.Max: true }] && formula.Hundredth) return SourceRules.Surveyed(draft, survey, figures[0]);
        if (terms is [{ Key.Max: true }] && formula.Slope is null && Constant(formula) is null && weights[0].Value == 1 && conditions.Count == 0 && (index is not null || Satisfaction.Any(w => words.Contains(w, StringComparison.Ordinal))))
        {
            if (index is not null) draft.Book(index.At, "index");
            return new IndexResult { Index = index is { } named ? draft.Ledger.Text(named.Index) : "SIPAS", Result = figures[0] };
        }

        if (!figures.TrueForAll(f => IsShare(formula, f, draft))) return null;
        var linear = new Linear { Facts = figures, Terms = [.. weights.Select(t => Term(Shown(draft, formula, t.Key.Top), t))], Constant = Constant(formula), FullAt = formula.Slope };
        return Conditions.Apply(draft, formula, linear, conditions);
    }

    private static bool IsShare(Formula formula, FactDefinition figure, RuleDraft draft)
    {
        var folded = VietnameseText.Fold(figure.Label);
        var said = Shares.Any(w => folded.Contains(w, StringComparison.Ordinal)) || figure.Label.Contains('%', StringComparison.Ordinal) || formula.Hundredth;
        if (!said && formula.Figures.Count > 0) return false;
        if (!said)
            draft.Doubts.Add(0.7m, new LocalText($"“{figure.Name}” được hiểu là tỷ lệ phần trăm.", $"“{figure.Name}” is taken for a percentage."), new LocalText("Xác nhận đơn vị của số liệu.", "Confirm the unit of the figure."));
        return true;
    }

    private static decimal? Constant(Formula formula) =>
        formula.Value.Terms.Where(t => t.Key.Top.Length == 0).Select(t => (decimal?)t.Value).FirstOrDefault();

    private static LinearTerm Term(string fact, KeyValuePair<Monomial, decimal> term) =>
        term.Key.Max ? new LinearTerm(fact, null, term.Value) : new LinearTerm(fact, term.Value);

    private static FactDefinition Figure(RuleDraft draft, Formula formula, string name, string? atMost)
    {
        var shown = Shown(draft, formula, name);
        var label = formula.Figures.TryGetValue(name, out var words) ? draft.Ledger.Text(words) : Unnamed(draft, name, atMost is null);
        return FigureWords.Figure(shown, label, atMost);
    }

    private static string Unnamed(RuleDraft draft, string name, bool whole)
    {
        draft.Doubts.Add(0.92m, new LocalText($"Văn bản không nói “{name}” là gì.", $"The text does not say what “{name}” is."), new LocalText("Ghi tên số liệu.", "Name the figure."));
        return whole ? "Tổng số phải thực hiện" : "Số đã thực hiện";
    }

    /// <summary>The name of a figure in the rule: its letter, or the next free letter for one named by words.</summary>
    public static string Shown(RuleDraft draft, Formula formula, string name)
    {
        if (FormulaReader.IsLetter(name)) return draft.Name(name);
        var taken = formula.Value.Terms.SelectMany(t => new[] { t.Key.Bottom, t.Key.Top }).Where(n => n.Length > 0).Distinct().ToList();
        // The whole is a, its parts b, c, …; a lone figure is a.
        var order = taken.OrderBy(n => formula.Value.Terms.All(t => t.Key.Bottom != n)).ToList();
        return draft.Name(((char)('a' + Math.Min(25, order.IndexOf(name)))).ToString());
    }
}
