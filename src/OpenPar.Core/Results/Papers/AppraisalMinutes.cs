using OpenPar.Core.Papers;
using static OpenPar.Core.Results.Papers.ScoreColumns;

namespace OpenPar.Core.Results.Papers;

/// <summary>Minutes of the appraisal (biên bản thẩm định): totals, every changed row with its reason, what is still open.</summary>
public static class AppraisalMinutes
{
    private const string Room = "…………………………";

    /// <summary>The paper. Time, place and people of the meeting are left to be written in.</summary>
    public static ComposedPaper Of(RoundScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return new ComposedPaper
        {
            Form = PaperKind.AppraisalMinutes,
            Heading = PaperHeading.Of(scores.Issuer, "/BB"),
            Title = "BIÊN BẢN",
            Subject = $"Thẩm định kết quả tự đánh giá, chấm điểm {scores.IndexText} của {ScoreColumns.Units(scores)}",
            Reference = $"Theo {scores.DecisionText}",
            Landscape = true,
            Blocks = [.. Meeting(), .. Findings(scores), Body("ket_thuc", "Kết thúc", "Biên bản được thông qua và lập thành các bản có giá trị như nhau.")],
            CoSigners = ["THƯ KÝ", "CHỦ TRÌ"],
            Signature = new PaperSignature { Recipients = ["Đơn vị được thẩm định", "Thành viên Tổ thẩm định", "Lưu: VT"] },
            Rounding = scores.Framework.Rounding,
            Trace = scores.Trace,
        };
    }

    private static IEnumerable<PaperBlock> Meeting() =>
    [
        Heading("I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN"),
        Body("thoi_gian", "Thời gian", $"Thời gian: {Room}", "1."),
        Body("dia_diem", "Địa điểm", $"Địa điểm: {Room}", "2."),
        Body("thanh_phan", "Thành phần", $"Thành phần:\n- Chủ trì: {Room}\n- Thư ký: {Room}\n- Thành viên Tổ thẩm định: {Room}\n- Đại diện đơn vị: {Room}", "3."),
    ];

    private static IEnumerable<PaperBlock> Findings(RoundScores scores)
    {
        var changed = Changed(scores).ToList();
        return
        [
            Heading("II. KẾT QUẢ THẨM ĐỊNH"),
            Body("tinh_trang", "Tình trạng kết quả", Missing(scores)),
            Body("thay_doi_tom_tat", "Tóm tắt thay đổi", Summary(changed)),
            Grid(ByField(scores, "TỰ CHẤM VÀ THẨM ĐỊNH THEO LĨNH VỰC")),
            Grid(Changes(changed)),
            Grid(Open(scores)),
            Heading("III. KẾT LUẬN"),
            Body("ket_luan", "Kết luận", $"Tổ thẩm định thống nhất kết quả nêu trên. Ý kiến khác: {Room}"),
        ];
    }

    private static IEnumerable<(UnitScores Unit, ScoreSheetRow Row)> Changed(RoundScores scores) =>
        from unit in scores.Units
        from row in unit.Leaves
        where row.SelfPoints is not null && row.AppraisedPoints is not null && row.SelfPoints != row.AppraisedPoints
        select (unit, row);

    private static string Summary(List<(UnitScores Unit, ScoreSheetRow Row)> changed)
    {
        if (changed.Count == 0) return "Không dòng nào thay đổi so với điểm tự chấm.";
        var up = changed.Count(c => c.Row.AppraisedPoints > c.Row.SelfPoints);
        return $"{changed.Count} dòng thay đổi so với điểm tự chấm: tăng {up} dòng, giảm {changed.Count - up} dòng.";
    }

    private static PaperTable Changes(List<(UnitScores Unit, ScoreSheetRow Row)> changed) => new(
        "thay_doi", "CÁC DÒNG THAY ĐỔI SAU THẨM ĐỊNH",
        [Code, RowTitle with { Head = "Tiêu chí" }, Unit, Maximum, Self, Appraised, Points("chenh_lech", "Chênh lệch"), new("ly_do", "Lý do thay đổi", 4200)],
        [.. changed.Select(c => PaperRow.Of(
            PaperCell.Of(c.Row.Code.ToString()), PaperCell.Of(c.Row.Title), PaperCell.Of(c.Unit.Unit), PaperCell.Maximum(c.Row.MaxPoints), PaperCell.Of(c.Row.SelfPoints),
            PaperCell.Of(c.Row.AppraisedPoints), PaperCell.Of(c.Row.AppraisedPoints - c.Row.SelfPoints), PaperCell.Of(c.Row.AppraiserReason)))])
    {
        WhenEmpty = "Không dòng nào thay đổi so với điểm tự chấm.",
    };

    private static PaperTable Open(RoundScores scores) => new(
        "chua_tham_dinh", "CÁC DÒNG CHƯA CÓ KẾT QUẢ THẨM ĐỊNH",
        [Code, RowTitle with { Head = "Tiêu chí" }, Unit, Maximum, Self, new("trang_thai", "Trạng thái", 2000)],
        [.. from unit in scores.Units
            from row in unit.Leaves
            where row.IsOpen
            select PaperRow.Of(
                PaperCell.Of(row.Code.ToString()), PaperCell.Of(row.Title), PaperCell.Of(unit.Unit), PaperCell.Maximum(row.MaxPoints),
                PaperCell.Of(row.SelfPoints), PaperCell.Of(row.Status))])
    {
        WhenEmpty = "Mọi dòng đã có kết quả thẩm định.",
    };
}
