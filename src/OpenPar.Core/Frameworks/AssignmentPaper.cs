using OpenPar.Core.Papers;

namespace OpenPar.Core.Frameworks;

/// <summary>
/// What the paper form of an assignment says: which agency leads and which ones coordinate each criterion of a framework
/// (phụ lục phân công). Texts are printed as given, in composed Unicode.
/// </summary>
public sealed record AssignmentPaper : Paper
{
    /// <inheritdoc />
    public override PaperKind Kind => PaperKind.AssignmentAnnex;

    /// <inheritdoc />
    public override string Name => Title;

    /// <summary>Title in capitals, such as "PHÂN CÔNG CÁC CƠ QUAN CHỦ TRÌ …".</summary>
    public required string Title { get; init; }

    /// <summary>What the annex belongs to, such as "Kèm theo Công văn số …"; printed in brackets. Null when it stands alone.</summary>
    public string? AttachedTo { get; init; }

    /// <summary>All nodes of the framework in order.</summary>
    public required IReadOnlyList<AssignmentPaperRow> Rows { get; init; }

    /// <summary>Notes below the table, one entry each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <inheritdoc />
    public override ComposedPaper Composed() => new()
    {
        Form = Kind,
        Heading = Heading,
        Title = Title,
        Reference = AttachedTo,
        Landscape = true,
        Blocks =
        [
            new PaperBlock.Grid(new PaperTable(
                "phan_cong", "",
                [
                    new("ma", "STT", 700, PaperColumnKind.Mark), new("ten", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", 5600),
                    new("diem_toi_da", "Điểm tối đa", 900, PaperColumnKind.Points), new("chu_tri", "Cơ quan chủ trì", 2800),
                    new("phoi_hop", "Cơ quan phối hợp", 3000), new("ghi_chu", "Ghi chú", 1400),
                ],
                [.. Rows.Select(row => new PaperRow(
                    row.Code.Level == 1 || Rows.Any(other => other.Code.IsBelow(row.Code)) ? PaperRowLook.Heading : PaperRowLook.Plain, PaperCell.Of(row.Code.ToString()), PaperCell.Of(row.Title),
                    PaperCell.Maximum(row.MaxPoints), PaperCell.Of(row.LeadLines), PaperCell.Of(string.Join("; ", row.Coordinating)), PaperCell.Of(row.Note)))])),
            new PaperBlock.Text(PaperTextKind.Body, string.Join('\n', Notes)) { Name = "ghi_chu_chung", Label = "Ghi chú chung" },
        ],
        Signature = Signature,
        Rounding = Rounding,
        Trace = Trace,
    };
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

    /// <summary>The lead agencies as printed, one a line; a semicolon ends every line but the last, so that names and broken lines stay apart.</summary>
    public IEnumerable<string> LeadLines => Lead.Select((name, i) => i < Lead.Count - 1 ? $"{name};" : name);

    /// <summary>Coordinating agencies (cơ quan phối hợp), one name each.</summary>
    public IReadOnlyList<string> Coordinating { get; init; } = [];

    /// <summary>A remark; null when there is none.</summary>
    public string? Note { get; init; }
}
