using System.Globalization;

namespace OpenPar.Core.Frameworks;

/// <summary>What two annexes can differ in.</summary>
public enum AnnexField
{
    /// <summary>The criterion stands in one of the two only; the values are its titles.</summary>
    Presence,

    /// <summary>Title.</summary>
    Title,

    /// <summary>Maximum points.</summary>
    MaxPoints,

    /// <summary>Where the points come from.</summary>
    Method,

    /// <summary>Lead agencies.</summary>
    Lead,

    /// <summary>Coordinating agencies.</summary>
    Coordinating,

    /// <summary>What full marks require.</summary>
    Requirement,

    /// <summary>Evidence.</summary>
    Evidence,

    /// <summary>Scoring text.</summary>
    RuleText,

    /// <summary>Remark.</summary>
    Note,
}

/// <summary>One place where two annexes disagree, with both values as written.</summary>
/// <param name="Code">The criterion.</param>
/// <param name="Field">What differs.</param>
/// <param name="Left">Value of the first annex; null where it has none. Several names are joined by "; ".</param>
/// <param name="Right">Value of the second annex.</param>
public sealed record AnnexDifference(CriterionCode Code, AnnexField Field, string? Left, string? Right);

/// <summary>
/// Compares two annexes as they were read: text a reader has mended is compared mended, everything else letter by letter.
/// The order of agencies is no difference. A heading (a row with rows below it) that names no agency says nothing about
/// agencies, because merged cells begin on the heading in one print and a row later in another.
/// </summary>
public static class AnnexComparison
{
    /// <summary>All differences, ordered by code and field; where a code stands twice, its first row counts.</summary>
    public static IReadOnlyList<AnnexDifference> Compare(Annex left, Annex right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (lefts, rights) = (ByCode(left), ByCode(right));
        var headings = left.Rows.Concat(right.Rows).Select(row => row.Code.Parent).OfType<CriterionCode>().ToHashSet();
        return [.. lefts.Keys.Union(rights.Keys).Order()
            .SelectMany(code => Differences(code, lefts.GetValueOrDefault(code), rights.GetValueOrDefault(code), headings.Contains(code)))];
    }

    private static Dictionary<CriterionCode, AnnexRow> ByCode(Annex annex) =>
        annex.Rows.GroupBy(row => row.Code).ToDictionary(group => group.Key, group => group.First());

    private static IEnumerable<AnnexDifference> Differences(CriterionCode code, AnnexRow? left, AnnexRow? right, bool heading)
    {
        if (left is null || right is null) return [new AnnexDifference(code, AnnexField.Presence, left?.Title, right?.Title)];
        return from field in Enum.GetValues<AnnexField>()
               let values = (Left: Value(left, field), Right: Value(right, field))
               where field != AnnexField.Presence && !Same(field, left, right, values.Left, values.Right, heading)
               select new AnnexDifference(code, field, values.Left, values.Right);
    }

    private static bool Same(AnnexField field, AnnexRow left, AnnexRow right, string? leftValue, string? rightValue, bool heading) => field switch
    {
        AnnexField.MaxPoints => left.MaxPoints == right.MaxPoints,
        AnnexField.Lead => (heading && (leftValue is null || rightValue is null)) || SameNames(left.Lead, right.Lead),
        AnnexField.Coordinating => (heading && (leftValue is null || rightValue is null)) || SameNames(left.Coordinating, right.Coordinating),
        _ => string.Equals(leftValue, rightValue, StringComparison.Ordinal),
    };

    private static bool SameNames(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        left.ToHashSet(StringComparer.Ordinal).SetEquals(right);

    private static string? Value(AnnexRow row, AnnexField field) => field switch
    {
        AnnexField.Title => row.Title,
        AnnexField.MaxPoints => row.MaxPoints?.ToString(CultureInfo.InvariantCulture),
        AnnexField.Method => row.Method switch
        {
            ScoringMethod.Survey => "survey",
            ScoringMethod.SelfAssessed => "selfAssessed",
            _ => null,
        },
        AnnexField.Lead => Joined(row.Lead),
        AnnexField.Coordinating => Joined(row.Coordinating),
        AnnexField.Requirement => row.Requirement,
        AnnexField.Evidence => Joined(row.Evidence),
        AnnexField.RuleText => row.RuleText,
        AnnexField.Note => row.Note,
        _ => null,
    };

    private static string? Joined(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join("; ", names);
}
