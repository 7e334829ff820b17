using OpenPar.Core.Papers;

namespace OpenPar.Core.Results;

/// <summary>
/// What the paper form of a score sheet (phiếu chấm điểm) says. Nothing is computed from it: rows of fields and criteria
/// carry their own points, see <see cref="ScoreSheetSums"/>. Texts are printed as given, in composed Unicode.
/// </summary>
public sealed record ScoreSheetPaper : Paper
{
    /// <summary>A sheet is always signed.</summary>
    public ScoreSheetPaper() => Signature = new PaperSignature();

    /// <inheritdoc />
    public override PaperKind Kind => PaperKind.ScoreSheet;

    /// <inheritdoc />
    public override string Name => $"{Title}: {Unit}";

    /// <summary>The assessment year, 2012–9999.</summary>
    public required int Year { get; init; }

    /// <summary>Title in capitals.</summary>
    public string Title => $"PHIẾU CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {Year}";

    /// <summary>The document behind the framework, such as "Theo Quyết định số 1187/QĐ-BNV ngày 15/10/2025 của Bộ Nội vụ".</summary>
    public required string Subtitle { get; init; }

    /// <summary>The assessed unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Stage of the round the points stand at, such as "Tự đánh giá".</summary>
    public required string Stage { get; init; }

    /// <summary>All nodes of the framework in order, fields and criteria among them.</summary>
    public required IReadOnlyList<ScoreSheetRow> Rows { get; init; }

    /// <summary>One total a field, in order.</summary>
    public required IReadOnlyList<ScoreSheetTotal> FieldTotals { get; init; }

    /// <summary>The total of the sheet.</summary>
    public required ScoreSheetTotal Total { get; init; }

    /// <summary>Notes below the table, one entry each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <inheritdoc />
    public override ComposedPaper Composed() => Papers.ComposedScoreSheet.Of(this);
}
