using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules;

/// <summary>The few phrases all kinds share, so that every explanation reads alike.</summary>
internal static class RuleText
{
    /// <summary>A number as it stands in a sentence: up to six decimals.</summary>
    public static NumberWords N(decimal value) => new(value);

    /// <summary>A day as it stands in a sentence.</summary>
    public static string D(DateOnly day) => DayText.Write(day);

    /// <summary>"0,75/1 điểm".</summary>
    public static Explanation Result(decimal points, decimal max, params IEnumerable<Explanation> steps) =>
        new(StepKind.Result, $"{N(points)}/{N(max)} điểm.", $"{N(points)} of {N(max)} points.", points, [.. steps]);

    /// <summary>A result without points, and why.</summary>
    public static Explanation Open(Phrase vi, Phrase en, params IEnumerable<Explanation> steps) =>
        new(StepKind.Result, vi, en, null, [.. steps]);

    /// <summary>A declared figure as a step.</summary>
    public static Explanation Declared(FactDefinition fact, decimal value)
    {
        var unit = fact.Type == FactType.Percent ? "%" : fact.Unit is null ? "" : " " + fact.Unit;
        var (vi, en) = From(fact);
        return Explanation.Of(StepKind.Fact, $"{fact.Name} = {N(value)}{unit}: {fact.Label}{vi}.", $"{fact.Name} = {N(value)}{unit}: {fact.Label}{en}.", value);
    }

    /// <summary>Every declared figure of a form as a step; a figure nobody declared has none.</summary>
    public static IEnumerable<Explanation> Declared(IEnumerable<FactDefinition> definitions, FactSet facts)
    {
        foreach (var fact in definitions)
        {
            if (facts.Value(fact.Name) is not { } value) continue;
            var (vi, en) = From(fact);
            if (value.Number is { } number) yield return Declared(fact, number);
            else if (value.Date is { } day) yield return Explanation.Of(StepKind.Fact, $"{fact.Label}: {D(day)}{vi}.", $"{fact.Label}: {D(day)}{en}.");
            else if (value.Yes is { } yes) yield return Explanation.Of(StepKind.Fact, $"{fact.Label}: {(yes ? "có" : "không")}{vi}.", $"{fact.Label}: {(yes ? "yes" : "no")}{en}.");
            else if (value.Items is { } items) yield return Explanation.Of(StepKind.Fact, $"{fact.Label}: {items.Count} mục{vi}.", $"{fact.Label}: {items.Count} items{en}.", items.Count);
        }
    }

    /// <summary>An explanation with the sources of its rule as its last steps.</summary>
    public static Explanation WithSources(Explanation told, Rule rule)
    {
        List<Explanation> sources = [.. Sources(rule)];
        return sources.Count == 0 ? told : told with { Steps = [.. told.Steps, .. sources] };
    }

    /// <summary>Decision, period and substituted laws of a rule.</summary>
    private static IEnumerable<Explanation> Sources(Rule rule)
    {
        if (rule.Source is { } source) yield return Explanation.Of(StepKind.Source, $"Căn cứ: {source}.", $"Source: {source}.");
        if (rule.ValidFrom is not null || rule.ValidTo is not null)
        {
            var from = rule.ValidFrom is { } first ? $" từ {D(first)}" : "";
            var to = rule.ValidTo is { } last ? $" đến {D(last)}" : "";
            yield return Explanation.Of(StepKind.Source, $"Hiệu lực{from}{to}.", $"Valid{from.Replace("từ", "from", StringComparison.Ordinal)}{to.Replace("đến", "to", StringComparison.Ordinal)}.");
        }

        foreach (var law in rule.Substitutions ?? [])
        {
            var note = law.Note is null ? "" : $" ({law.Note})";
            yield return Explanation.Of(StepKind.Source,
                $"{law.Cited} được thay bằng {law.ReplacedBy} từ {D(law.From)}{note}.",
                $"{law.Cited} is replaced by {law.ReplacedBy} from {D(law.From)}{note}.");
        }
    }

    /// <summary>No points because figures are missing or cannot stand.</summary>
    public static ScoredRow Blocked(IReadOnlyList<FactProblem> problems)
    {
        var missingOnly = problems.All(p => p.Missing);
        var head = missingOnly
            ? Explanation.Of(StepKind.Result, "Chưa đủ số liệu để tính điểm.", "Figures are missing; no points yet.")
            : Explanation.Of(StepKind.Result, "Số liệu chưa hợp lệ, chưa tính điểm.", "The figures contradict each other; no points yet.");
        return new ScoredRow(
            Score.None(missingOnly ? Outcome.Missing : Outcome.Invalid),
            head with { Steps = [.. problems.Select(p => new Explanation(StepKind.Problem, p.Message, null, []))] });
    }

    /// <summary>Each band as a step, the one that was taken marked; null when none was.</summary>
    public static IEnumerable<Explanation> Steps(IEnumerable<Band> bands, Band? taken, string unit)
    {
        foreach (var band in bands)
        {
            var words = band.Wording(unit);
            var points = N(band.Points);
            yield return ReferenceEquals(band, taken)
                ? Explanation.Of(StepKind.Taken, $"Thuộc mức “{words}” = {points} điểm.", $"In the band “{words}” = {points} points.", band.Points)
                : Explanation.Of(StepKind.NotTaken, $"Không thuộc mức “{words}” = {points} điểm.", $"Not in the band “{words}” = {points} points.", band.Points);
        }
    }

    private static (string Vi, string En) From(FactDefinition fact) => fact.Provenance switch
    {
        FactProvenance.SuppliedFromAbove => (" (cơ quan cấp trên cung cấp)", " (supplied from above)"),
        FactProvenance.Imported => (" (số liệu nhập từ hệ thống khác)", " (imported)"),
        FactProvenance.Survey => (" (kết quả điều tra xã hội học)", " (survey result)"),
        FactProvenance.OtherIndex => (" (kết quả của chỉ số khác)", " (result of another index)"),
        FactProvenance.PreviousYear => (" (năm trước liền kề)", " (previous year)"),
        FactProvenance.BaseYear => (fact.BaseYear is { } year ? $" (năm gốc {N(year).ToString().Replace(".", "", StringComparison.Ordinal)})" : " (năm gốc)", " (base year)"),
        FactProvenance.PlanTarget => (" (chỉ tiêu kế hoạch)", " (plan target)"),
        FactProvenance.Group => (" (tính trên toàn nhóm đơn vị)", " (computed over the group)"),
        _ => ("", ""),
    };
}
