using OpenPar.Core.Findings;

namespace OpenPar.Core.Plans;

/// <summary>
/// One row of a plan: what one lead has to do by one time. Texts are as written but for repairs that are flagged; what the
/// document does not say is empty, never invented.
/// </summary>
public sealed record PlanRow
{
    /// <summary>Ordinal of the annex in its document, from 1.</summary>
    public required int Annex { get; init; }

    /// <summary>Number of the section, inner ones with the outer ("VII.A"); null outside sections.</summary>
    public string? Section { get; init; }

    /// <summary>Title of the section.</summary>
    public string? SectionTitle { get; init; }

    /// <summary>What stands in the number column, as written ("4 5"); for a criterion its number. Null when the cell is blank.</summary>
    public string? Number { get; init; }

    /// <summary>Objectives and targets (mục tiêu, chỉ tiêu); in an improvement plan what is required (yêu cầu).</summary>
    public IReadOnlyList<string> Objectives { get; init; } = [];

    /// <summary>Tasks (nhiệm vụ); in an improvement plan the criterion.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>Activities (hoạt động).</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    /// <summary>Products and results (sản phẩm, kết quả); in an improvement plan the evidence (tài liệu kiểm chứng).</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>Lead agencies as written, one name or class each.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    /// <summary>Coordinating agencies as written, one name or class each.</summary>
    public IReadOnlyList<string> Coordinating { get; init; } = [];

    /// <summary>The time.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>The money.</summary>
    public required Budget Budget { get; init; }

    /// <summary>Every guess and repair that made this row.</summary>
    public IReadOnlyList<PlanFlag> Flags { get; init; } = [];

    /// <summary>Where the row stands.</summary>
    public required SourcePlace Source { get; init; }

    /// <summary>The cells the row was made of, as the file has them.</summary>
    public IReadOnlyList<PlanCell> Cells { get; init; } = [];
}

/// <summary>One cell of the file beside what was made of it.</summary>
/// <param name="Column">What the column is for, as its head says.</param>
/// <param name="Text">The text of the file.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PlanCell(string Column, string Text, SourcePlace Source);
