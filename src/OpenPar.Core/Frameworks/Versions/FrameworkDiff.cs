using System.Globalization;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks.Versions;

/// <summary>What can differ between a row and the row that continues it.</summary>
public enum DiffField
{
    /// <summary>The wording of the title.</summary>
    Title,

    /// <summary>Number or row above.</summary>
    Place,

    /// <summary>Maximum points; of several rows their sum.</summary>
    MaxPoints,

    /// <summary>Where the points come from.</summary>
    Method,

    /// <summary>Scoring text of the annex.</summary>
    RuleText,

    /// <summary>Text of the guidance letter.</summary>
    Guidance,

    /// <summary>Documents that prove the row.</summary>
    Evidence,

    /// <summary>The executable rule.</summary>
    Rule,
}

/// <summary>One thing that differs, with both values as text; null where a side has none.</summary>
/// <param name="Field">What differs.</param>
/// <param name="Left">The older value.</param>
/// <param name="Right">The newer value.</param>
public sealed record FieldChange(DiffField Field, string? Left, string? Right);

/// <summary>What changed from the older rows of a continuation to the newer ones.</summary>
/// <param name="Continuation">The rows and how they belong together.</param>
/// <param name="Changes">Everything that differs, in order of <see cref="DiffField"/>; empty for an unchanged row and for new and dropped ones.</param>
public sealed record RowDifference(Continuation Continuation, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>True when the rows say the same at the same place.</summary>
    public bool Nothing => Changes.Count == 0 && Continuation.From.Count == 1 && Continuation.To.Count == 1;

    /// <summary>Whether a field differs.</summary>
    public bool Has(DiffField field) => Changes.Any(change => change.Field == field);
}

/// <summary>Compares two frameworks along the mapping of their rows.</summary>
public static class FrameworkDiff
{
    /// <summary>The differences of every row of both frameworks, in the order of the mapping. Texts are compared letter by letter after cleaning white space.</summary>
    /// <exception cref="ArgumentException">The mapping names a row that a framework does not have.</exception>
    public static IReadOnlyList<RowDifference> Between(Framework left, Framework right, IReadOnlyList<Continuation> mapping)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(mapping);
        var successors = mapping.Where(c => c.To.Count > 0).SelectMany(c => c.From.Select(from => (from, c.To))).ToDictionary(p => p.from, p => p.To);
        return [.. mapping.Select(c => new RowDifference(c, [.. Changes(c, Rows(left, c.From), Rows(right, c.To), successors)]))];
    }

    private static List<Criterion> Rows(Framework framework, IReadOnlyList<CriterionCode> codes) =>
        [.. codes.Select(code => framework.Find(code) ?? throw new ArgumentException($"{framework.Id} has no row {code}.", nameof(codes)))];

    private static IEnumerable<FieldChange> Changes(
        Continuation continuation, List<Criterion> older, List<Criterion> newer, Dictionary<CriterionCode, IReadOnlyList<CriterionCode>> successors)
    {
        if (older.Count == 0 || newer.Count == 0) yield break;
        foreach (var field in Enum.GetValues<DiffField>())
        {
            var (left, right) = (Value(field, older), Value(field, newer));
            if (field == DiffField.Place ? Moved(older, newer, successors) : left != right) yield return new FieldChange(field, left, right);
        }
    }

    // A row has moved when its number is another, or when the row above is not what the older row above became.
    private static bool Moved(List<Criterion> older, List<Criterion> newer, Dictionary<CriterionCode, IReadOnlyList<CriterionCode>> successors)
    {
        if (older.Count > 1 || newer.Count > 1) return false;
        var (from, to) = (older[0].Code, newer[0].Code);
        var parents = from.Parent is { } above ? successors.GetValueOrDefault(above) : null;
        return from != to || (parents is not null && to.Parent is { } below && !parents.Contains(below));
    }

    private static string? Value(DiffField field, List<Criterion> rows) => field switch
    {
        DiffField.Title => Joined(rows.Select(row => row.Title), "; "),
        DiffField.Place => string.Join(", ", rows.Select(row => row.Code)),
        DiffField.MaxPoints => Sum(rows)?.ToString("0.############", CultureInfo.InvariantCulture),
        DiffField.Method => Joined(rows.Select(row => row.Method).Distinct().Where(method => method != ScoringMethod.Unknown).Select(method => FrameworkNames.Of(method).Vi), ", "),
        DiffField.RuleText => Joined(rows.Select(row => row.RuleText), "\n"),
        DiffField.Guidance => Joined(rows.Select(row => row.Guidance), "\n"),
        DiffField.Evidence => Joined(rows.SelectMany(row => row.Evidence), "\n"),
        DiffField.Rule => Joined(rows.Select(Rule), "\n"),
        _ => null,
    };

    private static string? Rule(Criterion row) => row.Rule is { } rule ? string.Join('\n', RuleWords.Of(rule, row.MaxPoints).SelectMany(Lines)) : null;

    private static IEnumerable<string> Lines(RuleLine line) => line.Parts.SelectMany(Lines).Prepend(line.Text);

    // Of a node and its children only the node counts.
    private static decimal? Sum(List<Criterion> rows)
    {
        var top = rows.Where(row => !rows.Exists(other => row.Code.IsBelow(other.Code))).ToList();
        return top.TrueForAll(row => row.MaxPoints is not null) ? top.Sum(row => row.MaxPoints) : null;
    }

    private static string? Joined(IEnumerable<string?> texts, string between)
    {
        var known = texts.OfType<string>().Select(text => string.Join('\n', text.Split('\n').Select(VietnameseText.Clean))).Where(text => text.Length > 0).ToList();
        return known.Count == 0 ? null : string.Join(between, known);
    }
}
