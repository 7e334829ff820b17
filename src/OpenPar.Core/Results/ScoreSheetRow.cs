using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Results;

/// <summary>One row of a score sheet on paper: a field, a criterion or a component criterion.</summary>
public sealed record ScoreSheetRow
{
    /// <summary>Number in the tree; its level decides how the row is printed.</summary>
    public required CriterionCode Code { get; init; }

    /// <summary>Title as the framework prints it.</summary>
    public required string Title { get; init; }

    /// <summary>True when the row is scored itself and not the sum of rows below.</summary>
    public required bool IsLeaf { get; init; }

    /// <summary>Maximum points; null when no source gives it, printed as "chưa biết".</summary>
    public decimal? MaxPoints { get; init; }

    /// <summary>Declared figures as sentences, one entry each.</summary>
    public IReadOnlyList<string> Declared { get; init; } = [];

    /// <summary>Points the unit gives itself, unrounded; null when there are none.</summary>
    public decimal? SelfPoints { get; init; }

    /// <summary>Points of the appraisal, unrounded; null when there are none.</summary>
    public decimal? AppraisedPoints { get; init; }

    /// <summary>Lead agencies (cơ quan chủ trì), one name each.</summary>
    public IReadOnlyList<string> LeadAgencies { get; init; } = [];

    /// <summary>Documents that prove the row.</summary>
    public IReadOnlyList<ScoreSheetEvidence> Evidence { get; init; } = [];

    /// <summary>The unit's explanation (giải trình); null when there is none.</summary>
    public string? Explanation { get; init; }

    /// <summary>The appraiser's written reason; null when there is none.</summary>
    public string? AppraiserReason { get; init; }

    /// <summary>Why the row does not apply to the unit; null when it does. What follows is decided: full points, none, or out of the denominator.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>Whether the row was decided to be out of the denominator.</summary>
    public bool Dropped { get; init; }

    /// <summary>Whether a scored row still waits for its points.</summary>
    public bool IsOpen => IsLeaf && AppraisedPoints is null && !Dropped;

    /// <summary>State of the row in Vietnamese, such as "Đã nộp"; null for rows without one.</summary>
    public string? Status { get; init; }
}

/// <summary>One document behind a row, with the place of the proof in it.</summary>
/// <param name="Number">Number and symbol, such as "12/BC-SNV"; null when the document has none.</param>
/// <param name="IssuedOn">Date of issue; null when unknown.</param>
/// <param name="Subject">What the document is about (trích yếu).</param>
/// <param name="Item">The item that counts, such as "Mục II.3"; null for the whole document.</param>
/// <param name="Page">Page as written; null when not given.</param>
public sealed record ScoreSheetEvidence(string? Number, DateOnly? IssuedOn, string Subject, string? Item = null, string? Page = null)
{
    /// <summary>The document as one citation: "12/BC-SNV ngày 05/01/2026: Báo cáo … (Mục II.3; trang 4)".</summary>
    public string Citation()
    {
        var date = IssuedOn is { } d ? $"ngày {d.Day:00}/{d.Month:00}/{d.Year:0000}" : null;
        var head = string.Join(' ', new[] { Number, date }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var place = string.Join("; ", new[] { Item, string.IsNullOrWhiteSpace(Page) ? null : $"trang {Page}" }
            .Where(part => !string.IsNullOrWhiteSpace(part)));
        return $"{(head.Length == 0 ? "" : head + ": ")}{Subject}{(place.Length == 0 ? "" : $" ({place})")}";
    }
}
