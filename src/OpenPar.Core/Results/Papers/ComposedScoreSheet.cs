using OpenPar.Core.Papers;
using static OpenPar.Core.Results.Papers.ScoreColumns;

namespace OpenPar.Core.Results.Papers;

/// <summary>The score sheet of a unit in the common form of papers, for templates and the recorded state.</summary>
internal static class ComposedScoreSheet
{
    public static ComposedPaper Of(ScoreSheetPaper paper) => new()
    {
        Form = PaperKind.ScoreSheet,
        Heading = paper.Heading,
        Title = paper.Title,
        Reference = paper.Subtitle,
        Landscape = true,
        Blocks =
        [
            Body("don_vi", "Đơn vị được đánh giá", $"Đơn vị được đánh giá: {paper.Unit}"),
            Body("giai_doan", "Giai đoạn", $"Giai đoạn: {paper.Stage}"),
            Grid(Rows(paper)),
            Grid(Fields(paper)),
            Grid(EvidenceTable.Of(paper.Rows)),
            Body("ghi_chu", "Ghi chú", string.Join('\n', paper.Notes)),
        ],
        Signature = paper.Signature,
        Rounding = paper.Rounding,
        Trace = paper.Trace,
    };

    private static PaperTable Rows(ScoreSheetPaper paper) => new(
        "tieu_chi", "",
        [
            Code, RowTitle with { Width = 2500 }, Lead with { Width = 1150 }, new("ke_khai", "Số liệu kê khai", 1750),
            Maximum with { Width = 720, Head = "Tối đa", Group = "Điểm" }, Self with { Width = 720, Head = "Tự chấm", Group = "Điểm" },
            Appraised with { Width = 720, Head = "Thẩm định", Group = "Điểm" }, new("tai_lieu", "Tài liệu kiểm chứng", 3050),
            new("giai_trinh", "Giải trình của đơn vị", 1600), new("y_kien", "Ý kiến thẩm định", 1000), new("trang_thai", "Trạng thái", 1000),
        ],
        [
            .. paper.Rows.Select(row => new PaperRow(
                LookOf(row), PaperCell.Of(row.Code.ToString()), PaperCell.Of(row.Title), PaperCell.Of(row.LeadAgencies),
                PaperCell.Of(row.Declared), PaperCell.Maximum(row.MaxPoints), PaperCell.Of(row.SelfPoints), PaperCell.Of(row.AppraisedPoints),
                PaperCell.Of(row.Evidence.Select(document => document.Citation())), PaperCell.Of(row.Explanation), PaperCell.Of(row.AppraiserReason), PaperCell.Of(row.Status))),
            new PaperRow(
                PaperRowLook.Total, default, PaperCell.Of(paper.Total.Title), default, default, PaperCell.Maximum(paper.Total.MaxPoints),
                PaperCell.Of(paper.Total.SelfPoints), PaperCell.Of(paper.Total.AppraisedPoints), default, default, default, default),
        ]);

    private static PaperTable Fields(ScoreSheetPaper paper) => new(
        "linh_vuc", "TỔNG HỢP ĐIỂM THEO LĨNH VỰC", [Number, Field, Maximum, Self, Appraised, Percent],
        [.. paper.FieldTotals.Append(paper.Total).Select(total => new PaperRow(
            total.Code is null ? PaperRowLook.Total : PaperRowLook.Plain, PaperCell.Of(total.Code?.ToString()), PaperCell.Of(total.Title),
            PaperCell.Maximum(total.MaxPoints), PaperCell.Of(total.SelfPoints), PaperCell.Of(total.AppraisedPoints), PaperCell.Of(PercentOf(total.AppraisedPoints, total.MaxPoints))))]);
}
