using OpenPar.Core.Papers;

namespace OpenPar.Core.Frameworks;

/// <summary>
/// What the paper form of an assignment says: which agency leads and which ones coordinate each criterion of a framework
/// (phụ lục phân công). Texts are printed as given, in composed Unicode.
/// </summary>
public sealed record AssignmentPaper
{
    /// <summary>Issuing body, number, place and date.</summary>
    public required PaperHeading Heading { get; init; }

    /// <summary>Title in capitals, such as "PHÂN CÔNG CÁC CƠ QUAN CHỦ TRÌ …".</summary>
    public required string Title { get; init; }

    /// <summary>What the annex belongs to, such as "Kèm theo Công văn số …"; printed in brackets. Null when it stands alone.</summary>
    public string? AttachedTo { get; init; }

    /// <summary>All nodes of the framework in order.</summary>
    public required IReadOnlyList<AssignmentPaperRow> Rows { get; init; }

    /// <summary>Notes below the table, one entry each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How points are shown.</summary>
    public OutputRounding Rounding { get; init; } = OutputRounding.Published;

    /// <summary>Who signs and who receives; null for an annex that is not signed by itself.</summary>
    public PaperSignature? Signature { get; init; }

    /// <summary>Version, date of data, verification code, and whether the content is invented.</summary>
    public required PaperTrace Trace { get; init; }
}

/// <summary>One row of an assignment on paper.</summary>
public sealed record AssignmentPaperRow
{
    /// <summary>Number in the tree; its level decides how the row is printed.</summary>
    public required CriterionCode Code { get; init; }

    /// <summary>Title as the framework prints it.</summary>
    public required string Title { get; init; }

    /// <summary>Maximum points; null when no source gives it, printed as "chưa biết".</summary>
    public decimal? MaxPoints { get; init; }

    /// <summary>Lead agencies (cơ quan chủ trì), one name each.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    /// <summary>Coordinating agencies (cơ quan phối hợp), one name each.</summary>
    public IReadOnlyList<string> Coordinating { get; init; } = [];

    /// <summary>A remark; null when there is none.</summary>
    public string? Note { get; init; }
}
