using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;
using static OpenPar.Core.Results.Papers.ScoreColumns;

namespace OpenPar.Core.Results.Papers;

/// <summary>The report without the rows that do not apply (báo cáo đặc thù).</summary>
public static class SpecialReport
{
    /// <summary>The paper.</summary>
    public static ComposedPaper Of(RoundScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var all = scores.Units.Select(unit => SpecialScore.Of(scores.Framework, unit)).ToList();
        return new ComposedPaper
        {
            Form = PaperKind.SpecialReport,
            Heading = PaperHeading.Of(scores.Issuer, "/BC"),
            Title = "BÁO CÁO ĐẶC THÙ",
            Subject = $"Kết quả {scores.IndexText} sau khi loại các tiêu chí không áp dụng",
            Reference = $"Theo {scores.DecisionText}",
            Landscape = true,
            Blocks =
            [
                Body("cach_tinh", "Cách tính",
                    "Tiêu chí không áp dụng hoặc không phát sinh được loại khỏi mẫu số; điểm thẩm định được quy về điểm tối đa của các dòng tự đánh giá theo tỷ lệ đạt. "
                    + "Tiêu chí mà bộ tiêu chí quy định cho điểm tối đa hoặc 0 điểm khi không phát sinh thì giữ điểm ấy."),
                Body("tinh_trang", "Tình trạng kết quả", Missing(scores)),
                Grid(Units(all)),
                Grid(Dropped(scores, all)),
            ],
            Signature = Signature("NGƯỜI ĐỨNG ĐẦU CƠ QUAN, ĐƠN VỊ", "Các đơn vị được đánh giá", "Tổ thẩm định", "Lưu: VT"),
            Rounding = scores.Framework.Rounding,
            Trace = scores.Trace,
        };
    }

    private static PaperTable Units(List<SpecialScore> all) => new(
        "don_vi", "KẾT QUẢ",
        [
            Number, Unit, Points("diem_thuc_te", "Điểm thẩm định thực tế"), Points("toi_da_ap_dung", "Điểm tối đa áp dụng"),
            Percent with { Head = "Tỷ lệ thực hiện (%)" }, Points("diem_quy_doi", "Điểm thẩm định quy về tối đa"), Points("diem_dieu_tra", "Điểm điều tra xã hội học"),
            Points("tong_diem", "Tổng điểm"), new("khong_danh_gia", "Tiêu chí không đánh giá", 2600),
        ],
        [.. all.Select((unit, i) => PaperRow.Of(
            PaperCell.Of($"{i + 1}"), PaperCell.Of(unit.Unit), PaperCell.Of(unit.Appraised), PaperCell.Of(unit.AppliedMaximum), PaperCell.Of(unit.Percent),
            PaperCell.Of(unit.Rescaled), PaperCell.Of(unit.Survey), PaperCell.Of(unit.Total), PaperCell.Of(string.Join(", ", unit.Dropped.Select(row => row.Code)))))]);

    private static PaperTable Dropped(RoundScores scores, List<SpecialScore> all) => new(
        "khong_ap_dung", "TIÊU CHÍ KHÔNG ÁP DỤNG HOẶC KHÔNG PHÁT SINH",
        [Unit, Code, RowTitle, Maximum, new("ly_do", "Lý do", 3600), new("xu_ly", "Cách xử lý", 2000)],
        [.. from unit in all
            from row in unit.Dropped
            select PaperRow.Of(
                PaperCell.Of(unit.Unit), PaperCell.Of(row.Code.ToString()), PaperCell.Of(row.Title), PaperCell.Maximum(row.MaxPoints),
                PaperCell.Of(row.NotApplicable), PaperCell.Of(PolicyText(scores.Framework.Find(row.Code)?.NotApplicable)))])
    {
        WhenEmpty = "Không có tiêu chí nào được ghi nhận là không áp dụng hoặc không phát sinh.",
    };

    private static string PolicyText(NotApplicablePolicy? policy) => policy switch
    {
        NotApplicablePolicy.FullPoints => "Cho điểm tối đa",
        NotApplicablePolicy.Zero => "0 điểm",
        NotApplicablePolicy.Removed => "Loại khỏi mẫu số",
        _ => "Loại khỏi mẫu số (bộ tiêu chí không quy định)",
    };
}
