using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Rounds.Offline;

/// <summary>What a person writes in one input cell of an offline sheet.</summary>
public enum OfflineFieldKind
{
    /// <summary>A declared figure of the rule.</summary>
    Figure,

    /// <summary>The source of a figure of an earlier year.</summary>
    Source,

    /// <summary>Points given by a person, where no rule computes them.</summary>
    Points,

    /// <summary>The explanation (giải trình).</summary>
    Explanation,
}

/// <summary>
/// Names one input of an offline sheet: the row and what is written there, such as <c>#1.3.2/f.a</c>. It stands beside the input
/// in the file, so that lines that were moved, sorted or deleted are still known.
/// </summary>
/// <param name="Row">Code of the leaf.</param>
/// <param name="Kind">What is written.</param>
/// <param name="Fact">Name of the fact; empty for points and explanation.</param>
public readonly record struct OfflineKey(CriterionCode Row, OfflineFieldKind Kind, string Fact)
{
    private const int LongestFact = 200;

    /// <summary>A figure of a row.</summary>
    public static OfflineKey Figure(CriterionCode row, string fact) => new(row, OfflineFieldKind.Figure, fact);

    /// <summary>The source of a figure of a row.</summary>
    public static OfflineKey Source(CriterionCode row, string fact) => new(row, OfflineFieldKind.Source, fact);

    /// <summary>The points of a row.</summary>
    public static OfflineKey Points(CriterionCode row) => new(row, OfflineFieldKind.Points, "");

    /// <summary>The explanation of a row.</summary>
    public static OfflineKey Explanation(CriterionCode row) => new(row, OfflineFieldKind.Explanation, "");

    /// <summary>Reads what <see cref="ToString"/> wrote; false for any other text.</summary>
    public static bool TryParse(string? text, out OfflineKey key)
    {
        key = default;
        var trimmed = text?.Trim() ?? "";
        var slash = trimmed.IndexOf('/', StringComparison.Ordinal);
        if (slash < 2 || trimmed[0] != '#' || !CriterionCode.TryParse(trimmed[1..slash], out var row)) return false;
        var what = trimmed[(slash + 1)..];
        if (what == "points") key = Points(row);
        else if (what == "explanation") key = Explanation(row);
        else if (what.Length is > 2 and <= LongestFact && what.StartsWith("f.", StringComparison.Ordinal)) key = Figure(row, what[2..]);
        else if (what.Length is > 2 and <= LongestFact && what.StartsWith("s.", StringComparison.Ordinal)) key = Source(row, what[2..]);
        else return false;
        return true;
    }

    /// <summary>The key as it stands in the file.</summary>
    public override string ToString() => Kind switch
    {
        OfflineFieldKind.Figure => $"#{Row}/f.{Fact}",
        OfflineFieldKind.Source => $"#{Row}/s.{Fact}",
        OfflineFieldKind.Points => $"#{Row}/points",
        _ => $"#{Row}/explanation",
    };
}
