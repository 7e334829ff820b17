using OpenPar.Core.Papers;

namespace OpenPar.Core.Results.Papers;

/// <summary>The list of evidence, one document a row.</summary>
internal static class EvidenceTable
{
    public static PaperTable Of(IEnumerable<ScoreSheetRow> rows) => new(
        "tai_lieu", "DANH MỤC TÀI LIỆU KIỂM CHỨNG",
        [
            ScoreColumns.Code with { Head = "Tiêu chí" }, new("so_tai_lieu", "TT", 500, PaperColumnKind.Ordinal), new("so_ky_hieu", "Số, ký hiệu", 1800),
            new("ngay", "Ngày ban hành", 1300, PaperColumnKind.Date), new("trich_yeu", "Trích yếu", 6200), new("muc", "Mục", 1600), new("trang", "Trang", 900, PaperColumnKind.Mark),
        ],
        [.. rows.SelectMany(row => row.Evidence.Select((document, i) => PaperRow.Of(
            PaperCell.Of(row.Code.ToString()), ScoreColumns.Whole(i + 1), PaperCell.Of(document.Number), PaperCell.Of(document.IssuedOn),
            PaperCell.Of(document.Subject), PaperCell.Of(document.Item), PaperCell.Of(document.Page))))])
    {
        WhenEmpty = "Chưa có tài liệu kiểm chứng.",
    };
}
